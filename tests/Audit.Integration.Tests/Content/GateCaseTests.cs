using Audit.Core.Assessments;
using Audit.Core.Scoring;
using Xunit;

namespace Audit.Integration.Tests.Content;

/// <summary>Every gate of the shipped pack: a case that fires it, and the nearest one that does not.</summary>
public sealed class GateCaseTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);

    /// <summary>Gate, answers that fire it, and answers that just do not.</summary>
    private static readonly (string Gate, string Fires, string JustNot)[] Cases =
    [
        ("G1", "R20=direct", "R20=unjustified"),
        ("G1", "R20=directopen", "R20=unjustified"),
        ("G2", "P1=applies P2=decisive", "P1=applies P2=contributing"),
        ("G2", "P1=applies P2=decisive", "P1=notapplies P2=decisive"),
        ("G3", "R20=partly", "R20=justified"),
        ("G3", "R20=unjustified", "R20=directopen"),
        ("G4", "R21=unjustified", "R21=partly"),
        ("G4", "R21=direct", "R21=justified"),
        ("G5", "W28=notpermitted", "W28=permitted"),
        ("G6", "P9=noexception", "P9=exception"),
        ("G7", "P1=applies P15=absent", "P1=applies P15=partial"),
        ("G8", "P1=applies P2=contributing R20=none", "P1=applies P2=norole R20=none"),
        ("G8", "P1=applies P2=contributing R20=partly", "P1=applies P2=contributing R20=justified"),
        ("G9", "W13=absent", "W13=partial"),
        ("G10", "C8=nothandled", "C8=handled"),
        ("G10", "C8=underway", "C8=nosuspicion"),
        ("G11", "W6=shown", "W6=explained"),
        ("G12", "W20=absent", "W20=partial"),
    ];

    public static TheoryData<string, string, string> All => new(Cases.Select(row => new TheoryDataRow<string, string, string>(row.Gate, row.Fires, row.JustNot)));

    public static TheoryData<string> Gates => new(Cases.Select(row => row.Gate).Distinct());

    [Fact]
    public void Cases_Gates_CoverEveryGateOfThePack() =>
        Assert.Equal(ShippedContent.Pack.Gates.Select(gate => gate.Id).Order(), Cases.Select(row => row.Gate).Distinct().Order());

    [Theory]
    [MemberData(nameof(All))]
    public void Gate_NearestCases_FiresAndJustDoesNot(string gateId, string fires, string justNot)
    {
        var (fired, score) = StateOf(gateId, fires, Day);

        Assert.Equal(Truth.True, fired);
        Assert.Equal(Truth.False, StateOf(gateId, justNot, Day).State);
        if (ShippedContent.Pack.Gates.Single(gate => gate.Id == gateId).Floor is { } floor)
        {
            Assert.True(score.Class.Low >= floor, $"{gateId}: {score.Class.Low} lies under the floor {floor}");
        }
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public void Gate_QuestionsStillOpen_IsUndecided(string gateId) => Assert.Equal(Truth.Open, StateOf(gateId, string.Empty, Day).State);

    [Theory]
    [InlineData("G5", "2018-05-25")]
    [InlineData("G6", "2018-05-25")]
    [InlineData("G8", "2025-01-28")]
    [InlineData("G12", "2016-07-14")]
    public void Gate_BeforeItsLaw_IsNotEvaluated(string gateId, string firstDay)
    {
        var day = DateOnly.ParseExact(firstDay, "yyyy-MM-dd", null);
        var fires = Cases.First(row => row.Gate == gateId).Fires;

        Assert.Equal(Truth.True, StateOf(gateId, fires, day).State);
        Assert.Null(StateOf(gateId, fires, day.AddDays(-1)).State);
    }

    private static (Truth? State, TaskScore Score) StateOf(string gateId, string answers, DateOnly day)
    {
        var given = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => new Answer(pair[1]));
        var score = ShippedContent.Model.Score(new PublicTask("t", "Taak", given), new Dictionary<string, Answer>(), day);
        return (score.Gates.FirstOrDefault(gate => gate.Gate.Id == gateId)?.State, score);
    }
}
