using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>An answer that counts now and would not count under another version.</summary>
/// <param name="TaskId">Id of the task; empty for an answer given once for the body.</param>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="Reason">Why it would not count.</param>
public sealed record SetAsideAnswer(string TaskId, string QuestionId, Misfit Reason);

/// <summary>The class of a task under both versions.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="TaskName">Name of the task.</param>
/// <param name="Before">Class range under the version that the assessment runs on.</param>
/// <param name="After">Class range under the other version, with the same answers as far as they fit.</param>
public sealed record TaskEffect(string TaskId, string TaskName, ClassRange Before, ClassRange After);

/// <summary>What another version of the instrument means for one assessment; nothing recorded is lost by it.</summary>
/// <param name="Kept">Answers that count under both versions.</param>
/// <param name="SetAside">Answers that would not count any more; they stay recorded.</param>
/// <param name="Restored">Answers that do not count now and would count again.</param>
/// <param name="DistinctionsSetAside">Entries of the register that would not count any more.</param>
/// <param name="NewOpen">Ids of questions that the version before does not have and that would be open for at least one task, in the order of the instrument.</param>
/// <param name="Tasks">Every task in its order.</param>
public sealed record VersionEffect(
    int Kept, IReadOnlyList<SetAsideAnswer> SetAside, int Restored, int DistinctionsSetAside, IReadOnlyList<string> NewOpen, IReadOnlyList<TaskEffect> Tasks)
{
    /// <summary>Compares one assessment under two versions.</summary>
    /// <param name="recorded">Everything that was recorded, also what does not count now.</param>
    /// <param name="before">The version that it runs on.</param>
    /// <param name="after">The other version.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    public static VersionEffect Of(Assessment recorded, ScoringModel before, ScoringModel after, DateOnly on)
    {
        var (old, now) = (new AnswerFit(before.Instrument), new AnswerFit(after.Instrument));
        var answers = recorded.CrossCutting.Select(pair => (Task: string.Empty, pair.Key, pair.Value))
            .Concat(recorded.Tasks.SelectMany(task => task.Answers.Select(pair => (Task: task.Id, pair.Key, pair.Value))))
            .Select(given => (given.Task, given.Key, Before: old.Check(given.Task.Length == 0, given.Key, given.Value), After: now.Check(given.Task.Length == 0, given.Key, given.Value)))
            .ToList();
        var (counted, fitting) = (old.Fitting(recorded), now.Fitting(recorded));
        var scores = after.Score(fitting, on);
        return new(
            answers.Count(given => given.Before is null && given.After is null),
            [.. answers.Where(given => given.Before is null && given.After is not null).Select(given => new SetAsideAnswer(given.Task, given.Key, given.After!.Value))],
            answers.Count(given => given.Before is not null && given.After is null),
            counted.Tasks.Sum(task => task.Distinctions.Count(distinction => !RegisterAnswers.Fits(after.Instrument, distinction))),
            NewOpenOf(before.Instrument, after.Instrument, fitting, scores),
            [.. before.Score(counted, on).Zip(scores, (earlier, later) => new TaskEffect(later.TaskId, later.TaskName, earlier.Class, later.Class))]);
    }

    private static IReadOnlyList<string> NewOpenOf(Instrument before, Instrument after, Assessment fitting, IReadOnlyList<TaskScore> scores)
    {
        var known = before.AllQuestions.Select(question => question.Id).ToHashSet();
        var added = after.AllQuestions.Select(question => question.Id).Where(id => !known.Contains(id));
        if (scores.Count == 0)
        {
            return [.. added.Where(id => !fitting.CrossCutting.ContainsKey(id))];
        }

        var open = scores.SelectMany(score => score.Trace).Where(trace => trace.State is QuestionState.Open or QuestionState.Undetermined).Select(trace => trace.QuestionId).ToHashSet();
        return [.. added.Where(open.Contains)];
    }
}
