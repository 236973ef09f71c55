using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

public sealed class KrippendorffAlphaTests
{
    public static TheoryData<string> Cases => [.. RatingCase.MoreRaters.Select(expected => expected.Name)];

    /// <summary>Three decimals as published: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections C and D.</summary>
    [Theory]
    [InlineData(AlphaMetric.Nominal, 0.743)]
    [InlineData(AlphaMetric.Ordinal, 0.815)]
    [InlineData(AlphaMetric.Interval, 0.849)]
    public void Estimate_KrippendorffsFourObservers_GivesThePublishedValue(AlphaMetric metric, double published) =>
        Assert.Equal(published, KrippendorffAlpha.Estimate(RatingCase.Counts(5, RatingCase.Krippendorff), metric).Value!.Value, 5e-4);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_RatingsComputedInR_GivesTheSameToTwelveDigits(string name)
    {
        var expected = RatingCase.MoreRaters.Single(one => one.Name == name);
        var scale = RatingCase.Scale(expected.Categories);
        var items = RatingCase.Items(scale, expected.Ratings);

        Assert.Equal(expected.AlphaNominal, KrippendorffAlpha.Of(scale, items, AlphaMetric.Nominal).Value!.Value, 1e-12);
        Assert.Equal(expected.AlphaOrdinal, KrippendorffAlpha.Of(scale, items, AlphaMetric.Ordinal).Value!.Value, 1e-12);
        Assert.Equal(expected.AlphaInterval, KrippendorffAlpha.Of(scale, items, AlphaMetric.Interval).Value!.Value, 1e-12);
    }

    /// <summary>irrCAC's README, table cont3x3abstractors (100 patients): 0.7972585.</summary>
    [Fact]
    public void Of_GwetsAbstractors_GivesThePublishedValue()
    {
        var alpha = Alpha(3, RatingCase.Rows([[13, 0, 0], [0, 20, 7], [0, 4, 56]]));

        Assert.Equal(0.7972585, alpha.Value!.Value, 5e-8);
        Assert.Null(alpha.StandardError);
        Assert.Equal(CoefficientReason.NoFormula, alpha.Reason);
    }

    [Fact]
    public void Of_FewerThanTwentyItemsWithTwoRatings_GivesNoValue()
    {
        int?[][] ratings = [.. RatingCase.Rows([[8, 3], [2, 6]]), .. Enumerable.Repeat<int?[]>([1, null], 10)];

        Assert.Equal(CoefficientReason.TooFewItems, Alpha(2, ratings).Reason);
        Assert.Null(Alpha(2, ratings).Value);
    }

    [Fact]
    public void Of_OneCategoryUsed_GivesNoValue()
    {
        var alpha = Alpha(3, RatingCase.Rows([[25, 0, 0], [0, 0, 0], [0, 0, 0]]));

        Assert.Null(alpha.Value);
        Assert.Equal(CoefficientReason.OneCategory, alpha.Reason);
    }

    [Fact]
    public void Of_PerfectAgreement_GivesOne()
    {
        var alpha = Alpha(2, RatingCase.Rows([[15, 0], [0, 15]]));

        Assert.Equal(1, alpha.Value);
        Assert.Equal(CoefficientReason.PerfectAgreement, alpha.Reason);
    }

    [Fact]
    public void Of_OrdinalOnAScaleWithoutOrder_GivesNoValue()
    {
        var scale = RatingCase.Scale(2, ordered: false);
        var items = RatingCase.Items(scale, RatingCase.Rows([[15, 3], [4, 15]]));

        Assert.Equal(CoefficientReason.NotOrdered, KrippendorffAlpha.Of(scale, items, AlphaMetric.Ordinal).Reason);
        Assert.NotNull(KrippendorffAlpha.Of(scale, items, AlphaMetric.Nominal).Value);
    }

    private static Coefficient Alpha(int categories, int?[][] ratings) =>
        KrippendorffAlpha.Of(RatingCase.Scale(categories), RatingCase.Items(RatingCase.Scale(categories), ratings), AlphaMetric.Nominal);
}
