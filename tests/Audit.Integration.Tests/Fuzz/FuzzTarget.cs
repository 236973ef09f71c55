using Audit.Data.Excel.Authoring;
using Audit.Data.Excel.Import;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Integration.Tests.Languages;
using Audit.Workflows.Definitions;
using Xunit;

namespace Audit.Integration.Tests.Fuzz;

/// <summary>Something that reads files from outside.</summary>
/// <param name="Name">What the corpus calls it.</param>
/// <param name="Read">Reads a file; throws when the answer is not one that a reader may give.</param>
/// <returns>Whether the file was accepted.</returns>
internal sealed record FuzzTarget(string Name, Func<string, bool> Read)
{
    private static readonly Lazy<TemplateSet> Duo = new(ExampleFiles.Duo);

    public static IReadOnlyDictionary<string, FuzzTarget> All { get; } = new FuzzTarget[]
    {
        new("template", path => Templates(path, null)),
        new("answers", path => Templates(path, Formats.AnswersSchema)),
        new("workflow", Workflow),
        new("plan", Plan),
        new("instrument-workbook", InstrumentBook),
    }.ToDictionary(target => target.Name);

    /// <summary>Any file of content; answers that are accepted must also be scored.</summary>
    private static bool Templates(string path, string? expected)
    {
        var set = new TemplateSet();
        if (expected == Formats.AnswersSchema)
        {
            set.Add(Duo.Value.Instruments.Single().Root, new ProblemList("vragenset"), Formats.InstrumentSchema);
        }

        set.Add(path, expected);
        set.CheckReferences();
        var problems = set.Problems.Where(problem => problem.Path == path).ToList();
        CheckPlaces(problems, path);
        if (problems.Exists(problem => !problem.IsWarning))
        {
            return false;
        }

        if (set.Answers.SingleOrDefault() is { } answers)
        {
            var run = new ScoreRun(Duo.Value.Instruments.Single(), Duo.Value.Profiles.Single(), answers, answers.Value.Date ?? new DateOnly(2026, 1, 1));
            Assert.All(run.Tasks, task => Assert.True(task.Score.Residual is not { } range || (range.Low >= 0 && range.Low <= range.High && range.High <= 1), "a range outside 0 to 1"));
        }

        return true;
    }

    private static bool Workflow(string path)
    {
        var (definition, problems) = DefinitionFile.Load(path);
        CheckPlaces(problems, path);
        Assert.Equal(definition is null, problems.Any(problem => !problem.IsWarning));
        return definition is not null;
    }

    private static bool Plan(string path)
    {
        using var file = File.OpenRead(path);
        return ActionPlanImport.Read(file).Refusal is null;
    }

    private static bool InstrumentBook(string path)
    {
        using var file = File.OpenRead(path);
        var content = InstrumentWorkbook.Read(file);
        Assert.True(content.Instrument is not null || content.Problems.Any(problem => !problem.IsWarning), "no instrument and no reason");
        return content.Instrument is not null;
    }

    /// <summary>Every refusal names the file and a line that it has, in words.</summary>
    private static void CheckPlaces(IReadOnlyList<Problem> problems, string path)
    {
        var lines = problems.Count == 0 ? 0 : File.ReadAllText(path).ReplaceLineEndings("\n").Count(letter => letter == '\n') + 1;
        InEnglish.AssertComplete(problems.Select(problem => problem.Message));
        Assert.All(problems, problem =>
        {
            Assert.Equal(path, problem.Path);
            Assert.InRange(problem.Line, 1, lines);
            Assert.False(string.IsNullOrWhiteSpace(problem.Message.ToString()));
            Assert.DoesNotMatch("Exception:|YamlDotNet|System\\.|[Dd]id not find|[Ww]hile (parsing|scanning)|not allowed", problem.Message.ToString());
        });
    }
}
