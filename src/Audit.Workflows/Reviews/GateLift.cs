using Audit.Core.Review;
using Audit.Core.Scoring;
using Audit.Data.Database;

namespace Audit.Workflows.Reviews;

/// <summary>Whether a lifting counts.</summary>
public enum LiftingState
{
    /// <summary>Geldt.</summary>
    Holds,

    /// <summary>Verlopen: its last day has passed.</summary>
    Expired,

    /// <summary>Ingetrokken.</summary>
    Withdrawn,
}

/// <summary>A jurist's decision on a gate.</summary>
/// <param name="Row">As it was recorded.</param>
/// <param name="By">Name of the jurist.</param>
public sealed record GateLift(GateLiftingRow Row, string By)
{
    /// <summary>What the jurist had before them, and what the decision meant.</summary>
    public LiftingEffect Effect { get; } = LiftingEffect.Read(Row.EffectJson);

    /// <summary>The decision as it counts in a class.</summary>
    public LiftedGate Lifted => new(Row.GateId, Effect.Reason.State);

    /// <summary>Whether it counts on a day; the last day included.</summary>
    public LiftingState StateOn(DateOnly day) =>
        Row.WithdrawnUtc is not null ? LiftingState.Withdrawn : day > Row.ValidUntil ? LiftingState.Expired : LiftingState.Holds;
}

/// <summary>A jurist's decision on a gate, beside the answers as they stand now.</summary>
/// <param name="Lift">The decision.</param>
/// <param name="State">Whether it counts.</param>
/// <param name="Score">Score of the task now.</param>
public sealed record LiftingNow(GateLift Lift, LiftingState State, TaskScore Score)
{
    private GateResult? Result => Score.Gates.FirstOrDefault(result => result.Gate.Id == Lift.Row.GateId);

    /// <summary>True when answers that the gate looks at have changed since the decision.</summary>
    public bool AnswersChanged => Result is not { } result || !Lift.Effect.Reason.IsSameAs(GateReason.Of(Score, result.Gate));

    /// <summary>True when the gate was undecided then and fires now: the decision was not about that.</summary>
    public bool IsOutrun => Result is { } result && !Lift.Lifted.Covers(result);

    /// <summary>Whether the gate is left out of the class as decided.</summary>
    public bool Counts => State is LiftingState.Holds && !IsOutrun;
}
