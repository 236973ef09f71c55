using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Workflows.Reviews;
using Xunit;

namespace Audit.Integration.Tests.Reviews;

/// <summary>What is signed and what a lifting rested on come back from the database as they went in.</summary>
public sealed class SignedFactsTests
{
    private static readonly SignedFact[] Facts = [new("instrument", "Vragenset", "proef 1"), new("item/1", "Punt ‘“Klopt” dit?’", "open"), new("task/a/class", "A: berekende klasse", "hoog")];

    [Fact]
    public void Read_WhatWasWritten_IsTheSameWithTheSameHash()
    {
        var facts = new SignedFacts(Facts);
        var read = SignedFacts.Read(facts.Json);

        Assert.Equal(facts.All, read.All);
        Assert.Equal(facts.Sha256, read.Sha256);
        Assert.Empty(facts.ChangesTo(read));
    }

    [Fact]
    public void ChangesTo_OtherGoneAndNewFacts_AreEachNamed()
    {
        var now = new SignedFacts([Facts[0], Facts[2] with { Value = "laag" }, new("item/2", "Punt ‘Nieuw’", "open")]);

        Assert.Equal(
            [new("Punt ‘“Klopt” dit?’", "open", null), new("A: berekende klasse", "hoog", "laag"), new ChangedFact("Punt ‘Nieuw’", null, "open")],
            new SignedFacts(Facts).ChangesTo(now));
    }

    [Fact]
    public void Effect_WrittenAndRead_IsTheSame()
    {
        var effect = new LiftingEffect(
            new(Truth.Open, [new("P1", QuestionState.Answered, "applies"), new("P15", QuestionState.Open, null)]),
            new(RiskClass.Medium, RiskClass.Critical), new(null, RiskClass.High), true, false);
        var read = LiftingEffect.Read(effect.ToJson());

        Assert.True(effect.Reason.IsSameAs(read.Reason));
        Assert.Equal((effect.Before, effect.After, effect.BlocksBefore, effect.BlocksAfter), (read.Before, read.After, read.BlocksBefore, read.BlocksAfter));
        Assert.Equal(effect.ToJson(), read.ToJson());
    }

    [Theory]
    [InlineData("2026-11-26", false)]
    [InlineData("2026-11-27", true)]
    [InlineData("2029-11-26", true)]
    [InlineData("2029-11-27", false)]
    public void RefusalOf_LastDay_IsAheadAndAtMostThreeYears(string day, bool taken) =>
        Assert.Equal(taken, GateLiftings.RefusalOf(DateOnly.Parse(day, null), new(2026, 11, 26)) is null);

    [Fact]
    public void StateOn_LastDay_StillHoldsAndTheDayAfterDoesNot()
    {
        var effect = new LiftingEffect(new(Truth.True, []), default, default, false, false);
        var lift = new GateLift(new GateLiftingRow { TaskKey = "a", GateId = "G1", Reason = "r", LegalSource = "b", EffectJson = effect.ToJson(), ValidUntil = new(2027, 1, 31) }, "Jo");

        Assert.Equal((LiftingState.Holds, LiftingState.Expired), (lift.StateOn(new(2027, 1, 31)), lift.StateOn(new(2027, 2, 1))));
        lift.Row.WithdrawnUtc = DateTime.UnixEpoch;
        Assert.Equal(LiftingState.Withdrawn, lift.StateOn(new(2027, 1, 1)));
    }

    [Fact]
    public void After_EveryMoveFromEveryState_IsAsAgreed()
    {
        var possible = from move in Enum.GetValues<ReviewMove>()
                       from status in Enum.GetValues<ReviewItemStatus>()
                       where move.After(status) is not null
                       select $"{move} {status} {move.After(status)}";

        Assert.Equal(
            [
                "Respond Open Answered", "Respond Answered Answered", "Settle Open Settled", "Settle Answered Settled",
                "Reopen Answered Open", "Reopen Settled Open", "Reopen Withdrawn Open", "Withdraw Open Withdrawn", "Withdraw Answered Withdrawn",
            ],
            possible);
    }
}
