using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks and makes assessments from answers files.</summary>
internal static class AnswersReader
{
    private static readonly Sentence ForTheBody = Sentence.Of($"hoort onder 'crossCutting': het antwoord geldt voor de hele organisatie");
    private static readonly Sentence ForATask = Sentence.Of($"hoort onder een taak, niet onder 'crossCutting'");

    /// <summary>What can be checked without the instrument.</summary>
    public static void Check(MapNode root, ProblemList problems)
    {
        problems.CheckUnique(root.Maps("tasks"), Nouns.Task);
        foreach (var task in root.Maps("tasks"))
        {
            RegisterReader.Check(task, problems);
        }

        foreach (var entry in Tables(root).SelectMany(table => table.Entries))
        {
            if (ValueOf(entry.Value) == Answer.NotApplicable && (entry.Value as MapNode)?.Find("motivation") is null)
            {
                problems.Error(entry.Line, Sentence.Of($"vraag '{entry.Name}': bij 'na' (niet van toepassing) hoort een 'motivation'"));
            }
        }
    }

    /// <summary>Whether every answer fits the instrument.</summary>
    public static void CheckAgainst(MapNode root, Instrument instrument, ProblemList problems)
    {
        var taskQuestions = instrument.TaskQuestions.ToDictionary(question => question.Id);
        var bodyQuestions = instrument.BodyQuestions.ToDictionary(question => question.Id);
        foreach (var table in root.Maps("tasks").Select(task => task.Map("answers")).OfType<MapNode>())
        {
            CheckTable(table, taskQuestions, bodyQuestions, ForTheBody, problems);
        }

        foreach (var task in root.Maps("tasks"))
        {
            RegisterReader.CheckAgainst(task, instrument, problems);
        }

        if (root.Map("crossCutting")?.Map("answers") is { } body)
        {
            CheckTable(body, bodyQuestions, taskQuestions, ForATask, problems);
        }
    }

    /// <summary>Warns about answers that do not count, because the register of distinctions gives a more severe one.</summary>
    public static void WarnOverruled(MapNode root, Instrument instrument, ProblemList problems)
    {
        var assessment = Read(root);
        foreach (var (task, map) in assessment.Tasks.Zip(root.Maps("tasks")))
        {
            var effective = RegisterAnswers.Effective(instrument, task, assessment.Date ?? DateOnly.MaxValue);
            foreach (var entry in map.Map("answers")!.Entries.Where(entry => effective[entry.Name].Value != task.Answers[entry.Name].Value))
            {
                problems.Warning(entry.Line, Sentence.Of($"vraag '{entry.Name}': het antwoord '{task.Answers[entry.Name].Value}' telt niet mee; het onderscheidregister geeft '{effective[entry.Name].Value}'"));
            }
        }
    }

    public static Assessment Read(MapNode root) => new(
        root.Map("instrument")!.Text("id")!,
        root.Map("instrument")!.Text("version")!,
        new PublicBody(root.Map("organisation")!.Text("name")!, root.Map("organisation")!.Text("id")),
        [.. root.Maps("tasks").Select(task => new PublicTask(task.Text("id")!, task.Text("name")!, AnswersOf(task.Map("answers")))
        {
            Distinctions = [.. task.Maps("distinctions").Select(RegisterReader.DistinctionOf)],
        })],
        AnswersOf(root.Map("crossCutting")?.Map("answers")),
        root.Date("date"));

    private static IEnumerable<MapNode> Tables(MapNode root) =>
        root.Maps("tasks").Append(root.Map("crossCutting")).Select(part => part.Map("answers")).OfType<MapNode>();

    private static string? ValueOf(Node node) => node is MapNode map ? map.Text("value") : (node as ScalarNode)?.Text;

    private static void CheckTable(
        MapNode table, Dictionary<string, Question> questions, Dictionary<string, Question> elsewhere, Sentence misplaced, ProblemList problems)
    {
        foreach (var entry in table.Entries)
        {
            if (questions.TryGetValue(entry.Name, out var question))
            {
                CheckAnswer(entry, question, problems);
            }
            else
            {
                problems.Error(entry.Line, elsewhere.ContainsKey(entry.Name) ? Sentence.Of($"vraag '{entry.Name}' {misplaced}") : Sentence.Of($"vraag '{entry.Name}' bestaat niet in het instrument"));
            }
        }
    }

    private static void CheckAnswer(MapEntry entry, Question question, ProblemList problems)
    {
        var value = ValueOf(entry.Value);
        if (value is not (null or Answer.Unknown or Answer.NotApplicable) && question.IndexOf(value) < 0)
        {
            var line = ((entry.Value as MapNode)?.Find("value") ?? entry.Value).Line;
            problems.Error(line, Sentence.Of($"vraag '{entry.Name}' heeft geen antwoord '{value}'; mogelijk zijn: {string.Join(", ", question.Scale.Options.Select(option => option.Id))}, unknown, na"));
        }

        if (question.Kind != QuestionKind.Safeguard && (entry.Value as MapNode)?.Find("evidence") is { } evidence)
        {
            problems.Error(evidence.Line, Sentence.Of($"vraag '{entry.Name}' is geen waarborg en kan geen 'evidence' hebben"));
        }
    }

    private static Dictionary<string, Answer> AnswersOf(MapNode? table) =>
        table?.Entries.ToDictionary(entry => entry.Name, entry => AnswerOf(entry.Value)) ?? [];

    private static Answer AnswerOf(Node node) => node is not MapNode map
        ? new Answer(((ScalarNode)node).Text)
        : new Answer(
            map.Text("value")!,
            map.Text("evidence") is { } grade ? Enum.Parse<EvidenceGrade>(grade) : null,
            map.Text("motivation"),
            map.Text("source"),
            map.Text("by"),
            map.Text("at"));
}
