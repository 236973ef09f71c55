using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Actions.Effects;

/// <summary>The answers by which one task is scored.</summary>
/// <param name="Task">The task.</param>
/// <param name="Body">Answers given once for the body.</param>
public sealed record TaskState(PublicTask Task, IReadOnlyDictionary<string, Answer> Body);

/// <summary>Adopted answers with measurements laid over them; the adopted answers themselves stay as they are. Dutch: <c>gemeten stand</c>.</summary>
public static class MeasuredState
{
    /// <summary>Lays measurements over the answers of a task, the last one on top. A question or option that the instrument does not have is passed over.</summary>
    /// <remarks>
    /// What the register of distinctions answers is taken in first and measured over: the register tells how it was when the answers were adopted.
    /// </remarks>
    /// <param name="instrument">The instrument.</param>
    /// <param name="adopted">The answers as they were adopted.</param>
    /// <param name="measured">In order of time.</param>
    /// <param name="on">Reference date.</param>
    public static TaskState Over(Instrument instrument, TaskState adopted, IEnumerable<MeasuredAnswer> measured, DateOnly on)
    {
        var answers = new Dictionary<string, Answer>(RegisterAnswers.Effective(instrument, adopted.Task, on));
        var body = new Dictionary<string, Answer>(adopted.Body);
        var ofBody = instrument.BodyQuestions.Select(question => question.Id).ToHashSet();
        var questions = instrument.AllQuestions.ToDictionary(question => question.Id);
        foreach (var measurement in measured)
        {
            if (questions.TryGetValue(measurement.QuestionId, out var question) && question.IndexOf(measurement.Option) >= 0)
            {
                (ofBody.Contains(question.Id) ? body : answers)[question.Id] = measurement.ToAnswer(question);
            }
        }

        return new(adopted.Task with { Answers = answers, Distinctions = [] }, body);
    }
}
