using Audit.Core.Instruments;
using Audit.Core.Risks;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Risks;

/// <summary>The matrix, the floor of gates, and what a judgement is held against.</summary>
public sealed class RiskJudgementTests
{
    [Theory]
    [InlineData(RiskCase.Low, RiskCase.Low, RiskCase.Low)]
    [InlineData(RiskCase.Low, RiskCase.Middle, RiskCase.Low)]
    [InlineData(RiskCase.Low, RiskCase.High, RiskCase.Low)]
    [InlineData(RiskCase.Middle, RiskCase.Low, RiskCase.Low)]
    [InlineData(RiskCase.Middle, RiskCase.Middle, RiskCase.Middle)]
    [InlineData(RiskCase.Middle, RiskCase.High, RiskCase.High)]
    [InlineData(RiskCase.High, RiskCase.Low, RiskCase.Low)]
    [InlineData(RiskCase.High, RiskCase.Middle, RiskCase.High)]
    [InlineData(RiskCase.High, RiskCase.High, RiskCase.High)]
    public void Propose_ByTheMatrixOfTheRijksmodel(int likelihood, int impact, int expected) => Assert.Equal(expected, RiskCase.Scale.Propose(likelihood, impact));

    [Theory]
    [InlineData(RiskClass.Low, RiskCase.Low)]
    [InlineData(RiskClass.Medium, RiskCase.Middle)]
    [InlineData(RiskClass.High, RiskCase.High)]
    [InlineData(RiskClass.Critical, RiskCase.High)]
    public void FloorOf_EveryClass_IsALevel(RiskClass floor, int expected) => Assert.Equal(expected, RiskCase.Scale.FloorOf(floor));

    [Fact]
    public void Floor_OfSeveralFiredGates_IsTheHighest()
    {
        var floor = RiskCase.FloorOf(("G1", Truth.True, RiskClass.Medium), ("G2", Truth.True, RiskClass.Critical), ("G3", Truth.True, null));

        Assert.Equal(RiskCase.High, floor.Level);
        Assert.Equal(["G1", "G2"], floor.Gates.Select(gate => gate.Id));
    }

    [Theory]
    [InlineData(Truth.Open)]
    [InlineData(Truth.False)]
    public void Floor_OfAGateThatDidNotFire_IsNone(Truth state) => Assert.Equal(RiskFloor.None, RiskCase.FloorOf(("G1", state, RiskClass.Critical)));

    [Fact]
    public void Floor_OfAGateThatAJuristLifted_IsNone() => Assert.Equal(
        RiskFloor.None, RiskFloor.Of(RiskCase.Scale, RiskCase.ScoreWith(("G1", Truth.True, RiskClass.Critical)), gate => gate.Id == "G1"));

    [Fact]
    public void ObjectionsTo_LevelBelowAFiredGate_EvenWhenTheMatrixGivesIt() =>
        Assert.Equal([RiskObjection.BelowFloor], Bounds(RiskCase.FloorOf(("G1", Truth.True, RiskClass.High)), null).ObjectionsTo(new(RiskCase.Low, RiskCase.High, RiskCase.Low)));

    [Fact]
    public void ObjectionsTo_LevelOnTheFloor_AreNone() =>
        Assert.Empty(Bounds(RiskCase.FloorOf(("G1", Truth.True, RiskClass.High)), null).ObjectionsTo(new(RiskCase.Low, RiskCase.High, RiskCase.High)));

    [Fact]
    public void ObjectionsTo_MoreLeftThanThereWas_IsNoticed() =>
        Assert.Equal([RiskObjection.AboveInherent], Bounds(RiskFloor.None, RiskCase.Middle).ObjectionsTo(new(RiskCase.High, RiskCase.High, RiskCase.High)));

    [Theory]
    [InlineData(null)]
    [InlineData(RiskCase.High)]
    public void ObjectionsTo_NotMoreThanInherent_AreNone(int? inherent) =>
        Assert.Empty(Bounds(RiskFloor.None, inherent).ObjectionsTo(new(RiskCase.High, RiskCase.High, RiskCase.High)));

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 3, 0)]
    [InlineData(0, 0, 3)]
    public void ObjectionsTo_WhatIsNoLevel_IsOnlyThat(int likelihood, int impact, int level) =>
        Assert.Equal([RiskObjection.NotOnScale], Bounds(RiskFloor.None, RiskCase.Low).ObjectionsTo(new(likelihood, impact, level)));

    [Fact]
    public void DepartsFrom_OnlyWhenTheLevelIsNotThatOfTheMatrix()
    {
        Assert.False(new RiskJudgement(RiskCase.Middle, RiskCase.Middle, RiskCase.Middle).DepartsFrom(RiskCase.Scale));
        Assert.True(new RiskJudgement(RiskCase.Low, RiskCase.High, RiskCase.Middle).DepartsFrom(RiskCase.Scale));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(0, null, 0)]
    [InlineData(0, 2, 2)]
    [InlineData(1, 0, 1)]
    public void LevelOf_BothSides_IsTheHighest(int? team, int? reviewer, int? expected) => Assert.Equal(expected, RiskStanding.LevelOf(team, reviewer, RiskFloor.None));

    [Fact]
    public void LevelOf_GateThatFiredAfterTheJudgement_RaisesIt()
    {
        var floor = RiskCase.FloorOf(("G1", Truth.True, RiskClass.High));

        Assert.Equal(RiskCase.High, RiskStanding.LevelOf(RiskCase.Low, null, floor));
        Assert.Null(RiskStanding.LevelOf(null, null, floor));
    }

    [Theory]
    [InlineData(false, false, RiskEnding.None)]
    [InlineData(false, true, RiskEnding.Measure)]
    [InlineData(true, false, RiskEnding.Accepted)]
    [InlineData(true, true, RiskEnding.Accepted)]
    public void EndingOf_EveryCombination(bool isAccepted, bool hasMeasure, RiskEnding expected) => Assert.Equal(expected, RiskStanding.EndingOf(isAccepted, hasMeasure));

    private static RiskBounds Bounds(RiskFloor floor, int? inherent) => new(RiskCase.Scale, floor, inherent);
}
