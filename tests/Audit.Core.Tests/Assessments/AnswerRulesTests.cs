using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Tests.Assessments;

public sealed class AnswerRulesTests
{
    private static readonly Scale Scale = new("scale", [new("always", 1, null, "altijd")]);
    private static readonly Question Exposure = new("D1", QuestionKind.Exposure, Scale, 1, "Vraag");
    private static readonly Question Safeguard = new("G1", QuestionKind.Safeguard, Scale, 1, "Vraag");

    [Fact]
    public void Check_OptionOfTheScale_IsTaken() => Assert.Null(AnswerRules.Check(Exposure, new("always")));

    [Fact]
    public void Check_Unknown_IsARespectableAnswer() => Assert.Null(AnswerRules.Check(Exposure, new(Answer.Unknown)));

    [Fact]
    public void Check_OptionOfAnotherScale_IsRefused() =>
        Assert.Equal(AnswerRefusal.NoSuchOption, AnswerRules.Check(Exposure, new("never")));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Check_NotApplicableWithoutMotivation_IsRefused(string? motivation) =>
        Assert.Equal(AnswerRefusal.MotivationMissing, AnswerRules.Check(Exposure, new(Answer.NotApplicable, Motivation: motivation)));

    [Fact]
    public void Check_EvidenceOnExposure_IsRefused() =>
        Assert.Equal(AnswerRefusal.EvidenceNotAllowed, AnswerRules.Check(Exposure, new("always", EvidenceGrade.E1)));

    [Fact]
    public void Check_EvidenceOnSafeguard_IsTaken() => Assert.Null(AnswerRules.Check(Safeguard, new("always", EvidenceGrade.E1)));
}
