using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks and makes measures of the catalogue.</summary>
internal static class MeasuresReader
{
    public static void Check(MapNode root, ProblemList problems) => problems.CheckUnique(root.Maps("measures"), "maatregel");

    /// <summary>Whether components, questions and options exist in the instrument.</summary>
    public static void CheckAgainst(MapNode root, Instrument instrument, ProblemList problems)
    {
        var components = instrument.Components.Concat(instrument.CrossCutting).Select(component => component.Id).ToHashSet();
        var questions = instrument.AllQuestions.ToDictionary(question => question.Id);
        foreach (var measure in root.Maps("measures"))
        {
            problems.CheckKnown(measure.Find("component"), components, "onderdeel");
            foreach (var effect in measure.Maps("effects"))
            {
                CheckEffect(effect, questions, problems);
            }
        }
    }

    public static IReadOnlyList<Measure> Read(MapNode root) => [.. root.Maps("measures").Select(MeasureOf)];

    private static void CheckEffect(MapNode effect, Dictionary<string, Question> questions, ProblemList problems)
    {
        if (effect.Text("question") is not { } id)
        {
            return;
        }

        if (!questions.TryGetValue(id, out var question))
        {
            problems.CheckKnown(effect.Find("question"), new HashSet<string>(), "vraag");
            return;
        }

        problems.CheckKnown(effect.Find("to"), question.Scale.Options.Select(option => option.Id).ToHashSet(), $"bij vraag '{id}': antwoord");
        if (question.Kind != QuestionKind.Safeguard && effect.Find("evidence") is { } evidence)
        {
            problems.Error(evidence.Line, $"vraag '{id}' is geen waarborg; een effect erop kan geen 'evidence' hebben");
        }

        if (question.Kind is QuestionKind.Context or QuestionKind.Severity)
        {
            problems.Warning(effect.Line, $"een effect op vraag '{id}' telt niet mee: alleen blootstelling en waarborgen worden gescoord");
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
}
