namespace Audit.Core.Review;

/// <summary>Gwet's AC1 (unweighted) and AC2 (weighted): agreement of any number of raters that stays stable when classes are skewed.</summary>
/// <remarks>
/// AC = (p_a − p_e) / (1 − p_e) with p_a the mean share of agreeing pairs, p_e = T_w / (q (q − 1)) Σ π_k (1 − π_k), T_w the sum of all weights, q the number
/// of categories of the scale and π_k the mean over the items of the share of ratings in k. Items with one rating count in π only.
/// Sources: K.L. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008); weights and missing ratings: <i>Handbook of Inter-Rater
/// Reliability</i>, 4th ed. (2014), ch. 5.
/// </remarks>
public static class GwetAgreement
{
    /// <summary>
    /// AC1 or AC2 with standard error. No value below <see cref="Coefficient.MinimumItems"/>, on weights for a scale without order, and on a scale of one
    /// category; 1 without standard error at perfect agreement, also when all ratings fall in one of several categories.
    /// </summary>
    /// <remarks>
    /// Variance: Σ (γ_i − AC)² / (n (n − 1)) with γ_i = (n / n') (p_a|i − p_e) / (1 − p_e) − 2 (1 − AC) (p_e|i − p_e) / (1 − p_e), p_e|i = T_w / (q (q − 1))
    /// Σ_k (1 − π_k) n_ik / r_i; n items, n' of them with two ratings or more; the first term is 0 for the others. For two raters Gwet's formula for tables
    /// divides by n² instead of n (n − 1). Source: as above. As published it takes n' for fixed, so that items of one rating add about
    /// AC² (n / n' − 1) / (n − 1) to the variance; <see cref="ScaleAgreement"/> therefore leaves them out.
    /// </remarks>
    /// <param name="scale">The scale of all items.</param>
    /// <param name="items">Items with this scale.</param>
    /// <param name="weighting">Weights of partial agreement; unweighted gives AC1.</param>
    public static Coefficient Of(RatingScale scale, IReadOnlyList<RatedItem> items, Weighting weighting) => Of(scale, new RatingCounts(scale, items), weighting);

    /// <summary>The same from counts.</summary>
    internal static Coefficient Of(RatingScale scale, RatingCounts counts, Weighting weighting) =>
        Coefficient.Refusal(scale, weighting, counts.Rated.Count) ?? Estimate(counts, weighting);

    /// <summary>The same without the smallest number of items, for published examples that are smaller; at least 1 rated item.</summary>
    internal static Coefficient Estimate(RatingCounts counts, Weighting weighting)
    {
        if (counts.Categories == 1)
        {
            return Coefficient.Missing(CoefficientReason.OneCategory);
        }

        return counts.IsUnanimous ? Coefficient.Perfect : Formula(counts, Weights.Of(weighting, counts.Categories));
    }

    private static Coefficient Formula(RatingCounts counts, double[][] weights)
    {
        var (q, n) = (counts.Categories, counts.WithRating.Count);
        var shares = Enumerable.Range(0, q).Select(k => counts.WithRating.Average(item => Share(item, k))).ToArray();
        var factor = weights.Sum(row => row.Sum()) / ((double)q * (q - 1));
        var chance = factor * shares.Sum(share => share * (1 - share));
        var value = (counts.Agreement(weights)!.Value - chance) / (1 - chance);
        var scaled = (double)n / counts.Rated.Count;
        var squares = counts.WithRating.Sum(item =>
        {
            var agreement = item.Ratings < 2 ? 0 : scaled * (RatingCounts.AgreementOn(item, weights) - chance);
            var ownChance = factor * shares.Select((share, k) => (1 - share) * Share(item, k)).Sum();
            var deviation = ((agreement - (2 * (1 - value) * (ownChance - chance))) / (1 - chance)) - value;
            return deviation * deviation;
        });
        return Coefficient.Of(value, squares / ((double)n * (n - 1)), n);
    }

    private static double Share(ItemCounts item, int category) => (double)item.PerCategory[category] / item.Ratings;
}
