using Audit.Data.Database;

namespace Audit.Workflows.Reviews;

/// <summary>What somebody does with a review item after it was made.</summary>
public enum ReviewMove
{
    /// <summary>The team answers.</summary>
    Respond,

    /// <summary>The reviewer agrees.</summary>
    Settle,

    /// <summary>The reviewer asks again.</summary>
    Reopen,

    /// <summary>The reviewer drops it.</summary>
    Withdraw,
}

/// <summary>The course that a review item may take.</summary>
public static class ReviewMoves
{
    /// <summary>Status after a move; null when it is not possible from there.</summary>
    public static ReviewItemStatus? After(this ReviewMove move, ReviewItemStatus status) => move switch
    {
        ReviewMove.Respond => IsUnsettled(status) ? ReviewItemStatus.Answered : null,
        ReviewMove.Settle => IsUnsettled(status) ? ReviewItemStatus.Settled : null,
        ReviewMove.Withdraw => IsUnsettled(status) ? ReviewItemStatus.Withdrawn : null,
        ReviewMove.Reopen => status is ReviewItemStatus.Open ? null : ReviewItemStatus.Open,
    };

    /// <summary>Whether a move needs a text: only agreeing speaks for itself.</summary>
    public static bool NeedsText(this ReviewMove move) => move is not ReviewMove.Settle;

    /// <summary>Whether somebody still has to do something about it.</summary>
    public static bool IsUnsettled(this ReviewItemStatus status) => status is ReviewItemStatus.Open or ReviewItemStatus.Answered;
}
