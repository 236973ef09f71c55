namespace Audit.Core.Review;

/// <summary>How far apart two categories are in Krippendorff's α.</summary>
public enum AlphaMetric
{
    /// <summary>Different is different.</summary>
    Nominal,

    /// <summary>By how many ratings lie between the two categories.</summary>
    Ordinal,

    /// <summary>By the square of the number of steps between the two categories, as if all steps were equal.</summary>
    Interval,
}

/// <summary>Krippendorff's α: agreement of any number of raters, with missing ratings, corrected for small samples.</summary>
/// <remarks>
/// α = 1 − D_o / D_e = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck over the coincidences o_ck of the items with two ratings or more. δ² is 1 (nominal),
/// (n_c / 2 + Σ between + n_k / 2)² (ordinal), (c − k)² (interval). Source: K. Krippendorff, <i>Computing Krippendorff's Alpha-Reliability</i> (2011).
/// Krippendorff gives no formula for a standard error but a bootstrap, so none is given here.
/// </remarks>
public static class KrippendorffAlpha
{
    /// <summary>
    /// α without standard error. No value below <see cref="Coefficient.MinimumItems"/>, on a metric that the scale has no order for, and when all ratings
    /// fall in one category.
    /// </summary>
    /// <param name="scale">The scale of all items.</param>
    /// <param name="items">Items with this scale.</param>
    /// <param name="metric">How far apart two categories are.</param>
    public static Coefficient Of(RatingScale scale, IReadOnlyList<RatedItem> items, AlphaMetric metric) => Of(scale, new RatingCounts(scale, items), metric);

    /// <summary>The same from counts.</summary>
    internal static Coefficient Of(RatingScale scale, RatingCounts counts, AlphaMetric metric) =>
        Coefficient.Refusal(scale, metric == AlphaMetric.Nominal ? Weighting.Unweighted : Weighting.Linear, counts.Rated.Count) ?? Estimate(counts, metric);

    /// <summary>The same without the smallest number of items, for published examples that are smaller; at least 1 rated item.</summary>
    internal static Coefficient Estimate(RatingCounts counts, AlphaMetric metric)
    {
        var totals = Enumerable.Range(0, counts.Categories).Select(k => counts.Rated.Sum(item => item.PerCategory[k])).ToArray();
        if (totals.Count(total => total > 0) == 1)
        {
            return Coefficient.Missing(CoefficientReason.OneCategory);
        }

        if (counts.IsUnanimous)
        {
            return Coefficient.Perfect;
        }

        var distances = Distances(totals, metric);
        var observed = counts.Rated.Sum(item => SumOver(item.PerCategory, distances) / (item.Ratings - 1));
        var expected = SumOver(totals, distances) / (totals.Sum() - 1);
        return Coefficient.WithoutError(1 - (observed / expected));
    }

    /// <summary>Σ n_c n_k δ²_ck over the pairs c &lt; k; half of the sum over all pairs, in numerator and denominator alike.</summary>
    private static double SumOver(int[] counts, double[][] distances) =>
        counts.Select((count, c) => count == 0 ? 0 : count * counts.Skip(c + 1).Select((other, ahead) => other * distances[c][c + 1 + ahead]).Sum()).Sum();

    private static double[][] Distances(int[] totals, AlphaMetric metric) =>
        [.. totals.Select((_, c) => totals.Select((_, k) => Distance(totals, Math.Min(c, k), Math.Max(c, k), metric)).ToArray())];

    private static double Distance(int[] totals, int low, int high, AlphaMetric metric)
    {
        var root = metric switch
        {
            AlphaMetric.Nominal => low == high ? 0 : 1,
            AlphaMetric.Ordinal => totals[low..(high + 1)].Sum() - ((totals[low] + totals[high]) / 2.0),
            AlphaMetric.Interval => high - low,
        };
        return root * root;
    }
}
