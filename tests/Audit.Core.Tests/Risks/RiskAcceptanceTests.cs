using Audit.Core.Risks;

namespace Audit.Core.Tests.Risks;

/// <summary>When a risk may be accepted, and when that lapses.</summary>
public sealed class RiskAcceptanceTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Theory]
    [InlineData(0, 1, AcceptanceState.InForce)]
    [InlineData(1, 1, AcceptanceState.Expired)]
    [InlineData(0, 0, AcceptanceState.InForce)]
    [InlineData(0, 2, AcceptanceState.Overtaken)]
    [InlineData(1, 2, AcceptanceState.Overtaken)]
    public void StateOn_ByDayAndLevel(int daysAfterTheLast, int residual, AcceptanceState expected) =>
        Assert.Equal(expected, new RiskAcceptance(1, Today, false).StateOn(Today.AddDays(daysAfterTheLast), residual));

    [Fact]
    public void StateOn_Withdrawn_ComesFirst() => Assert.Equal(AcceptanceState.Withdrawn, new RiskAcceptance(0, Today, true).StateOn(Today.AddDays(9), 2));

    [Fact]
    public void Objections_CompleteWish_AreNone() => Assert.Empty(Of(new(RiskCase.Middle, "Reden", Today.AddDays(1), false)));

    [Fact]
    public void Objections_EmptyWish_AreAllThatIsMissing() =>
        Assert.Equal([AcceptanceObjection.NotJudged, AcceptanceObjection.NoReason, AcceptanceObjection.NoFutureDay], Of(new(null, "  ", null, false)));

    [Fact]
    public void Objections_Today_IsNotInTheFuture() => Assert.Equal([AcceptanceObjection.NoFutureDay], Of(new(RiskCase.Low, "Reden", Today, false)));

    [Fact]
    public void Objections_TwoYears_IsTheLongest()
    {
        Assert.Empty(Of(new(RiskCase.Low, "Reden", Today.AddYears(2), false)));
        Assert.Equal([AcceptanceObjection.TooLong], Of(new(RiskCase.Low, "Reden", Today.AddYears(2).AddDays(1), false)));
    }

    [Fact]
    public void Objections_HighestLevel_MustBeAcknowledged()
    {
        Assert.Equal([AcceptanceObjection.HighestNotAcknowledged], Of(new(RiskCase.High, "Reden", Today.AddDays(1), false)));
        Assert.Empty(Of(new(RiskCase.High, "Reden", Today.AddDays(1), true)));
    }

    private static IReadOnlyList<AcceptanceObjection> Of(AcceptanceWish wish) => wish.Objections(RiskCase.Scale, Today);
}
