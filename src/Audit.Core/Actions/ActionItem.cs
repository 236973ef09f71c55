using Audit.Core.Instruments;

namespace Audit.Core.Actions;

/// <summary>One action of the plan as an organisation follows it up. Dutch: <c>actie</c>.</summary>
/// <remarks>Its texts are copied from the catalogue and the instrument: later changes there do not alter a running plan.</remarks>
public sealed record ActionItem
{
    private readonly double progress;

    /// <summary>Identity of the action over exports and imports.</summary>
    public required Guid RowKey { get; init; }

    /// <summary>Changes with every change of the row; "0" for a row that was never stored.</summary>
    public string RowVersion { get; init; } = "0";

    /// <summary>Position in the plan, from 1; for reading only, not an identity.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the public task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Name of the public task.</summary>
    public required string TaskName { get; init; }

    /// <summary>Title of the component that the measure belongs to.</summary>
    public string Component { get; init; } = "";

    /// <summary>What may go wrong, in sentences.</summary>
    public string Risk { get; init; } = "";

    /// <summary>Working class of the task before any measure; null when it cannot be determined.</summary>
    public RiskClass? Class { get; init; }

    /// <summary>Id of the measure in the catalogue; null for an action that somebody added by hand.</summary>
    public string? MeasureId { get; init; }

    /// <summary>What is done.</summary>
    public required string Measure { get; init; }

    /// <summary>Why it is in the plan.</summary>
    public string Why { get; init; } = "";

    /// <summary>What it is meant to reach.</summary>
    public string Goal { get; init; } = "";

    /// <summary>For whom.</summary>
    public string TargetGroup { get; init; } = "";

    /// <summary>Who answers for it. Dutch: <c>eigenaar</c>.</summary>
    public string Accountable { get; init; } = "";

    /// <summary>Who carries it out. Dutch: <c>verantwoordelijke</c>.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>Who judges its effect.</summary>
    public string Evaluator { get; init; } = "";

    /// <summary>Part of the organisation.</summary>
    public string Department { get; init; } = "";

    /// <summary>In which order actions are taken up.</summary>
    public ActionPriority Priority { get; init; } = ActionPriority.Next;

    /// <summary>First day; null when not agreed yet.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Day on which it should work; null when not agreed yet. Dutch: <c>streefdatum</c>.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How far it is.</summary>
    public ActionStatus Status { get; init; } = ActionStatus.Planned;

    /// <summary>Share of the work done, in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1], or not a number.</exception>
    public double Progress
    {
        get => progress;
        init => progress = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "progress lies in [0, 1]");
    }

    /// <summary>What it is expected to do to the residual risk and the class.</summary>
    public string ExpectedEffect { get; init; } = "";

    /// <summary>How the effect is checked.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>Value of the indicator before the action. Dutch: <c>nulmeting</c>.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>Value of the indicator that is aimed at. Dutch: <c>streefwaarde</c>.</summary>
    public string TargetValue { get; init; } = "";

    /// <summary>Value of the indicator after the action. Dutch: <c>effectmeting</c>.</summary>
    public string MeasuredEffect { get; init; } = "";

    /// <summary>Where it can be looked up that the action was carried out; a web address becomes a link.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Anything else.</summary>
    public string Remark { get; init; } = "";

    /// <summary>When the row was last changed; null when never since it was made.</summary>
    public DateTimeOffset? LastChanged { get; init; }
}
