using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Actions.Effects;

[Properties(MaxTest = 200)]
public sealed class EffectLedgerTests
{
    private static readonly MeasureDescription Nobody = new("doel", "doelgroep", "rol", "rol", "indicator");

    [Property]
    public void AccountOf_PromisedAnswersWithPromisedProof_RealisesWhatThePlanPromises(int seed)
    {
        var random = new RandomCase(seed);
        var plan = PlanFor(random, seed);
        var account = EffectLedger.AccountOf(random.Model, new(random.Task, random.Body), [.. plan.Measures.SelectMany(planned => PromisedBy(random, planned))], RandomCase.Day);
        var promised = EffectLedger.Promised(account.Adopted.Residual?.High, [.. plan.Measures.Select(planned => planned.ResidualHighAfter)]);

        Assert.Equal(plan.After, account.Measured.Class);
        Assert.Equal(plan.ResidualAfter?.Low ?? -1, account.Measured.Residual?.Low ?? -1, 1e-12);
        Assert.Equal(plan.ResidualAfter?.High ?? -1, account.Measured.Residual?.High ?? -1, 1e-12);
        if (promised.All(fall => fall is not null) && account.Effects.All(effect => effect.Fall is not null))
        {
            Assert.Equal(promised.Sum(fall => fall!.Value), account.Effects.Sum(effect => effect.Fall!.Value), 1e-9);
        }
    }

    [Property]
    public void AccountOf_OldAnswersMeasured_RealisesNothing(int seed)
    {
        var random = new RandomCase(seed);
        var entries = random.Task.Answers.Where(pair => pair.Value.IsOption)
            .Select(pair => new LedgerEntry(Guid.Empty, new(pair.Key, pair.Value.Value, pair.Value.Evidence ?? EvidenceGrade.E0, RandomCase.Day)))
            .ToList();
        var account = EffectLedger.AccountOf(random.Model, new(random.Task, random.Body), entries, RandomCase.Day);

        Assert.Equal(account.Adopted.Residual, account.Measured.Residual);
        Assert.Equal(account.Adopted.Class, account.Measured.Class);
        Assert.All(account.Effects, effect => Assert.Equal(0, effect.Fall ?? 0, 1e-12));
    }

    [Property]
    public void AccountOf_AnyMeasurements_FallsAddUpToThatOfTheTask(int seed)
    {
        var random = new RandomCase(seed);
        var dice = new Random(seed);
        var asked = random.Instrument.TaskQuestions.ToList();
        Guid[] actions = [new(1, 0, 0, new byte[8]), new(2, 0, 0, new byte[8])];
        var entries = Enumerable.Range(0, 6).Select(_ => random.Pick(asked))
            .Select(question => new LedgerEntry(actions[dice.Next(2)], new(question.Id, random.Pick(question.Scale.Options).Id, (EvidenceGrade)dice.Next(4), RandomCase.Day)))
            .ToList();
        var account = EffectLedger.AccountOf(random.Model, new(random.Task, random.Body), entries, RandomCase.Day);

        Assert.Equal(random.Score.Residual, account.Adopted.Residual);
        if (account.Effects.All(effect => effect.Fall is not null))
        {
            Assert.Equal((account.Adopted.Residual?.High - account.Measured.Residual?.High) ?? 0, account.Effects.Sum(effect => effect.Fall ?? 0), 1e-12);
        }
    }

    [Fact]
    public void Promised_ActionThatPromisesNothing_TakesNothingFromTheNext()
    {
        var promised = EffectLedger.Promised(0.8, [0.6, null, 0.5]);

        Assert.Equal([0.2, 0.1], promised.OfType<double>().Select(fall => Math.Round(fall, 12)));
        Assert.Null(promised[1]);
        Assert.All(EffectLedger.Promised(null, [null]), Assert.Null);
    }

    [Fact]
    public void Over_QuestionThatTheInstrumentDoesNotHave_IsPassedOver()
    {
        var random = new RandomCase(7);
        var state = MeasuredState.Over(random.Instrument, new(random.Task, random.Body), [new("OUD", "o0", EvidenceGrade.E2, RandomCase.Day)], RandomCase.Day);

        Assert.Equal(random.Score.Residual, random.Model.Score(state.Task, state.Body, RandomCase.Day).Residual);
    }

    private static TaskPlan PlanFor(RandomCase random, int seed)
    {
        var dice = new Random(seed);
        var scored = random.Instrument.Components.SelectMany(part => part.Questions).Where(question => question.Kind is QuestionKind.Exposure or QuestionKind.Safeguard).ToList();
        var measures = scored.Count == 0 ? [] : Enumerable.Range(1, 5).Select(m => new Measure($"M{m}", "part1", $"Maatregel {m}", Nobody, dice.Next(1, 6), 30, [EffectOn(random.Pick(scored), dice)])).ToList();

        // One measure per question: of two promises for one question only the better one is kept.
        return new PlanMaker(random.Model, [.. measures.DistinctBy(measure => measure.Effects[0].QuestionId)], RiskClass.Low).Make(random.Task, random.Body, RandomCase.Day);
    }

    private static MeasureEffect EffectOn(Question question, Random dice) =>
        new(question.Id, OptionOf(question, dice), question.Kind == QuestionKind.Safeguard ? (EvidenceGrade)dice.Next(4) : null);

    private static string OptionOf(Question question, Random dice) => question.Scale.Options[dice.Next(question.Scale.Options.Count)].Id;

    private static IEnumerable<LedgerEntry> PromisedBy(RandomCase random, PlannedMeasure planned) => planned.Measure.Effects.Where(effect => planned.Because.Contains(effect.QuestionId)).Select(effect =>
    {
        var today = random.Task.Answers.GetValueOrDefault(effect.QuestionId);
        var kept = today is { IsOption: true } ? (int)(today.Evidence ?? 0) : 0;
        return new LedgerEntry(new(planned.Measure.Effort, 0, 0, new byte[8]), new(effect.QuestionId, effect.To, (EvidenceGrade)Math.Max(kept, (int)(effect.Evidence ?? 0)), RandomCase.Day));
    });
}
