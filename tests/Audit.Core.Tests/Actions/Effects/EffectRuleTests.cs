using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Tests.Actions.Effects;

public sealed class EffectRuleTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly Scale Scale = new("mate", [new("niet", 0, null, "Niet"), new("deels", 0.5, null, "Deels"), new("geheel", 1, null, "Geheel")]);
    private static readonly Question Safeguard = new("W1", QuestionKind.Safeguard, Scale, 1, "Is er een waarborg?");
    private static readonly Question Exposure = new("B1", QuestionKind.Exposure, Scale, 1, "Is er blootstelling?");

    [Fact]
    public void NeedsOf_NothingMeasured_IsMissing() => Assert.Equal([MeasurementState.Missing, MeasurementState.Missing], StatesOf(["W1", "B1"]));

    [Theory]
    [InlineData(EvidenceGrade.E0, MeasurementState.WeakEvidence)]
    [InlineData(EvidenceGrade.E1, MeasurementState.WeakEvidence)]
    [InlineData(EvidenceGrade.E2, MeasurementState.Measured)]
    [InlineData(EvidenceGrade.E3, MeasurementState.Measured)]
    public void NeedsOf_MeasuredSinceTheStart_DependsOnTheEvidence(EvidenceGrade grade, MeasurementState expected) =>
        Assert.Equal([expected], StatesOf(["W1"], new MeasuredAnswer("W1", "niet", grade, Start)));

    [Fact]
    public void NeedsOf_MeasuredBeforeTheStart_DoesNotCount() =>
        Assert.Equal([MeasurementState.BeforeStart], StatesOf(["W1"], new MeasuredAnswer("W1", "geheel", EvidenceGrade.E3, Start.AddDays(-1))));

    [Fact]
    public void NeedsOf_NewestIsWeak_IsWeakWhateverCameBefore() => Assert.Equal(
        [MeasurementState.WeakEvidence],
        StatesOf(["W1"], new MeasuredAnswer("W1", "geheel", EvidenceGrade.E1, Start.AddDays(9)), new MeasuredAnswer("W1", "geheel", EvidenceGrade.E3, Start)));

    [Fact]
    public void NeedsOf_TwoOfOneDay_TheLastRecordedDecides() => Assert.Equal(
        [MeasurementState.Measured],
        StatesOf(["W1"], new MeasuredAnswer("W1", "geheel", EvidenceGrade.E1, Start), new MeasuredAnswer("W1", "geheel", EvidenceGrade.E2, Start)));

    [Fact]
    public void NeedsOf_CountOfTheIndicator_IsEnoughOnlyWithoutQuestions()
    {
        var count = new MeasuredCount(new(12, 40), EvidenceGrade.E2, Start);

        Assert.Equal([MeasurementState.Missing], StatesOf(["W1"], count));
        Assert.Equal([MeasurementState.Measured], StatesOf([], count));
        Assert.Equal([MeasurementState.Measured], StatesOf([], new MeasuredAnswer("W1", "niet", EvidenceGrade.E2, Start)));
    }

    [Fact]
    public void NeedsOf_QuestionsThatAreNotAskedAnyMore_StillNeedOneMeasurement()
    {
        var aim = new EffectAim(["W1"], Start) { NotAsked = new HashSet<string> { "W1" } };

        Assert.Equal([MeasurementState.NotAsked, MeasurementState.Missing], EffectRule.NeedsOf(aim, []).Select(need => need.State));
        Assert.DoesNotContain(EffectRule.NeedsOf(aim, [new MeasuredCount(new(1, 2), EvidenceGrade.E2, Start)]), need => need.IsLacking);
    }

    [Theory]
    [InlineData("W1", "deels", EvidenceGrade.E2, true)]
    [InlineData("W1", "geheel", EvidenceGrade.E1, true)]
    [InlineData("W1", "geheel", EvidenceGrade.E2, false)]
    [InlineData("W1", "geheel", EvidenceGrade.E3, false)]
    [InlineData("B1", "deels", EvidenceGrade.E0, false)]
    [InlineData("B1", "geheel", EvidenceGrade.E3, true)]
    public void IsShort_ComparesWithThePromise(string question, string option, EvidenceGrade grade, bool expected)
    {
        var promised = question == "W1" ? new MeasureEffect("W1", "geheel", EvidenceGrade.E2) : new MeasureEffect("B1", "deels");

        Assert.Equal(expected, AnswerComparison.IsShort(question == "W1" ? Safeguard : Exposure, new(question, option, grade, Start), promised, RandomCase.DefaultProfile));
    }

    [Theory]
    [InlineData("deels", "E2", null)]
    [InlineData("geheel", "E2", null)]
    [InlineData("niet", "E3", Relapse.WorseAnswer)]
    [InlineData(Answer.Unknown, null, Relapse.WorseAnswer)]
    [InlineData("deels", "E1", Relapse.WeakerProof)]
    [InlineData("deels", null, Relapse.WeakerProof)]
    [InlineData(Answer.NotApplicable, null, null)]
    [InlineData("onbekende optie", "E2", null)]
    public void RelapseOf_Safeguard_IsAWorseAnswerOrProofThatIsGone(string now, string? grade, Relapse? expected) => Assert.Equal(
        expected,
        AnswerComparison.RelapseOf(Safeguard, new("W1", "deels", EvidenceGrade.E3, Start), new(now, grade is null ? null : Enum.Parse<EvidenceGrade>(grade))));

    [Theory]
    [InlineData("niet", null)]
    [InlineData("deels", null)]
    [InlineData("geheel", Relapse.WorseAnswer)]
    [InlineData(Answer.Unknown, Relapse.WorseAnswer)]
    public void RelapseOf_Exposure_IsAHigherOne(string now, Relapse? expected) =>
        Assert.Equal(expected, AnswerComparison.RelapseOf(Exposure, new("B1", "deels", EvidenceGrade.E2, Start), new(now)));

    private static IEnumerable<MeasurementState> StatesOf(IReadOnlyList<string> questions, params EffectMeasurement[] measured) =>
        EffectRule.NeedsOf(new(questions, Start), measured).Select(need => need.State);
}
