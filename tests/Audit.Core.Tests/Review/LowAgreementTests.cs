using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

/// <summary>Which questions deserve a suggestion to the keeper of the instrument.</summary>
public sealed class LowAgreementTests
{
    private static readonly RatingScale Scale = new("schaal", ["laag", "midden", "hoog"], true);

    [Theory]
    [InlineData(2, 0, false)]
    [InlineData(3, 2, true)]
    [InlineData(3, 3, false)]
    [InlineData(10, 7, false)]
    [InlineData(10, 6, true)]
    public void Questions_RawAgreement_IsLowBelowSevenTenthsOfThreeOrMore(int rated, int equal, bool isLow)
    {
        var low = LowAgreement.Questions([.. Items("A1", rated, equal)]);

        Assert.Equal(isLow ? [("A1", LowAgreementReason.OfQuestion)] : [], low.Select(question => (question.Question.Group, question.Reason)));
    }

    [Fact]
    public void Questions_ComponentWithLowCoefficient_GivesThoseThatDiffer()
    {
        RatedItem[] items = [.. Items("A1", 10, 8), .. Items("A2", 2, 1), .. Items("A3", 10, 10)];
        var component = Assert.Single(GroupAgreement.PerComponent(items)).Scales.Single();
        Assert.True(component.Kappa.Value < LowAgreement.CoefficientThreshold);
        Assert.True(LowAgreement.IsPerhapsSkewed(component), "almost everything is in one category");

        Assert.Equal(
            [("A1", LowAgreementReason.OfComponent), ("A2", LowAgreementReason.OfComponent)],
            LowAgreement.Questions(items).Select(question => (question.Question.Group, question.Reason)));
    }

    [Fact]
    public void Questions_TooFewForACoefficient_SaysNothingOfTheComponent() =>
        Assert.Empty(LowAgreement.Questions([.. Items("A1", 10, 8), .. Items("A2", 2, 1)]));

    private static IEnumerable<RatedItem> Items(string question, int rated, int equal) => Enumerable.Range(0, rated)
        .Select(number => new RatedItem("onderdeel", question, Scale, ["laag", number < equal ? "laag" : "hoog"]));
}
