using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

public sealed class GwetAgreementTests
{
    public static TheoryData<string> TwoRaters => [.. RatingCase.TwoRaters.Select(expected => expected.Name)];

    public static TheoryData<string> MoreRaters => [.. RatingCase.MoreRaters.Select(expected => expected.Name)];

    /// <summary>By hand: p_a = 118 / 125 = 0.944, π_1 = 243 / 250 = 0.972, p_e = 2 × 0.972 × 0.028 = 0.054432; κ is −0.02 here.</summary>
    [Fact]
    public void Of_SkewedClassesByHand_StaysHighWhereKappaIsLow()
    {
        int[][] table = [[118, 5], [2, 0]];

        Assert.Equal((0.944 - 0.054432) / (1 - 0.054432), Of(2, RatingCase.Rows(table), Weighting.Unweighted).Value!.Value, 1e-14);
        Assert.True(CohenKappa.Of(RatingCase.Table(table), Weighting.Unweighted).Value < 0);
    }

    /// <summary>Gwet, Handbook (2014), p. 120, the data of Krippendorff: 0.77544 with standard error 0.14295 (also in irrCAC's README).</summary>
    [Fact]
    public void Estimate_GwetsFourRatersWithMissingRatings_GivesThePublishedValueAndError()
    {
        var ac1 = GwetAgreement.Estimate(RatingCase.Counts(5, RatingCase.Krippendorff), Weighting.Unweighted);

        Assert.Equal(0.77544, ac1.Value!.Value, 5e-6);
        Assert.Equal(0.14295, ac1.StandardError!.Value, 5e-6);
    }

    /// <summary>irrCAC's README, table cont3x3abstractors: 0.8493305, standard error 0.04321747 with divisor n² for n (n − 1).</summary>
    [Fact]
    public void Of_GwetsAbstractors_GivesThePublishedValueAndError()
    {
        var ac1 = Of(3, RatingCase.Rows([[13, 0, 0], [0, 20, 7], [0, 4, 56]]), Weighting.Unweighted);

        Assert.Equal(0.8493305, ac1.Value!.Value, 5e-8);
        Assert.Equal(0.04321747, ac1.StandardError!.Value * Math.Sqrt(99.0 / 100), 5e-9);
    }

    [Theory]
    [MemberData(nameof(TwoRaters))]
    public void Of_TablesComputedInR_GivesTheSameToTwelveDigits(string name)
    {
        var expected = RatingCase.TwoRaters.Single(one => one.Name == name);
        var rows = RatingCase.Rows(expected.Table);
        foreach (var (weighting, values) in new[]
        {
            (Weighting.Unweighted, expected.Ac1), (Weighting.Linear, expected.Ac2Linear), (Weighting.Quadratic, expected.Ac2Quadratic),
        })
        {
            var actual = Of(expected.Table.Length, rows, weighting);
            Assert.Equal(values[0], actual.Value!.Value, 1e-12);
            Assert.Equal(values[1], actual.StandardError!.Value * Math.Sqrt((rows.Length - 1.0) / rows.Length), 1e-12);
        }
    }

    /// <summary>irrCAC gives these standard errors in five decimals.</summary>
    [Theory]
    [MemberData(nameof(MoreRaters))]
    public void Of_MissingRatingsComputedInR_GivesTheSame(string name)
    {
        var expected = RatingCase.MoreRaters.Single(one => one.Name == name);
        foreach (var (weighting, values) in new[]
        {
            (Weighting.Unweighted, expected.Ac1), (Weighting.Linear, expected.Ac2Linear), (Weighting.Quadratic, expected.Ac2Quadratic),
        })
        {
            var actual = Of(expected.Categories, expected.Ratings, weighting);
            Assert.Equal(values[0], actual.Value!.Value, 1e-12);
            Assert.Equal(values[1], actual.StandardError!.Value, 5.1e-6);
        }
    }

    [Fact]
    public void Of_FewerThanTwentyItemsWithTwoRatings_GivesNoValue()
    {
        int?[][] ratings = [.. RatingCase.Rows([[8, 3], [2, 6]]), .. Enumerable.Repeat<int?[]>([1, null], 10)];

        Assert.Null(Of(2, ratings, Weighting.Unweighted).Value);
        Assert.Equal(CoefficientReason.TooFewItems, Of(2, ratings, Weighting.Unweighted).Reason);
    }

    [Fact]
    public void Of_OneOfThreeCategoriesUsed_GivesOneWithoutError()
    {
        var ac1 = Of(3, Enumerable.Repeat<int?[]>([2, 2], 25), Weighting.Unweighted);

        Assert.Equal(1, ac1.Value);
        Assert.Null(ac1.StandardError);
        Assert.Equal(CoefficientReason.PerfectAgreement, ac1.Reason);
    }

    [Fact]
    public void Of_ScaleOfOneCategory_GivesNoValue() =>
        Assert.Equal(CoefficientReason.OneCategory, Of(1, Enumerable.Repeat<int?[]>([1, 1], 25), Weighting.Quadratic).Reason);

    [Fact]
    public void Of_WeightsOnAScaleWithoutOrder_GivesNoValue()
    {
        var scale = RatingCase.Scale(3, ordered: false);
        var items = RatingCase.Items(scale, RatingCase.Rows([[13, 0, 0], [0, 20, 7], [0, 4, 56]]));

        Assert.Equal(CoefficientReason.NotOrdered, GwetAgreement.Of(scale, items, Weighting.Quadratic).Reason);
    }

    private static Coefficient Of(int categories, IEnumerable<int?[]> ratings, Weighting weighting) =>
        GwetAgreement.Of(RatingCase.Scale(categories), RatingCase.Items(RatingCase.Scale(categories), ratings), weighting);
}
