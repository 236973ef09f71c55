namespace Audit.Data.Database;

/// <summary>A risk as the team formulates it in work session 3. Dutch: <c>risico</c>.</summary>
public sealed class RiskRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>1, 2, 3 … within the case; people refer to it.</summary>
    public int Number { get; set; }

    public required string TaskKey { get; set; }

    public required string ComponentId { get; set; }

    public required string Title { get; set; }

    /// <summary>What makes it arise.</summary>
    public required string Cause { get; set; }

    /// <summary>What it leads to, and for whom.</summary>
    public required string Consequence { get; set; }

    /// <summary>Why it was taken out of the register; null while it stands in it.</summary>
    public string? DropReason { get; set; }

    public DateTime? DroppedUtc { get; set; }

    public Guid MadeById { get; set; }

    public DateTime MadeUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>What a risk rests on, or what is done about it.</summary>
public sealed class RiskLinkRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid RiskId { get; set; }

    public RiskLinkKind Kind { get; set; }

    /// <summary>Question id, key of the distinction, id of the ground, name of the group or row id of the action.</summary>
    public required string Target { get; set; }
}

/// <summary>What a risk is linked to.</summary>
public enum RiskLinkKind
{
    /// <summary>An answer of the task.</summary>
    Question,

    /// <summary>An entry of the register of distinctions of the task.</summary>
    Distinction,

    /// <summary>A group of people that may be hit.</summary>
    Group,

    /// <summary>An action of the plan.</summary>
    Action,
}

/// <summary>How somebody judges a risk; append-only, the newest of a kind and side counts.</summary>
public sealed class RiskJudgementRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid RiskId { get; set; }

    public RiskStage Stage { get; set; }

    /// <summary>True for the judgement of the reviewer, false for that of the team.</summary>
    public bool ByReviewer { get; set; }

    /// <summary>1, 2, 3 … per risk, stage and side.</summary>
    public int Sequence { get; set; }

    /// <summary>Position in the levels of the judged profile, 0 = lowest.</summary>
    public int Likelihood { get; set; }

    public required string LikelihoodMotivation { get; set; }

    public int Impact { get; set; }

    public required string ImpactMotivation { get; set; }

    public int Level { get; set; }

    public required string LevelMotivation { get; set; }

    public Guid UserId { get; set; }

    public DateTime JudgedUtc { get; set; }
}

/// <summary>Which risk is judged.</summary>
public enum RiskStage
{
    /// <summary>Inherent: without safeguards and measures.</summary>
    Inherent,

    /// <summary>Restrisico: with what is in place.</summary>
    Residual,
}

/// <summary>Somebody who may do so accepts what is left of a risk, until a day; append-only but for its withdrawal.</summary>
public sealed class RiskAcceptanceRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid RiskId { get; set; }

    public required string Reason { get; set; }

    /// <summary>Last day on which it holds.</summary>
    public DateOnly ValidUntil { get; set; }

    /// <summary>The level that was accepted.</summary>
    public int Level { get; set; }

    public Guid UserId { get; set; }

    public DateTime AcceptedUtc { get; set; }

    public DateTime? WithdrawnUtc { get; set; }

    public Guid? WithdrawnById { get; set; }

    public string? WithdrawReason { get; set; }

    public Guid Version { get; set; }
}
