using Audit.Core.Instruments;

namespace Audit.Core.Tests.Instruments;

/// <summary>Whether a question can ever be asked and a gate can ever fire.</summary>
public sealed class SatisfiabilityTests
{
    private static readonly Scale YesNo = new("ja-nee", [new("yes", 1, null, "Ja"), new("no", 0, null, "Nee")]);

    private static readonly Condition IsYes = new AnswerIn("A", ["yes"]);

    [Fact]
    public void CanHold_Contradiction_CanNot()
    {
        Assert.True(CanHold(IsYes));
        Assert.False(CanHold(new AllOf([IsYes, new AnswerIn("A", ["no"])])));
        Assert.True(CanHold(new AnyOf([IsYes, new AnswerIn("A", ["no"])])));
        Assert.True(CanHold(new NotOf(IsYes)));
        Assert.False(CanHold(new AllOf([IsYes, new NotOf(IsYes)])));
    }

    [Fact]
    public void CanHold_QuestionThatIsAskedOnlyThen_BringsItsOwnCondition()
    {
        // B is asked when A is yes, so that B answered while A is no cannot be.
        Assert.True(CanHold(new AllOf([new AnswerIn("B", ["yes"]), IsYes])));
        Assert.False(CanHold(new AllOf([new AnswerIn("B", ["yes"]), new AnswerIn("A", ["no"])])));
        Assert.True(CanHold(new AllOf([new NotOf(new AnswerIn("B", ["yes", "no"])), new AnswerIn("A", ["no"])])));
    }

    [Fact]
    public void CanBeAsked_ConditionOfAnUnreachableQuestion_CanNot()
    {
        var (instrument, question) = With(new AllOf([new AnswerIn("B", ["yes"]), new AnswerIn("A", ["no"])]));

        Assert.False(new Satisfiability(instrument).CanBeAsked(question));
    }

    private static bool CanHold(Condition condition)
    {
        var (instrument, _) = With(condition);
        return new Satisfiability(instrument).CanHold(condition);
    }

    private static (Instrument Instrument, Question Question) With(Condition condition)
    {
        var question = new Question("C", QuestionKind.Exposure, YesNo, 1, "C?", condition);
        return (new Instrument("proef", "1", InstrumentStatus.Unofficial, "Proef")
        {
            Components = [new("deel", "Deel", 1, [new("A", QuestionKind.Context, YesNo, 1, "A?"), new("B", QuestionKind.Context, YesNo, 1, "B?", IsYes), question])],
        }, question);
    }
}
