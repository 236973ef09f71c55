using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Scoring;

public sealed class VersionEffectTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly Scale YesNo = new("yes-no", [new("yes", 1, null, "Ja"), new("partly", 0.5, null, "Deels"), new("no", 0, null, "Nee")]);
    private static readonly Scale Grave = new("grave", [new("much", null, 4, "Veel"), new("little", null, 1, "Weinig")]);
    private static readonly Question Exposed = new("P1", QuestionKind.Exposure, YesNo, 1, "Blootstelling");
    private static readonly Question Other = new("P2", QuestionKind.Exposure, YesNo, 1, "Nog een");
    private static readonly Question Culture = new("K1", QuestionKind.Context, YesNo, 1, "Cultuur");

    private static readonly Assessment Recorded = new(
        "toets",
        "1",
        new PublicBody("Gemeente"),
        [new("taak", "Taak", new Dictionary<string, Answer> { ["P1"] = new("yes"), ["P2"] = new("partly"), ["S1"] = new("much"), ["OUD"] = new("yes") })],
        new Dictionary<string, Answer> { ["K1"] = new("yes") });

    [Fact]
    public void Of_SameVersion_KeepsEverythingThatCounts()
    {
        var effect = Between(Instrument(Exposed, Other), Instrument(Exposed, Other));

        Assert.Equal((4, 0, 0, 0), (effect.Kept, effect.SetAside.Count, effect.Restored, effect.NewOpen.Count));
        Assert.Equal(effect.Tasks[0].Before, effect.Tasks[0].After);
    }

    [Fact]
    public void Of_QuestionGone_SetsItsAnswerAside()
    {
        var effect = Between(Instrument(Exposed, Other), Instrument(Exposed));

        Assert.Equal([new SetAsideAnswer("taak", "P2", Misfit.QuestionGone)], effect.SetAside);
        Assert.Equal(3, effect.Kept);
    }

    [Fact]
    public void Of_OptionGone_SetsItsAnswerAsideAndWidensTheClass()
    {
        var stricter = Exposed with { Scale = new("strict", [new("always", 1, null, "Altijd"), new("no", 0, null, "Nee")]) };

        var effect = Between(Instrument(Exposed), Instrument(stricter));

        Assert.Equal([new SetAsideAnswer("taak", "P1", Misfit.OptionGone)], effect.SetAside);
        Assert.Equal(new ClassRange(RiskClass.Critical, RiskClass.Critical), effect.Tasks[0].Before);
        Assert.Equal(new ClassRange(RiskClass.Medium, RiskClass.Critical), effect.Tasks[0].After);
    }

    [Fact]
    public void Of_QuestionThatWasNotKnownBefore_RestoresItsAnswer()
    {
        var effect = Between(Instrument(Exposed), Instrument(Exposed, Exposed with { Id = "OUD" }));

        Assert.Equal((3, 1, 0), (effect.Kept, effect.Restored, effect.NewOpen.Count));
    }

    [Fact]
    public void Of_NewQuestions_NamesThoseThatApplyAndAreOpen()
    {
        Question[] added = [Exposed with { Id = "P8" }, Exposed with { Id = "P9", When = new AnswerIn("P1", ["no"]) }];

        Assert.Equal(["P8"], Between(Instrument(Exposed), Instrument([Exposed, .. added])).NewOpen);
    }

    [Fact]
    public void Of_QuestionMovedFromBodyToTask_SetsItsAnswerAside()
    {
        var moved = Instrument(Exposed, Culture) with { CrossCutting = [] };

        Assert.Equal([new SetAsideAnswer(string.Empty, "K1", Misfit.QuestionMoved)], Between(Instrument(Exposed), moved).SetAside);
    }

    [Fact]
    public void Of_AssessmentWithoutTasks_StillTellsNewQuestions()
    {
        var effect = VersionEffect.Of(Recorded with { Tasks = [] }, Model(Instrument(Exposed)), Model(Instrument(Exposed, Other)), Day);

        Assert.Equal((1, 1, 0), (effect.Kept, effect.NewOpen.Count, effect.Tasks.Count));
    }

    [Fact]
    public void Of_EvidenceOnAQuestionThatIsNoSafeguardAnyMore_SetsItAside()
    {
        var safe = Other with { Kind = QuestionKind.Safeguard };
        var task = Recorded.Tasks[0] with { Answers = new Dictionary<string, Answer> { ["P2"] = new("yes", EvidenceGrade.E2) } };

        var effect = VersionEffect.Of(Recorded with { Tasks = [task] }, Model(Instrument(Exposed, safe)), Model(Instrument(Exposed, Other)), Day);

        Assert.Equal([new SetAsideAnswer("taak", "P2", Misfit.RuleChanged)], effect.SetAside);
    }

    private static VersionEffect Between(Instrument before, Instrument after) => VersionEffect.Of(Recorded, Model(before), Model(after), Day);

    private static ScoringModel Model(Instrument instrument) => new(instrument, RandomCase.DefaultProfile);

    private static Instrument Instrument(params Question[] questions) => new("toets", "1", InstrumentStatus.Unofficial, "Toets")
    {
        Components = [new("policy", "Beleid", 1, questions)],
        CrossCutting = [new("culture", "Cultuur", 1, [Culture])],
        Severity = [new("S1", QuestionKind.Severity, Grave, 1, "Ernst")],
    };
}
