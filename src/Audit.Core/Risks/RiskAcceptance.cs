namespace Audit.Core.Risks;

/// <summary>Whether an acceptance holds.</summary>
public enum AcceptanceState
{
    /// <summary>It holds.</summary>
    InForce,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>The risk is now higher than what was accepted.</summary>
    Overtaken,

    /// <summary>Somebody withdrew it.</summary>
    Withdrawn,
}

/// <summary>Why a risk cannot be accepted as asked.</summary>
public enum AcceptanceObjection
{
    /// <summary>What is left of the risk has not been judged.</summary>
    NotJudged,

    /// <summary>There is no reason.</summary>
    NoReason,

    /// <summary>There is no last day, or it is not after today.</summary>
    NoFutureDay,

    /// <summary>The last day is more than <see cref="RiskAcceptance.MostYears"/> years away.</summary>
    TooLong,

    /// <summary>The risk is at the highest level, and nobody said to have seen that.</summary>
    HighestNotAcknowledged,
}

/// <summary>Somebody who answers for the task accepts what is left of a risk until a day. Dutch: <c>acceptatie</c>.</summary>
/// <param name="Level">Position of the level that was accepted.</param>
/// <param name="ValidUntil">Last day on which it holds.</param>
/// <param name="IsWithdrawn">Whether it was taken back.</param>
public readonly record struct RiskAcceptance(int Level, DateOnly ValidUntil, bool IsWithdrawn)
{
    /// <summary>Longest time for which a risk may be accepted. Unit: years; own choice of this product.</summary>
    public const int MostYears = 2;

    /// <summary>Whether it holds on a day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="residual">Position of the level of what is left by then; null when nobody has judged that.</param>
    public AcceptanceState StateOn(DateOnly today, int? residual) =>
        IsWithdrawn ? AcceptanceState.Withdrawn
        : residual > Level ? AcceptanceState.Overtaken
        : today > ValidUntil ? AcceptanceState.Expired
        : AcceptanceState.InForce;
}

/// <summary>A wish to accept what is left of a risk.</summary>
/// <param name="Residual">Position of its level; null when nobody has judged it.</param>
/// <param name="Reason">Why; empty when not given.</param>
/// <param name="ValidUntil">Last day; null when not given.</param>
/// <param name="AcknowledgesHighest">Whether who accepts says to have seen that the level is the highest.</param>
public sealed record AcceptanceWish(int? Residual, string Reason, DateOnly? ValidUntil, bool AcknowledgesHighest)
{
    /// <summary>Every objection; empty when the risk can be accepted.</summary>
    /// <param name="scale">The levels.</param>
    /// <param name="today">The day on which it is asked.</param>
    public IReadOnlyList<AcceptanceObjection> Objections(RiskScale scale, DateOnly today)
    {
        (bool Holds, AcceptanceObjection Objection)[] rules =
        [
            (Residual is null, AcceptanceObjection.NotJudged),
            (string.IsNullOrWhiteSpace(Reason), AcceptanceObjection.NoReason),
            (ValidUntil is not { } day || day <= today, AcceptanceObjection.NoFutureDay),
            (ValidUntil > today.AddYears(RiskAcceptance.MostYears), AcceptanceObjection.TooLong),
            (Residual == scale.Highest && !AcknowledgesHighest, AcceptanceObjection.HighestNotAcknowledged),
        ];
        return [.. rules.Where(rule => rule.Holds).Select(rule => rule.Objection)];
    }
}
