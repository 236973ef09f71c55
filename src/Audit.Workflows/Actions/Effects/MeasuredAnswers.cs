using Audit.Core.Actions.Effects;
using Audit.Core.Instruments;

namespace Audit.Workflows.Actions.Effects;

/// <summary>The measured state of a case: which answers were measured again since they were adopted.</summary>
public static class MeasuredAnswers
{
    /// <summary>The measurements that count for a task, in order of the day to which they refer.</summary>
    /// <param name="measured">Every measurement of the case in order of recording.</param>
    /// <param name="instrument">The instrument: an answer for the whole body counts for every task.</param>
    /// <param name="taskKey">The task.</param>
    public static IReadOnlyList<LedgerEntry> OfTask(IEnumerable<RecordedMeasurement> measured, Instrument instrument, string taskKey)
    {
        var ofBody = instrument.BodyQuestions.Select(question => question.Id).ToHashSet();
        return
        [
            .. measured.Where(measurement => measurement.Answer is { } answer && (measurement.Action.TaskKey == taskKey || ofBody.Contains(answer.QuestionId)))
                .OrderBy(measurement => measurement.Row.MeasuredOn)
                .Select(measurement => new LedgerEntry(measurement.Action.Id, measurement.Answer!)),
        ];
    }

    /// <summary>The newest measurement per answer: key of the task (empty for the body) and question.</summary>
    /// <param name="measured">Every measurement of the case in order of recording.</param>
    /// <param name="instrument">The instrument.</param>
    public static IReadOnlyDictionary<(string TaskKey, string QuestionId), RecordedMeasurement> Newest(IEnumerable<RecordedMeasurement> measured, Instrument instrument)
    {
        var ofBody = instrument.BodyQuestions.Select(question => question.Id).ToHashSet();
        return measured.Where(measurement => measurement.Answer is not null)
            .OrderBy(measurement => measurement.Row.MeasuredOn)
            .GroupBy(measurement => (ofBody.Contains(measurement.Row.QuestionId!) ? string.Empty : measurement.Action.TaskKey, measurement.Row.QuestionId!))
            .ToDictionary(same => same.Key, same => same.Last());
    }
}
