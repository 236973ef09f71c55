using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Research;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Research;

/// <summary>What is worth investigating, rule by rule.</summary>
public sealed class ResearchProposalsTests
{
    private static readonly Scale YesNo = new("yesno", [new("no", 0, null, "nee"), new("part", 0.4, null, "deels"), new("yes", 1, null, "ja")]);

    [Fact]
    public void Of_AnswerUnknown_IsProposedWithItsGuidance()
    {
        var proposal = Assert.Single(Of(("Q2", "unknown")), proposal => proposal.Question.Id == "Q2");

        Assert.Equal(("t", ResearchReason.Unknown), (proposal.TaskId, proposal.Reason));
        Assert.Equal(("een lijst", "de teamleider"), (proposal.InformationNeeded?.Nl, proposal.InformationSource?.Nl));
    }

    [Fact]
    public void Of_NoAnswerAndNoGateReadsIt_IsNotProposed() => Assert.DoesNotContain("Q2", Ids());

    [Fact]
    public void Of_NoAnswerAndAGateReadsIt_IsProposed() =>
        Assert.Equal(ResearchReason.ReadByGate, Of().Single(proposal => proposal.Question.Id == "Q1").Reason);

    [Fact]
    public void Of_GateNotInForce_ProposesNothingForIt() => Assert.DoesNotContain("Old", Ids());

    [Fact]
    public void Of_AnswerThatAGateReads_IsNotProposed() => Assert.DoesNotContain("Q1", Ids(("Q1", "no")));

    [Fact]
    public void Of_NotApplicable_IsNotProposed() => Assert.DoesNotContain("Q1", Ids(("Q1", "na")));

    [Fact]
    public void Of_ConditionFalse_LeavesTheQuestionOut() => Assert.DoesNotContain("If", Ids(("Q1", "no"), ("If", "unknown")));

    [Fact]
    public void Of_ConditionOpen_KeepsTheQuestion() => Assert.Contains("If", Ids(("Q1", "unknown"), ("If", "unknown")));

    [Theory]
    [InlineData("yes", null, true)]
    [InlineData("part", EvidenceGrade.E0, true)]
    [InlineData("no", null, false)]
    [InlineData("yes", EvidenceGrade.E1, false)]
    [InlineData("yes", EvidenceGrade.E3, false)]
    public void Of_Safeguard_IsProposedOnlyWhenItIsClaimedWithoutEvidence(string option, EvidenceGrade? grade, bool expected) =>
        Assert.Equal(expected, Of(new() { ["G"] = new(option, grade) }, []).Any(proposal => proposal is { Question.Id: "G", Reason: ResearchReason.WeakEvidence }));

    [Fact]
    public void Of_ExposureWithoutEvidence_IsNotProposed() => Assert.DoesNotContain("Q2", Ids(("Q2", "yes")));

    [Fact]
    public void Of_QuestionOfTheBody_HasNoTask()
    {
        var body = new Dictionary<string, Answer> { ["K"] = new(Answer.Unknown) };

        Assert.Equal(new ResearchPlace(string.Empty, "K"), Assert.Single(Of([], body), proposal => proposal.Question.Id == "K").Place);
    }

    [Fact]
    public void Of_PlaceInThePlan_IsNotProposedAgainButInAnotherTaskItIs()
    {
        var unknown = new Dictionary<string, Answer> { ["Q2"] = new(Answer.Unknown) };
        var assessment = Assess([new("t", "T", unknown), new("u", "U", unknown)], new Dictionary<string, Answer>());

        var proposed = ResearchProposals.Of(Model(), assessment, new HashSet<ResearchPlace> { new("t", "Q2") }, RandomCase.Day);

        Assert.Equal(["u"], proposed.Where(proposal => proposal.Question.Id == "Q2").Select(proposal => proposal.TaskId));
    }

    [Fact]
    public void Of_RegisterAnswersTheQuestion_IsNotProposed()
    {
        var distinction = new Distinction("o1", "Herkomst", "c", ["ras"], DistinctionKind.Direct);
        var assessment = Assess([new("t", "T", new Dictionary<string, Answer>()) { Distinctions = [distinction] }], new Dictionary<string, Answer>());

        Assert.DoesNotContain(ResearchProposals.Of(Model(), assessment, new HashSet<ResearchPlace>(), RandomCase.Day), proposal => proposal.Question.Id == "Q1");
    }

    [Fact]
    public void Of_RandomCases_NeverProposesARemovedQuestionOrOneInThePlan()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new RandomCase(seed);
            var assessment = Assess([random.Task], random.Body);
            var all = ResearchProposals.Of(random.Model, assessment, new HashSet<ResearchPlace>(), RandomCase.Day);
            var removed = random.Score.Trace.Where(trace => trace.State == QuestionState.Removed).Select(trace => trace.QuestionId).ToHashSet();

            Assert.DoesNotContain(all, proposal => proposal.TaskId.Length > 0 && removed.Contains(proposal.Question.Id));
            Assert.Equal(all.Count, all.Select(proposal => proposal.Place).Distinct().Count());
            Assert.Empty(ResearchProposals.Of(random.Model, assessment, all.Select(proposal => proposal.Place).ToHashSet(), RandomCase.Day));
        }
    }

    private static IEnumerable<string> Ids(params (string Id, string Value)[] answers) => Of(answers).Select(proposal => proposal.Question.Id);

    private static IReadOnlyList<ResearchProposal> Of(params (string Id, string Value)[] answers) =>
        Of(answers.ToDictionary(pair => pair.Id, pair => new Answer(pair.Value, Motivation: "omdat")), []);

    private static IReadOnlyList<ResearchProposal> Of(Dictionary<string, Answer> task, Dictionary<string, Answer> body) =>
        ResearchProposals.Of(Model(), Assess([new("t", "T", task)], body), new HashSet<ResearchPlace>(), RandomCase.Day);

    private static Assessment Assess(IReadOnlyList<PublicTask> tasks, IReadOnlyDictionary<string, Answer> body) => new("proef", "1", new("Proef"), tasks, body);

    private static ScoringModel Model() => new(MakeInstrument(), RandomCase.DefaultProfile);

    private static Instrument MakeInstrument() => new("proef", "1", InstrumentStatus.Unofficial, "Proef")
    {
        CrossCutting = [new("culture", "Cultuur", 1, [new("K", QuestionKind.Context, YesNo, 1, "K")])],
        Components = [new("c", "c", 1,
        [
            new("Q1", QuestionKind.Context, YesNo, 1, "Q1"),
            new("Q2", QuestionKind.Exposure, YesNo, 1, "Q2") { Guidance = new(null, null, "een lijst", "de teamleider") },
            new("If", QuestionKind.Exposure, YesNo, 1, "If", new AnswerIn("Q1", ["yes"])),
            new("G", QuestionKind.Safeguard, YesNo, 1, "G"),
            new("Old", QuestionKind.Context, YesNo, 1, "Old"),
        ])],
        Gates =
        [
            new("G1", "G1", [], new AnswerIn("Q1", ["yes"]), RiskClass.Critical, RiskClass.High, false),
            new("G2", "G2", [], new AnswerIn("Old", ["yes"]), RiskClass.Critical, RiskClass.High, false) { ValidUntil = new(2025, 12, 31) },
        ],
        Register = new DistinctionRegister([new("ras", "ras", DirectTest.StatutoryException, [new("gw", "art. 1")])], [], [new("Q1", [], [], [new("yes", [], [])])]),
    };
}
