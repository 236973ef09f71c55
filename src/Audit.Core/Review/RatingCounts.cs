namespace Audit.Core.Review;

/// <summary>How many raters placed one item in each category; who they were is forgotten.</summary>
/// <param name="PerCategory">Raters per category. Unit: ratings, at least 0.</param>
/// <param name="Ratings">Number of ratings, at least 1.</param>
internal readonly record struct ItemCounts(int[] PerCategory, int Ratings)
{
    /// <summary>True when all ratings fall in one category.</summary>
    public bool IsUnanimous => PerCategory.Contains(Ratings);
}

/// <summary>The counts of a set of items on one scale, for coefficients with any number of raters and missing ratings.</summary>
internal sealed class RatingCounts
{
    /// <summary>Counts of items on one scale.</summary>
    public RatingCounts(RatingScale scale, IEnumerable<RatedItem> items)
    {
        Categories = scale.Categories.Count;
        WithRating = [.. items.Select(item => CountsOf(scale, item)).Where(item => item.Ratings > 0)];
        Rated = [.. WithRating.Where(item => item.Ratings > 1)];
    }

    /// <summary>q, the number of categories of the scale.</summary>
    public int Categories { get; }

    /// <summary>Items with at least one rating.</summary>
    public IReadOnlyList<ItemCounts> WithRating { get; }

    /// <summary>Items with at least two ratings.</summary>
    public IReadOnlyList<ItemCounts> Rated { get; }

    /// <summary>True when no two ratings of an item differ.</summary>
    public bool IsUnanimous => Rated.All(item => item.IsUnanimous);

    /// <summary>
    /// Mean over the rated items of the weighted share of agreeing pairs of raters, Σ_k n_k (n*_k − 1) / (r (r − 1)) with n*_k = Σ_l w_kl n_l; null without
    /// rated items. Source: J.L. Fleiss, Psychological Bulletin 76 (1971); weighted: K.L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014).
    /// </summary>
    public double? Agreement(double[][] weights) => Rated.Count == 0 ? null : Rated.Average(item => AgreementOn(item, weights));

    /// <summary>The weighted share of agreeing pairs of raters on one item, in [0, 1].</summary>
    public static double AgreementOn(ItemCounts item, double[][] weights)
    {
        var pairs = item.PerCategory.Select((count, k) => count * (weights[k].Select((w, l) => w * item.PerCategory[l]).Sum() - 1)).Sum();
        return pairs / ((double)item.Ratings * (item.Ratings - 1));
    }

    private static ItemCounts CountsOf(RatingScale scale, RatedItem item)
    {
        var counts = new int[scale.Categories.Count];
        foreach (var rating in item.Ratings.OfType<string>())
        {
            counts[scale.PositionOf(rating)]++;
        }

        return new(counts, counts.Sum());
    }
}
