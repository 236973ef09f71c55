using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Core.Scoring;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Review;

/// <summary>What decisions of auditor and jurist may do to a class, on random instruments.</summary>
[Properties(MaxTest = 500)]
public sealed class DecidedClassTests
{
    [Property]
    public void Of_NothingLifted_IsTheComputedClass(int seed)
    {
        var random = new RandomCase(seed);
        var decided = DecidedClass.Of(random.Score, random.Profile, [], null);

        Assert.Equal((random.Score.Class, random.Score.Class), (decided.Computed, decided.Lifted));
        Assert.Equal((random.Score.Class.Working, random.Score.PublicationBlocked), (decided.Working, decided.BlocksPublication));
        Assert.False(decided.Differs);
    }

    [Property]
    public void Of_Lifting_NeverRaisesTheClassAndKeepsTheComputedOne(int seed)
    {
        var random = new RandomCase(seed);
        foreach (var lifted in SetsOf(random.Score))
        {
            var decided = DecidedClass.Of(random.Score, random.Profile, lifted, null);
            Assert.Equal(random.Score.Class, decided.Computed);
            Assert.True(IsAtMost(decided.Lifted.Low, random.Score.Class.Low) && IsAtMost(decided.Lifted.High, random.Score.Class.High));
            foreach (var more in SetsOf(random.Score).Where(set => lifted.All(set.Contains)))
            {
                Assert.True(IsAtMost(DecidedClass.Of(random.Score, random.Profile, more, null).Lifted.High, decided.Lifted.High));
            }
        }
    }

    [Property]
    public void Of_LiftingAGateThatIsClear_ChangesNothing(int seed)
    {
        var random = new RandomCase(seed);
        List<LiftedGate> clear = [.. random.Score.Gates.Where(gate => gate.State == Truth.False).Select(gate => new LiftedGate(gate.Gate.Id, Truth.True))];

        Assert.Equal(random.Score.Class, DecidedClass.Of(random.Score, random.Profile, clear, null).Lifted);
    }

    [Property]
    public void Of_DecisionTakenWhileOpen_DoesNotCoverTheGateOnceItFires(int seed)
    {
        var random = new RandomCase(seed);
        List<LiftedGate> taken = [.. random.Score.Gates.Where(gate => gate.State == Truth.True).Select(gate => new LiftedGate(gate.Gate.Id, Truth.Open))];

        Assert.Equal(random.Score.Class, DecidedClass.Of(random.Score, random.Profile, taken, null).Lifted);
    }

    [Property]
    public void Of_FiredGateThatIsNotLifted_HoldsAgainstEveryDecision(int seed)
    {
        var random = new RandomCase(seed);
        foreach (var lifted in SetsOf(random.Score))
        {
            foreach (var judged in Enum.GetValues<RiskClass>().Select(one => (RiskClass?)one).Append(null))
            {
                var decided = DecidedClass.Of(random.Score, random.Profile, lifted, judged);
                var standing = random.Score.Gates.Where(gate => gate.State == Truth.True && lifted.All(one => one.GateId != gate.Gate.Id));
                Assert.All(standing, gate => Assert.True(IsAtMost(gate.Gate.Floor, decided.Working)));
                Assert.True(decided.FloorPrevails || judged is null || decided.Working == judged);
            }
        }
    }

    [Fact]
    public void Of_LiftedGateThatBlocksPublication_DoesNotBlockAsDecided()
    {
        var random = Enumerable.Range(1, 1000).Select(seed => new RandomCase(seed)).First(one => one.Score.Gates.Any(gate => gate.State == Truth.True));
        var fired = random.Score.Gates.First(gate => gate.State == Truth.True);
        var blocking = random.Score with { Gates = [fired with { Gate = fired.Gate with { BlocksPublication = true } }] };

        Assert.True(DecidedClass.Of(blocking, random.Profile, [], null).BlocksPublication);
        Assert.False(DecidedClass.Of(blocking, random.Profile, [new(fired.Gate.Id, Truth.True)], null).BlocksPublication);
        Assert.True(blocking.PublicationBlocked);
    }

    [Property]
    public void Reason_SameAnswers_IsTheSameAndAnotherAnswerIsNot(int seed)
    {
        var random = new RandomCase(seed);
        foreach (var gate in random.Instrument.Gates)
        {
            var reason = GateReason.Of(random.Score, gate)!;
            Assert.True(reason.IsSameAs(GateReason.Of(random.Score, gate)));
            foreach (var read in reason.Answers.Where(answer => answer is { State: QuestionState.Answered, Option: not null } && random.Task.Answers.ContainsKey(answer.QuestionId)))
            {
                Assert.False(reason.IsSameAs(GateReason.Of(random.ScoreWith(read.QuestionId, null), gate)));
            }
        }
    }

    private static bool IsAtMost(RiskClass? one, RiskClass? other) => one is null || (other is not null && one <= other);

    /// <summary>Every set of its gates, lifted in the state that they are in.</summary>
    private static List<List<LiftedGate>> SetsOf(TaskScore score) =>
        [.. Enumerable.Range(0, 1 << score.Gates.Count).Select(set =>
            score.Gates.Where((_, position) => (set & (1 << position)) != 0).Select(result => new LiftedGate(result.Gate.Id, result.State)).ToList())];
}
