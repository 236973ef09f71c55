using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

public sealed class GroupAgreementTests
{
    private static readonly RatingScale YesNo = new("yes-no", ["yes", "no"], false);

    [Fact]
    public void PerComponent_TwoScales_PoolsRawAgreementAndKeepsCoefficientsApart()
    {
        RatedItem[] items = [.. Repeat("data", "Q1", 18, "yes", "yes"), .. Repeat("data", "Q1", 6, "no", "yes"), .. Degrees("data", 16)];
        var group = Assert.Single(GroupAgreement.PerComponent(items));

        Assert.Equal(("data", 40, 40), (group.Group, group.Items, group.Rated));
        Assert.Equal((18.0 + 16) / 40, group.RawAgreement!.Value, 1e-15);
        Assert.Equal(["yes-no", "scale"], group.Scales.Select(scale => scale.Scale.Id));
        Assert.Equal([CoefficientReason.NoSpread, CoefficientReason.TooFewItems], group.Scales.Select(scale => scale.Kappa.Reason));
    }

    [Fact]
    public void PerQuestion_Questions_KeepTheOrderInWhichTheyOccur()
    {
        RatedItem[] items = [.. Repeat("data", "Q2", 1, "yes", "no"), .. Repeat("data", "Q1", 1, "yes", "yes"), .. Repeat("data", "Q2", 1, "no", "no")];
        var groups = GroupAgreement.PerQuestion(items);

        Assert.Equal([("Q2", 0.5), ("Q1", 1.0)], groups.Select(group => (group.Group, group.RawAgreement!.Value)));
    }

    [Fact]
    public void Of_NothingRatedTwice_HasNoRawAgreement()
    {
        var group = GroupAgreement.Of("data", Repeat("data", "Q1", 30, "yes", null));

        Assert.Equal((30, 0, null), (group.Items, group.Rated, group.RawAgreement));
        Assert.Equal(CoefficientReason.TooFewItems, group.Scales[0].Ac1.Reason);
        Assert.Null(group.Scales[0].Table!.RawAgreement);
    }

    [Fact]
    public void Of_AuditorTookASample_GivesTheCoefficientsOfTheSample()
    {
        RatedItem[] sample = [.. Repeat("data", "Q1", 14, "yes", "yes"), .. Repeat("data", "Q1", 4, "no", "yes"), .. Repeat("data", "Q1", 9, "no", "no")];
        var (alone, all) = (ScaleAgreement.Of(YesNo, sample), ScaleAgreement.Of(YesNo, [.. sample, .. Repeat("data", "Q1", 100, "no", null)]));

        Assert.Equal((127, 27), (all.Items, all.Rated));
        Assert.Equal((alone.RawAgreement, alone.Kappa, alone.AlphaNominal, alone.Ac1), (all.RawAgreement, all.Kappa, all.AlphaNominal, all.Ac1));
    }

    [Fact]
    public void Of_NoItems_IsEmpty() => Assert.Empty(GroupAgreement.Of("data", []).Scales);

    [Fact]
    public void Of_ThreeRaters_GivesAlphaAndAcButNoTableAndNoKappa()
    {
        var scale = RatingCase.Scale(4);
        var agreement = ScaleAgreement.Of(scale, RatingCase.Items(scale, RatingCase.MoreRaters[0].Ratings));

        Assert.Null(agreement.Table);
        Assert.Equal(CoefficientReason.NotTwoRaters, agreement.KappaQuadratic.Reason);
        Assert.NotNull(agreement.AlphaOrdinal.Value);
        Assert.NotNull(agreement.Ac2Linear.StandardError);
    }

    [Fact]
    public void Of_TwoRaters_TableHasTheAssessorInTheRows()
    {
        var table = GroupAgreement.Of("data", Repeat("data", "Q1", 3, "yes", "no")).Scales[0].Table!;

        Assert.Equal((3, 0), (table[0, 1], table[1, 0]));
        Assert.Equal([3, 0], table.RowTotals);
        Assert.Equal([0, 3], table.ColumnTotals);
    }

    [Fact]
    public void RatedItem_Of_UnknownNotApplicableAndForeignOptions_CountAsNotRated()
    {
        var scale = new Scale("degree", [new("much", 1, null, "veel"), new("none", 0, null, "niet")]);
        var question = new Question("Q1", QuestionKind.Exposure, scale, 1, "?");
        var item = RatedItem.Of("data", question, [new("none"), new(Answer.Unknown), new(Answer.NotApplicable), new("old"), null]);

        Assert.Equal(["none", null, null, null, null], item.Ratings);
        Assert.Equal(["none", "much"], item.Scale.Categories);
        Assert.True(item.Scale.IsOrdered);
        Assert.False(item.IsRated);
    }

    [Fact]
    public void RatingScale_Of_OptionsWithoutValueOrLevel_HasNoOrder()
    {
        var scale = RatingScale.Of(new("kind", [new("b", null, null, "b"), new("a", null, null, "a")]));

        Assert.False(scale.IsOrdered);
        Assert.Equal(["b", "a"], scale.Categories);
    }

    [Fact]
    public void Constructors_WhatDoesNotFitTheScale_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new RatingScale("twice", ["a", "a"], true));
        Assert.Throws<ArgumentException>(() => new RatedItem("data", "Q1", YesNo, ["maybe"]));
        Assert.Throws<ArgumentException>(() => new ConfusionTable(YesNo, [[1, 2]]));
        Assert.Throws<ArgumentException>(() => new ConfusionTable(YesNo, [[1, 2], [-1, 0]]));
    }

    [Fact]
    public void Dutch_EveryReason_HasItsOwnWords()
    {
        var words = Enum.GetValues<CoefficientReason>().Select(reason => reason.Dutch()).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    private static RatedItem[] Repeat(string component, string question, int times, string? first, string? second) =>
        [.. Enumerable.Repeat(new RatedItem(component, question, YesNo, [first, second]), times)];

    private static RatedItem[] Degrees(string component, int times) =>
        [.. Enumerable.Repeat(new RatedItem(component, "Q9", new("scale", ["low", "high"], true), ["low", "low"]), times)];
}
