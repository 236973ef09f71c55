using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks and makes measures of the catalogue.</summary>
internal static class MeasuresReader
{
    public static void Check(MapNode root, ProblemList problems) => problems.CheckUnique(root.Maps("measures"), Nouns.Measure);

    /// <summary>Whether components, questions and options exist in the instrument, which may have errors itself.</summary>
    public static void CheckAgainst(MapNode root, MapNode instrument, ProblemList problems)
    {
        var parts = PartsOf(instrument).ToList();
        var components = parts.Select(component => component.Text("id")).OfType<string>().ToHashSet();
        var scales = instrument.Maps("scales").Where(scale => scale.Text("id") is not null)
            .ToLookup(scale => scale.Text("id")!, scale => scale.Maps("options").Select(option => option.Text("id")).OfType<string>());
        var questions = parts.SelectMany(part => part.Maps("questions")).Select(question => (Map: question, Kind: question.Text("kind")))
            .Concat(instrument.Maps("severity").Select(question => (Map: question, Kind: (string?)"severity")))
            .Where(question => question.Map.Text("id") is not null)
            .ToLookup(question => question.Map.Text("id")!, question => new EffectTarget(question.Kind, scales[question.Map.Text("scale") ?? string.Empty].FirstOrDefault()?.ToHashSet()));
        foreach (var measure in root.Maps("measures"))
        {
            problems.CheckKnown(measure.Find("component"), components, Nouns.Component);
            foreach (var effect in measure.Maps("effects"))
            {
                CheckEffect(effect, questions, problems);
            }
        }
    }

    public static IReadOnlyList<Measure> Read(MapNode root) => [.. root.Maps("measures").Select(MeasureOf)];

    /// <summary>Whether the measures that questions name are in the catalogue.</summary>
    public static void CheckNamed(MapNode instrument, IReadOnlySet<string> known, ProblemList problems)
    {
        foreach (var measure in PartsOf(instrument).SelectMany(part => part.Maps("questions")).SelectMany(question => question.List("measures")))
        {
            problems.CheckKnown(measure, known, Nouns.Measure);
        }
    }

    private static IEnumerable<MapNode> PartsOf(MapNode instrument) => instrument.Maps("crossCutting").Concat(instrument.Maps("components"));

    private static void CheckEffect(MapNode effect, ILookup<string, EffectTarget> questions, ProblemList problems)
    {
        if (effect.Text("question") is not { } id)
        {
            return;
        }

        if (questions[id].FirstOrDefault() is not { } question)
        {
            problems.CheckKnown(effect.Find("question"), new HashSet<string>(), Nouns.Question);
            return;
        }

        if (question.Options is not null)
        {
            problems.CheckAnswer(effect.Find("to"), question.Options, (Nouns.Question, id));
        }

        if (question.Kind != "safeguard" && effect.Find("evidence") is { } evidence)
        {
            problems.Error(evidence.Line, Sentence.Of($"vraag '{id}' is geen waarborg; een effect erop kan geen 'evidence' hebben"));
        }

        if (question.Kind is "context" or "severity")
        {
            problems.Warning(effect.Line, Sentence.Of($"een effect op vraag '{id}' telt niet mee: alleen blootstelling en waarborgen worden gescoord"));
        }
    }

    public static Measure MeasureOf(MapNode map) => new(
        map.Text("id")!,
        map.Text("component")!,
        map.Localized("title"),
        new MeasureDescription(
            map.Localized("goal"), map.Localized("targetGroup"), map.Localized("responsible"), map.Localized("accountable"), map.Localized("indicator")),
        (int)map.Number("effort")!.Value,
        (int)map.Number("leadTimeDays")!.Value,
        [.. map.Maps("effects").Select(effect => new MeasureEffect(
            effect.Text("question")!, effect.Text("to")!, effect.Text("evidence") is { } grade ? Enum.Parse<EvidenceGrade>(grade) : null))])
    {
        Sources = map.Words("sources"),
        Basis = map.Text("basis") switch { "source" => MeasureBasis.Source, "proposal" => MeasureBasis.Proposal, _ => null },
        Patterns = map.Words("patterns"),
        Precondition = map.LocalizedOrNull("precondition"),
        Programme = new(map.LocalizedList("objectives"), map.LocalizedList("roles"), map.LocalizedList("responsibilities"), map.LocalizedOrNull("evaluation")),
    };

    /// <summary>What a measure can move.</summary>
    /// <param name="Kind">Kind of the question as files spell it.</param>
    /// <param name="Options">Its options; null when its scale is not known.</param>
    private sealed record EffectTarget(string? Kind, HashSet<string>? Options);
}
