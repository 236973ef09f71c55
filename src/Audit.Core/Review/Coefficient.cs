namespace Audit.Core.Review;

/// <summary>Why a coefficient, or its standard error, is missing.</summary>
public enum CoefficientReason
{
    /// <summary>Fewer than <see cref="Coefficient.MinimumItems"/> items with two ratings or more: no value.</summary>
    TooFewItems,

    /// <summary>All ratings fall in one category, so that agreement by chance cannot be told from agreement: no value.</summary>
    OneCategory,

    /// <summary>The scale has no order, which this coefficient needs: no value.</summary>
    NotOrdered,

    /// <summary>The coefficient is for exactly two raters: no value.</summary>
    NotTwoRaters,

    /// <summary>No disagreement at all: the value is 1, but the asymptotic standard error would be 0, which claims too much.</summary>
    PerfectAgreement,

    /// <summary>The asymptotic variance is 0 (a rater who used one category, total disagreement): a value without standard error.</summary>
    NoSpread,

    /// <summary>There is no generally accepted formula for the standard error of this coefficient: a value without standard error.</summary>
    NoFormula,
}

/// <summary>A coefficient of agreement: 1 = full agreement, 0 = as by chance, below 0 = less than by chance. No unit.</summary>
public sealed record Coefficient
{
    /// <summary>Number of rated items below which no coefficient is given (contract: statistics §3). Unit: items.</summary>
    public const int MinimumItems = 20;

    /// <summary>0.975 quantile of the standard normal distribution, for two-sided intervals of 95 %.</summary>
    internal const double NormalQuantile = 1.959963984540054;

    /// <summary>Items × variance below which the variance is 0 but for rounding.</summary>
    private const double Negligible = 1e-12;

    private Coefficient(double? value, double? standardError, CoefficientReason? reason) =>
        (Value, StandardError, Reason) = (value, standardError, reason);

    /// <summary>The value, at most 1; null when <see cref="Reason"/> says why. Never NaN.</summary>
    public double? Value { get; }

    /// <summary>Asymptotic standard error, not under the null hypothesis, for items that are independent of each other; null when <see cref="Reason"/> says why.</summary>
    public double? StandardError { get; }

    /// <summary>Lower end of the 95 % interval, value − 1.96 standard errors, at least −1; null without standard error.</summary>
    public double? Low => StandardError is null ? null : Math.Max(-1, Value!.Value - (NormalQuantile * StandardError.Value));

    /// <summary>Upper end of the 95 % interval, value + 1.96 standard errors, at most 1; null without standard error.</summary>
    public double? High => StandardError is null ? null : Math.Min(1, Value!.Value + (NormalQuantile * StandardError.Value));

    /// <summary>Why value or standard error is missing; null when both are there.</summary>
    public CoefficientReason? Reason { get; }

    /// <summary>All raters agree on every item.</summary>
    internal static Coefficient Perfect { get; } = new(1, null, CoefficientReason.PerfectAgreement);

    /// <summary>No value.</summary>
    internal static Coefficient Missing(CoefficientReason reason) => new(null, null, reason);

    /// <summary>A value whose standard error has no formula.</summary>
    internal static Coefficient WithoutError(double value) => new(value, null, CoefficientReason.NoFormula);

    /// <summary>A value with its variance; a variance that is 0 but for rounding gives no standard error.</summary>
    internal static Coefficient Of(double value, double variance, int items) => variance * items < Negligible
        ? new(value, null, CoefficientReason.NoSpread)
        : new(value, Math.Sqrt(variance), null);

    /// <summary>What rules out any value, whatever the ratings; null when nothing does.</summary>
    internal static Coefficient? Refusal(RatingScale scale, Weighting weighting, int rated) =>
        weighting != Weighting.Unweighted && !scale.IsOrdered ? Missing(CoefficientReason.NotOrdered)
        : rated < MinimumItems ? Missing(CoefficientReason.TooFewItems)
        : null;
}
