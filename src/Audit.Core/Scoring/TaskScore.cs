using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>The class of a task while some answers are open.</summary>
/// <param name="Low">Best case; null when nothing determines it.</param>
/// <param name="High">Worst case; null when nothing determines it.</param>
public readonly record struct ClassRange(RiskClass? Low, RiskClass? High)
{
    /// <summary>The class to work with: the worst case, because unknown is not safe. Dutch: <c>werkklasse</c>.</summary>
    public RiskClass? Working => High;
}

/// <summary>Likelihood or severity level while some answers are open, 1 to 4.</summary>
/// <param name="Low">Lowest possible level.</param>
/// <param name="High">Highest possible level.</param>
public readonly record struct LevelRange(int Low, int High);

/// <summary>Result of one component of a task.</summary>
/// <param name="ComponentId">Id of the component.</param>
/// <param name="Exposure">I_c in [0, 1]; null when no exposure question applies.</param>
/// <param name="Safeguard">C_c in [0, 1]; 0 when no safeguard question applies.</param>
/// <param name="Residual">R_c in [0, 1]; null when no exposure question applies.</param>
public sealed record ComponentScore(string ComponentId, Interval? Exposure, Interval Safeguard, Interval? Residual);

/// <summary>State of a legal knock-out.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="State">True = fired, false = clear, open = to be investigated (te onderzoeken).</param>
public sealed record GateResult(Gate Gate, Truth State);

/// <summary>What one question adds to, or takes from, the high end of the residual risk.</summary>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="ComponentId">Id of its component.</param>
/// <param name="Kind">Exposure (0 or more) or safeguard (0 or less).</param>
/// <param name="Value">Part of R.hi; all parts of a task add up to it within 1e-12.</param>
public sealed record Contribution(string QuestionId, string ComponentId, QuestionKind Kind, double Value);

/// <summary>How one question was counted: the trace of the calculation.</summary>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="State">How the answer counts.</param>
/// <param name="Option">Id of the chosen option; null when there is none.</param>
/// <param name="Counted">Range that went into the sums, before weighing; null for questions that are not scored or removed.</param>
/// <param name="Weight">Weight within its kind and component.</param>
public sealed record QuestionTrace(string QuestionId, QuestionState State, string? Option, Interval? Counted, double Weight);

/// <summary>The score of one public task: a signal, never a legal verdict.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="TaskName">Name of the task.</param>
/// <param name="Residual">R in [0, 1]; null when no component is left.</param>
/// <param name="Likelihood">Level of both ends of R; null without R.</param>
/// <param name="Severity">Severity level, 1 to 4.</param>
/// <param name="Class">Class range, gates included.</param>
/// <param name="Completeness">Answered share of the applicable exposure and safeguard questions, by weight, in [0, 1]; null without R.</param>
/// <param name="Components">Every component in instrument order.</param>
/// <param name="Gates">Every gate that is in force on the reference date.</param>
/// <param name="Contributions">In instrument order; empty without R.</param>
/// <param name="Trace">Every question in instrument order.</param>
public sealed record TaskScore(
    string TaskId,
    string TaskName,
    Interval? Residual,
    LevelRange? Likelihood,
    LevelRange Severity,
    ClassRange Class,
    double? Completeness,
    IReadOnlyList<ComponentScore> Components,
    IReadOnlyList<GateResult> Gates,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<QuestionTrace> Trace)
{
    /// <summary>True when a fired gate forbids publication of the result.</summary>
    public bool PublicationBlocked => Gates.Any(result => result.State == Truth.True && result.Gate.BlocksPublication);
}
