using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Scoring;

/// <summary>The laws of the scoring model (§7), on random instruments.</summary>
[Properties(MaxTest = 500)]
public sealed class LawTests
{
    private const double Tolerance = 1e-12;

    [Property]
    public void Score_MoreExposure_NeverLowersResidual(int seed)
    {
        var random = new RandomCase(seed);
        foreach (var question in random.Unread().Where(question => question.Kind == QuestionKind.Exposure))
        {
            var scores = question.Scale.Options.OrderBy(option => option.Value)
                .Select(option => random.ScoreWith(question.Id, new(option.Id)).Residual).ToList();
            AssertRising(scores);
        }
    }

    [Property]
    public void Score_MoreSafeguardOrBetterEvidence_NeverRaisesResidual(int seed)
    {
        var random = new RandomCase(seed);
        foreach (var question in random.Unread().Where(question => question.Kind == QuestionKind.Safeguard))
        {
            var answers = from option in question.Scale.Options
                          from grade in Enum.GetValues<EvidenceGrade>()
                          orderby option.Value * random.Profile.FactorOf(grade) descending
                          select new Answer(option.Id, grade);
            AssertRising([.. answers.Select(answer => random.ScoreWith(question.Id, answer).Residual)]);
        }
    }

    [Property]
    public void Score_AnsweringAnOpenQuestion_NeverWidensTheRange(int seed)
    {
        var random = new RandomCase(seed);
        var before = random.Score;
        foreach (var open in before.Trace.Where(trace => trace.State == QuestionState.Open))
        {
            foreach (var option in random.Instrument.AllQuestions.Single(question => question.Id == open.QuestionId).Scale.Options)
            {
                var after = random.ScoreWith(open.QuestionId, new(option.Id));
                if (random.Instrument.BodyQuestions.All(question => question.Id != open.QuestionId) && EmptiesNoComponent(before, after))
                {
                    Assert.True(after.Residual!.Value.Width <= before.Residual!.Value.Width + Tolerance, $"{open.QuestionId} {option.Id}");
                }
            }
        }
    }

    [Property]
    public void Score_NotApplicable_IsAsIfTheQuestionDidNotExist(int seed)
    {
        var random = new RandomCase(seed);
        foreach (var question in random.Unread())
        {
            var without = random.Instrument with
            {
                Components = [.. random.Instrument.Components.Select(part => part with { Questions = [.. part.Questions.Where(other => other.Id != question.Id)] })],
            };
            var answers = random.Task.Answers.Where(pair => pair.Key != question.Id).ToDictionary();
            var expected = new ScoringModel(without, random.Profile).Score(random.Task with { Answers = answers }, random.Body, RandomCase.Day);
            var actual = random.ScoreWith(question.Id, new(Answer.NotApplicable, Motivation: "bestaat niet"));
            AssertSame(expected, actual);
        }
    }

    [Property]
    public void Score_FiredGate_IsNeverBelowItsFloor(int seed)
    {
        var score = new RandomCase(seed).Score;
        foreach (var gate in score.Gates.Where(gate => gate.State == Truth.True))
        {
            Assert.True(score.Class.Low >= gate.Gate.Floor);
            Assert.True(score.Class.High >= gate.Gate.Floor);
        }

        Assert.False(score.Class.Low > score.Class.High);
    }

    [Property]
    public void Score_AllWeightsOfAKindTimesAConstant_ChangesNothingButCompleteness(int seed)
    {
        var random = new RandomCase(seed);
        var kind = seed % 2 == 0 ? QuestionKind.Exposure : QuestionKind.Safeguard;
        var heavier = random.Instrument with
        {
            Components = [.. random.Instrument.Components.Select((part, index) => index > 0 ? part : part with
            {
                Questions = [.. part.Questions.Select(question => question.Kind == kind ? question with { Weight = question.Weight * 7 } : question)],
            })],
        };
        var actual = new ScoringModel(heavier, random.Profile).Score(random.Task, random.Body, RandomCase.Day);

        AssertSame(random.Score, actual);
    }

    [Property]
    public void Score_OtherOrderOfQuestions_ChangesNoNumber(int seed)
    {
        var random = new RandomCase(seed);
        var turned = random.Instrument with
        {
            Components = [.. random.Instrument.Components.Reverse().Select(part => part with { Questions = [.. part.Questions.Reverse()] })],
        };
        var model = new ScoringModel(turned, random.Profile);

        AssertSame(random.Score, model.Score(random.Task, random.Body, RandomCase.Day));
        Assert.Equal(
            Insights.Of(random.Model, random.Task, random.Body, RandomCase.Day).Robustness,
            Insights.Of(model, random.Task, random.Body, RandomCase.Day).Robustness);
    }

    [Property]
    public void Score_Contributions_AddUpToTheHighEnd(int seed)
    {
        var score = new RandomCase(seed).Score;

        Assert.Equal(score.Residual?.High ?? 0, score.Contributions.Sum(part => part.Value), Tolerance);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Score_AllExposureAtOneEndAndNoSafeguards_GivesThatEnd(int end)
    {
        var scale = new Scale("ends", [new("zero", 0, null, "0"), new("one", 1, null, "1")]);
        var instrument = new Instrument("ends", "1", InstrumentStatus.Unofficial, "ends")
        {
            Components = [.. Enumerable.Range(0, 3).Select(c => new InstrumentComponent($"c{c}", "c", c + 1, [.. Enumerable.Range(0, 3).Select(q => new Question($"Q{c}{q}", QuestionKind.Exposure, scale, q + 0.3, "Q"))]))],
        };
        var answers = instrument.TaskQuestions.ToDictionary(question => question.Id, _ => new Answer(end == 1 ? "one" : "zero"));
        var score = new ScoringModel(instrument, RandomCase.DefaultProfile).Score(new("t", "t", answers), new Dictionary<string, Answer>(), RandomCase.Day);

        Assert.Equal(end, score.Residual!.Value.Low, Tolerance);
        Assert.Equal(end, score.Residual!.Value.High, Tolerance);
    }

    private static bool EmptiesNoComponent(TaskScore before, TaskScore after) =>
        before.Components.Zip(after.Components).All(pair => pair.First.Residual is null == pair.Second.Residual is null) && before.Residual is not null;

    private static void AssertRising(List<Interval?> scores)
    {
        foreach (var (first, second) in scores.Zip(scores.Skip(1)))
        {
            Assert.True((first?.Low ?? 0) <= (second?.Low ?? 0) + Tolerance);
            Assert.True((first?.High ?? 0) <= (second?.High ?? 0) + Tolerance);
        }
    }

    private static void AssertSame(TaskScore expected, TaskScore actual)
    {
        Assert.Equal(expected.Residual is null, actual.Residual is null);
        Assert.Equal(expected.Residual?.Low ?? 0, actual.Residual?.Low ?? 0, Tolerance);
        Assert.Equal(expected.Residual?.High ?? 0, actual.Residual?.High ?? 0, Tolerance);
        Assert.Equal(expected.Severity, actual.Severity);
        Assert.Equal(expected.Class, actual.Class);
    }
}
