using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Actions.Effects;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>How an answer of this round stands to that of the round before.</summary>
public enum AnswerChange
{
    /// <summary>Taken over and not looked at yet.</summary>
    Unconfirmed,

    /// <summary>Looked at in this round, and the same as before.</summary>
    Same,

    /// <summary>Another answer, or other evidence, than before.</summary>
    Changed,

    /// <summary>Answered in this round only.</summary>
    Added,

    /// <summary>Answered before, and not in this round.</summary>
    Gone,

    /// <summary>Answered in neither.</summary>
    Open,
}

/// <summary>How a question stands to the instrument of the round before.</summary>
public enum QuestionChange
{
    /// <summary>The same question.</summary>
    Same,

    /// <summary>The instrument of the round before did not ask it.</summary>
    Added,

    /// <summary>Its text, its answers, its weight or when it is asked changed.</summary>
    Changed,
}

/// <summary>One question of this round beside the round before.</summary>
/// <param name="TaskKey">Key of the task; empty for the body.</param>
/// <param name="Question">The question as it is asked now.</param>
/// <param name="Before">The adopted answer of the round before; null when there was none.</param>
/// <param name="Now">The answer of this round; null when there is none.</param>
public sealed record ComparedAnswer(string TaskKey, Question Question, Answer? Before, Answer? Now)
{
    public required AnswerChange Change { get; init; }

    public required QuestionChange Instrument { get; init; }

    /// <summary>Label of the answer before, in the words of that time; null when there was none.</summary>
    public string? WasLabel { get; init; }

    /// <summary>The measurement of the round before that was taken over in its place; null when there was none.</summary>
    public RecordedMeasurement? Measured { get; init; }

    /// <summary>Version of the answer, for confirming it; null when there is none.</summary>
    public Guid? Version { get; init; }
}

/// <summary>This round beside the one before: what changed in the instrument and in the answers.</summary>
public sealed class RoundComparison
{
    private static readonly ChangedField[] Telling =
        [ChangedField.Text, ChangedField.Kind, ChangedField.Scale, ChangedField.Options, ChangedField.Weight, ChangedField.Condition, ChangedField.Part];

    private readonly Dictionary<string, Question> asked;
    private readonly HashSet<string> changed;
    private readonly IReadOnlyDictionary<(string, string), RecordedMeasurement> measured;
    private readonly IReadOnlySet<(string, string)> unconfirmed;
    private readonly Dictionary<(string, string), AnswerRow> rows;

    private RoundComparison(Case current, Case previous, (IReadOnlyList<RecordedMeasurement> Measured, IReadOnlySet<(string, string)> Unconfirmed, List<AnswerRow> Rows) read)
    {
        (Current, Previous, unconfirmed) = (current, previous, read.Unconfirmed);
        rows = read.Rows.ToDictionary(row => (row.TaskKey, row.QuestionId));
        measured = MeasuredAnswers.Newest(read.Measured, previous.Instrument.Value);
        asked = previous.Instrument.Value.AllQuestions.ToDictionary(question => question.Id);
        Differences = previous.Instrument.Sha256 == current.Instrument.Sha256 ? [] : InstrumentDifference.Between(previous.Instrument.Value, current.Instrument.Value);
        var telling = Differences.Where(difference => difference.Kind == DifferenceKind.Changed && difference.Fields.Any(field => Telling.Contains(field.Field))).ToLookup(difference => difference.Element, difference => difference.Id);
        var scales = telling[InstrumentElement.Scale].ToHashSet();
        changed = [.. telling[InstrumentElement.Question], .. current.Instrument.Value.AllQuestions.Where(question => scales.Contains(question.Scale.Id)).Select(question => question.Id)];
    }

    public Case Current { get; }

    public Case Previous { get; }

    /// <summary>Everything that differs between the two instruments; empty when they are the same.</summary>
    public IReadOnlyList<ElementDifference> Differences { get; }

    /// <summary>Tasks of the round before that this one does not have.</summary>
    public IReadOnlyList<PublicTaskRow> GoneTasks => [.. Previous.Tasks.Where(task => Current.Tasks.All(now => now.Key != task.Key))];

    /// <summary>Questions of the round before that this instrument does not ask any more.</summary>
    public IReadOnlyList<Question> GoneQuestions
    {
        get
        {
            var now = Current.Instrument.Value.AllQuestions.Select(question => question.Id).ToHashSet();
            return [.. Previous.Instrument.Value.AllQuestions.Where(question => !now.Contains(question.Id))];
        }
    }

    /// <summary>Whether a task was examined in the round before.</summary>
    public bool HadTask(string taskKey) => taskKey.Length == 0 || Previous.Tasks.Any(task => task.Key == taskKey);

    /// <summary>
    /// Measured answers of a task that do not count in this round, because its register of distinctions, taken over too, still gives a more severe one.
    /// </summary>
    /// <param name="taskKey">The task.</param>
    /// <param name="on">Reference date.</param>
    public IReadOnlyList<string> HeldByRegister(string taskKey, DateOnly on)
    {
        var task = Current.Answers.Tasks.First(candidate => candidate.Id == taskKey);
        var effective = RegisterAnswers.Effective(Current.Instrument.Value, task, on);
        return [.. measured.Keys.Where(place => place.Item1 == taskKey && effective.GetValueOrDefault(place.Item2)?.Value != task.Answers.GetValueOrDefault(place.Item2)?.Value).Select(place => place.Item2)];
    }

    /// <summary>How many answers nobody has confirmed: of a task, of the body with an empty key, or of everything.</summary>
    public int Unconfirmed(string? taskKey = null) => unconfirmed.Count(place => taskKey is null || place.Item1 == taskKey);

    /// <summary>Reads both rounds; null for a case that began empty.</summary>
    public static async Task<RoundComparison?> FindAsync(AuditContext db, ContentStore contents, Case current)
    {
        if (current.Row.PreviousId is not { } previousId || await Case.FindAsync(db, contents, previousId) is not { } previous)
        {
            return null;
        }

        var caseId = current.Row.Id;
        return new(current, previous, (
            await EffectRecords.OfCaseAsync(db, previousId),
            await TakenOverAnswers.UnconfirmedAsync(db, current.Row),
            await db.Answers.Where(row => row.AssessmentId == caseId).ToListAsync()));
    }

    /// <summary>Every question of a task, or of the body with an empty key, in the order of the instrument.</summary>
    public IReadOnlyList<ComparedAnswer> Of(string taskKey)
    {
        var instrument = Current.Instrument.Value;
        return [.. (taskKey.Length == 0 ? instrument.BodyQuestions : instrument.TaskQuestions).Select(question => Of(taskKey, question))];
    }

    /// <summary>One question.</summary>
    public ComparedAnswer Of(string taskKey, Question question)
    {
        var (before, row) = (AnswerBefore(taskKey, question.Id), rows.GetValueOrDefault((taskKey, question.Id)));
        var now = row is null ? null : Case.AnswerOf(row);
        var isUnconfirmed = unconfirmed.Contains((taskKey, question.Id));
        return new(taskKey, question, before, now)
        {
            Change = ChangeOf(before, now, isUnconfirmed),
            Instrument = !asked.ContainsKey(question.Id) ? QuestionChange.Added : changed.Contains(question.Id) ? QuestionChange.Changed : QuestionChange.Same,
            WasLabel = before is null ? null : LabelOf(asked[question.Id], before.Value),
            Measured = measured.GetValueOrDefault((taskKey, question.Id)),
            Version = row?.Version,
        };
    }

    private static AnswerChange ChangeOf(Answer? before, Answer? now, bool isUnconfirmed) => (before, now) switch
    {
        (null, null) => AnswerChange.Open,
        (_, null) => AnswerChange.Gone,
        _ when isUnconfirmed => AnswerChange.Unconfirmed,
        (null, _) => AnswerChange.Added,
        _ => (before.Value, before.Evidence) == (now.Value, now.Evidence) ? AnswerChange.Same : AnswerChange.Changed,
    };

    private Answer? AnswerBefore(string taskKey, string questionId) => taskKey.Length == 0
        ? Previous.Answers.CrossCutting.GetValueOrDefault(questionId)
        : Previous.Answers.Tasks.FirstOrDefault(task => task.Id == taskKey)?.Answers.GetValueOrDefault(questionId);

    private static string LabelOf(Question question, string option) => option switch
    {
        Answer.Unknown => Tr($"Weet ik niet"),
        Answer.NotApplicable => Tr($"Niet van toepassing"),
        _ => question.IndexOf(option) is >= 0 and var index ? question.Scale.Options[index].Label.Shown() : option,
    };
}
