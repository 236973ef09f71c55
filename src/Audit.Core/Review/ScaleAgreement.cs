namespace Audit.Core.Review;

/// <summary>Agreement on the items of one scale. Show raw agreement and the table first, the coefficients beside them.</summary>
/// <remarks>
/// All numbers are about the same items, those with two ratings or more: an auditor who takes a sample leaves many with one, which say nothing about
/// agreement and would only widen the intervals of Gwet's coefficients. Items are taken as
/// independent; several questions about one subject are not quite, which makes the intervals a little too narrow.
/// </remarks>
/// <param name="Scale">The categories.</param>
/// <param name="Items">Items on this scale. Unit: items.</param>
/// <param name="Rated">Items with two ratings or more. Unit: items, 0 to <paramref name="Items"/>.</param>
/// <param name="RawAgreement">Mean share of agreeing pairs of raters on the rated items, in [0, 1]; null when there are none.</param>
/// <param name="Table">Assessor (rows) against auditor (columns); null unless there are exactly two raters.</param>
public sealed record ScaleAgreement(RatingScale Scale, int Items, int Rated, double? RawAgreement, ConfusionTable? Table)
{
    /// <summary>Cohen's κ; for two raters.</summary>
    public required Coefficient Kappa { get; init; }

    /// <summary>Cohen's κ with linear weights; for two raters on an ordered scale.</summary>
    public required Coefficient KappaLinear { get; init; }

    /// <summary>Cohen's κ with quadratic weights; for two raters on an ordered scale.</summary>
    public required Coefficient KappaQuadratic { get; init; }

    /// <summary>Krippendorff's α for categories without order.</summary>
    public required Coefficient AlphaNominal { get; init; }

    /// <summary>Krippendorff's α for ordered categories.</summary>
    public required Coefficient AlphaOrdinal { get; init; }

    /// <summary>Gwet's AC1.</summary>
    public required Coefficient Ac1 { get; init; }

    /// <summary>Gwet's AC2 with linear weights; on an ordered scale.</summary>
    public required Coefficient Ac2Linear { get; init; }

    /// <summary>Gwet's AC2 with quadratic weights; on an ordered scale.</summary>
    public required Coefficient Ac2Quadratic { get; init; }

    /// <summary>Everything about the items of one scale.</summary>
    /// <param name="scale">The scale of all items.</param>
    /// <param name="items">Items with this scale.</param>
    public static ScaleAgreement Of(RatingScale scale, IReadOnlyList<RatedItem> items)
    {
        var counts = new RatingCounts(scale, items.Where(item => item.IsRated));
        var table = items.Count > 0 && items.Max(item => item.Ratings.Count) == 2 ? ConfusionTable.Of(scale, items) : null;
        Coefficient KappaOf(Weighting weighting) =>
            table is null ? Coefficient.Missing(CoefficientReason.NotTwoRaters) : CohenKappa.Of(table, weighting);
        return new(scale, items.Count, counts.Rated.Count, counts.Agreement(Weights.Of(Weighting.Unweighted, counts.Categories)), table)
        {
            Kappa = KappaOf(Weighting.Unweighted),
            KappaLinear = KappaOf(Weighting.Linear),
            KappaQuadratic = KappaOf(Weighting.Quadratic),
            AlphaNominal = KrippendorffAlpha.Of(scale, counts, AlphaMetric.Nominal),
            AlphaOrdinal = KrippendorffAlpha.Of(scale, counts, AlphaMetric.Ordinal),
            Ac1 = GwetAgreement.Of(scale, counts, Weighting.Unweighted),
            Ac2Linear = GwetAgreement.Of(scale, counts, Weighting.Linear),
            Ac2Quadratic = GwetAgreement.Of(scale, counts, Weighting.Quadratic),
        };
    }
}
