using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

public sealed class CohenKappaTests
{
    private const double SevenDigits = 5e-8;

    public static TheoryData<string> Cases => [.. RatingCase.TwoRaters.Select(expected => expected.Name)];

    /// <summary>The golden case of statistics §3, as R's vcd prints it.</summary>
    [Theory]
    [InlineData(Weighting.Unweighted, 0.5633705, 0.0842845)]
    [InlineData(Weighting.Linear, 0.6457327, 0.0731652)]
    [InlineData(Weighting.Quadratic, 0.7327935, 0.0663664)]
    public void Of_GoldenCase_GivesValueAndErrorToSevenDigits(Weighting weighting, double value, double error)
    {
        var kappa = CohenKappa.Of(RatingCase.Table([20, 5, 1], [4, 15, 6], [0, 3, 12]), weighting);

        Assert.Equal(value, kappa.Value!.Value, SevenDigits);
        Assert.Equal(error, kappa.StandardError!.Value, SevenDigits);
        Assert.Null(kappa.Reason);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_TablesComputedInR_GivesTheSameToTwelveDigits(string name)
    {
        var expected = RatingCase.TwoRaters.Single(one => one.Name == name);
        var table = RatingCase.Table(expected.Table);
        foreach (var (weighting, values) in new[]
        {
            (Weighting.Unweighted, expected.Unweighted), (Weighting.Linear, expected.Linear), (Weighting.Quadratic, expected.Quadratic),
        })
        {
            var kappa = CohenKappa.Of(table, weighting);
            Assert.Equal(values[0], kappa.Value!.Value, 1e-12);
            Assert.Equal(values[1], kappa.StandardError!.Value, 1e-12);
        }
    }

    /// <summary>By hand: p_o = 0.7, p_e = 0.5 × 0.6 + 0.5 × 0.4 = 0.5.</summary>
    [Fact]
    public void Of_TwoByTwoByHand_GivesTwoFifths() =>
        Assert.Equal(0.4, CohenKappa.Of(RatingCase.Table([20, 5], [10, 15]), Weighting.Unweighted).Value!.Value, 1e-15);

    [Fact]
    public void Of_Interval_IsValueWithinOnePointNineSixErrors()
    {
        var kappa = CohenKappa.Of(RatingCase.Table([20, 5, 1], [4, 15, 6], [0, 3, 12]), Weighting.Unweighted);

        Assert.Equal(0.3981760, kappa.Low!.Value, 1e-7);
        Assert.Equal(0.7285650, kappa.High!.Value, 1e-7);
    }

    [Fact]
    public void Of_IntervalBeyondOne_EndsAtOne() =>
        Assert.Equal(1, CohenKappa.Of(RatingCase.Table([10, 1], [0, 10]), Weighting.Unweighted).High);

    [Theory]
    [InlineData(19, CoefficientReason.TooFewItems)]
    [InlineData(20, null)]
    public void Of_NumberOfItems_DecidesWhetherThereIsAValue(int items, CoefficientReason? reason)
    {
        var kappa = CohenKappa.Of(RatingCase.Table([items - 12, 2], [4, 6]), Weighting.Unweighted);

        Assert.Equal(reason, kappa.Reason);
        Assert.Equal(reason is null, kappa.Value is not null && kappa.StandardError is not null && kappa.Low is not null && kappa.High is not null);
    }

    [Fact]
    public void Of_BothUsedOneCategory_GivesNoValue() => AssertIs(CoefficientReason.OneCategory, null, [30, 0], [0, 0]);

    [Fact]
    public void Of_PerfectAgreement_GivesOneWithoutError() => AssertIs(CoefficientReason.PerfectAgreement, 1, [12, 0], [0, 18]);

    [Fact]
    public void Of_OneRaterUsedOneCategory_GivesZeroWithoutError() => AssertIs(CoefficientReason.NoSpread, 0, [12, 0], [18, 0]);

    [Fact]
    public void Of_TotalDisagreement_GivesMinusOneWithoutError() => AssertIs(CoefficientReason.NoSpread, -1, [0, 15], [15, 0]);

    [Fact]
    public void Of_WeightsOnAScaleWithoutOrder_GivesNoValue()
    {
        var table = new ConfusionTable(RatingCase.Scale(2, ordered: false), [[20, 5], [10, 15]]);

        Assert.Equal(CoefficientReason.NotOrdered, CohenKappa.Of(table, Weighting.Linear).Reason);
        Assert.NotNull(CohenKappa.Of(table, Weighting.Unweighted).Value);
    }

    private static void AssertIs(CoefficientReason reason, double? value, params int[][] table)
    {
        var kappa = CohenKappa.Of(RatingCase.Table(table), Weighting.Unweighted);
        Assert.Equal(reason, kappa.Reason);
        Assert.Equal(value is null, kappa.Value is null);
        Assert.Equal(value ?? 0, kappa.Value ?? 0, 1e-12);
        Assert.Null(kappa.StandardError);
        Assert.Null(kappa.Low);
        Assert.Null(kappa.High);
    }
}
