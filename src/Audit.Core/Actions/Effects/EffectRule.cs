using Audit.Core.Assessments;

namespace Audit.Core.Actions.Effects;

/// <summary>What an action has to show before it may close.</summary>
/// <param name="QuestionIds">The questions whose answer it should move; empty when it moves none.</param>
/// <param name="Start">First day of the action; null = any day counts.</param>
public sealed record EffectAim(IReadOnlyList<string> QuestionIds, DateOnly? Start)
{
    /// <summary>Those of the questions that are not asked any more, because another answer decided so.</summary>
    public IReadOnlySet<string> NotAsked { get; init; } = new HashSet<string>();
}

/// <summary>How far a measurement that is needed has come.</summary>
public enum MeasurementState
{
    /// <summary>Nothing was measured.</summary>
    Missing,

    /// <summary>Measured, but before the action began.</summary>
    BeforeStart,

    /// <summary>Measured since, but the newest measurement has too little evidence.</summary>
    WeakEvidence,

    /// <summary>The newest measurement counts.</summary>
    Measured,

    /// <summary>The question is not asked any more, so that there is nothing to measure.</summary>
    NotAsked,
}

/// <summary>One measurement that an action needs.</summary>
/// <param name="QuestionId">The question; null when any measurement of the effect will do.</param>
/// <param name="State">How far it has come.</param>
public sealed record MeasurementNeed(string? QuestionId, MeasurementState State)
{
    /// <summary>Whether it still keeps the action open.</summary>
    public bool IsLacking => State is not (MeasurementState.Measured or MeasurementState.NotAsked);
}

/// <summary>When an action may close: its effect was measured again with evidence, whether or not what was promised was reached.</summary>
/// <remarks>
/// Per question the newest measurement decides: by the day to which it refers, and of one day the one that was recorded last. An action that moves
/// no question that is still asked closes on any measurement: a count of its indicator, or an answer.
/// </remarks>
public static class EffectRule
{
    /// <summary>Least evidence on which an action may close: sampled in practice.</summary>
    public const EvidenceGrade LeastEvidence = EvidenceGrade.E2;

    /// <summary>Whether a measurement is about the time since an action began and has enough evidence.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="start">First day of the action; null = any day counts.</param>
    public static bool Counts(EffectMeasurement measurement, DateOnly? start) => measurement.Evidence >= LeastEvidence && IsSince(measurement, start);

    /// <summary>The newest measurement of a question that counts; null when there is none.</summary>
    /// <param name="measured">In the order in which they were recorded.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="start">First day of the action; null = any day counts.</param>
    public static MeasuredAnswer? Newest(IEnumerable<EffectMeasurement> measured, string questionId, DateOnly? start) =>
        NewestOf(measured.OfType<MeasuredAnswer>().Where(answer => answer.QuestionId == questionId && Counts(answer, start)));

    /// <summary>Every measurement that the action needs; it may close when none is lacking.</summary>
    /// <param name="aim">What the action should move, and since when.</param>
    /// <param name="measured">Its measurements in the order in which they were recorded.</param>
    public static IReadOnlyList<MeasurementNeed> NeedsOf(EffectAim aim, IReadOnlyList<EffectMeasurement> measured)
    {
        var questions = aim.QuestionIds
            .Select(id => new MeasurementNeed(id, aim.NotAsked.Contains(id) ? MeasurementState.NotAsked : StateOf([.. measured.OfType<MeasuredAnswer>().Where(answer => answer.QuestionId == id)], aim.Start)))
            .ToList();
        return questions.Exists(need => need.State != MeasurementState.NotAsked) ? questions : [.. questions, new(null, StateOf(measured, aim.Start))];
    }

    private static MeasurementState StateOf(IReadOnlyList<EffectMeasurement> measured, DateOnly? start) =>
        measured.Count == 0 ? MeasurementState.Missing
        : NewestOf(measured.Where(measurement => IsSince(measurement, start))) is not { } newest ? MeasurementState.BeforeStart
        : newest.Evidence < LeastEvidence ? MeasurementState.WeakEvidence
        : MeasurementState.Measured;

    private static bool IsSince(EffectMeasurement measurement, DateOnly? start) => start is not { } first || measurement.On >= first;

    // A stable sort keeps the order of recording within a day.
    private static T? NewestOf<T>(IEnumerable<T> measured)
        where T : EffectMeasurement => measured.OrderBy(measurement => measurement.On).LastOrDefault();
}
