using System.Text.Json.Nodes;
using Audit.Core.Instruments;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Cases;

namespace Audit.Browser.Tests.Cases;

/// <summary>The instrument that comes with the program, under another version and with changes.</summary>
public sealed class ChangedInstrument
{
    private static readonly Example Shipped = Example.Read();
    private readonly JsonObject file = JsonNode.Parse(Shipped.Content.Instrument.Json)!.AsObject();

    public ChangedInstrument(string version)
    {
        file["version"] = version;
    }

    /// <summary>The content that comes with the program.</summary>
    public static CaseContent Content => Shipped.Content;

    /// <summary>Questions about the task that the example answers and to which nothing else in the instrument refers.</summary>
    public static IReadOnlyList<string> Free { get; } = FindFree();

    public string Id => (string)file["id"]!;

    /// <summary>The file, with every field on a line of its own.</summary>
    public string Json => file.ToJsonString(new() { WriteIndented = true });

    public Template<Instrument> Template
    {
        get
        {
            var problems = new ProblemList("changed");
            var template = TemplateReader.Instrument(DocumentReader.Read(Json, problems), problems);
            Assert.Empty(problems.All);
            return template!;
        }
    }

    /// <summary>Takes a question out.</summary>
    public ChangedInstrument Without(string question)
    {
        var (list, found) = Find(question);
        list.Remove(found);
        return this;
    }

    /// <summary>Gives a question another value in a field.</summary>
    public ChangedInstrument With(string question, string field, JsonNode value)
    {
        Find(question).Question[field] = value;
        return this;
    }

    /// <summary>Adds a question after another one, like it.</summary>
    public ChangedInstrument Adding(string question, string like)
    {
        var (list, found) = Find(like);
        var added = found.DeepClone().AsObject();
        (added["id"], added["text"]) = (question, new JsonObject { ["nl"] = $"Nieuwe vraag {question}?" });
        added.Remove("when");
        list.Insert(list.IndexOf(found) + 1, added);
        return this;
    }

    /// <summary>The measures that come with the program, with another title for the first one.</summary>
    public static string MeasuresWith(string title)
    {
        var merged = JsonNode.Parse(ContentStore.Merge(Content.Measures, Content.Instrument.Value.Id).Json)!;
        merged["measures"]![0]!["title"] = new JsonObject { ["nl"] = title };
        return merged.ToJsonString(new() { WriteIndented = true });
    }

    private (JsonArray List, JsonObject Question) Find(string question) => Lists()
        .SelectMany(list => list.Select(item => (list, item!.AsObject())))
        .First(pair => (string)pair.Item2["id"]! == question);

    private IEnumerable<JsonArray> Lists() =>
        file["components"]!.AsArray().Concat(file["crossCutting"]!.AsArray()).Select(part => part!["questions"]!.AsArray()).Append(file["severity"]!.AsArray());

    private static IReadOnlyList<string> FindFree()
    {
        var instrument = Content.Instrument.Value;
        var named = instrument.AllQuestions.Select(question => question.When).Concat(instrument.Gates.Select(gate => gate.When))
            .OfType<Condition>().SelectMany(condition => condition.Questions)
            .Concat(instrument.Register.Fills.Select(fill => fill.QuestionId)).ToHashSet();
        return
        [
            .. instrument.Components.SelectMany(part => part.Questions)
                .Where(question => question.When is null && question.Kind is QuestionKind.Exposure && !named.Contains(question.Id) && Shipped.Task.Answers.GetValueOrDefault(question.Id) is { IsOption: true })
                .Select(question => question.Id),
        ];
    }
}
