using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Effects;

/// <summary>Weighs the measurements of a case task by task.</summary>
internal sealed class EffectWeighing(Case current, DateOnly on, IReadOnlyList<RecordedMeasurement> measured)
{
    private readonly ScoringModel model = new(current.Instrument.Value, (ComputedProfile)current.Profile.Value);
    private readonly Dictionary<string, Question> questions = current.Instrument.Value.AllQuestions.ToDictionary(question => question.Id);

    public required ILookup<Guid, ActionClosureRow> Closures { get; init; }

    public TaskEffects Of(PublicTaskRow task, PlanTaskRow? plan, IReadOnlyList<PlannedMeasureRow> actions)
    {
        var instrument = current.Instrument.Value;
        var answers = current.Answers.Tasks.First(candidate => candidate.Id == task.Key);
        var entries = MeasuredAnswers.OfTask(measured, instrument, task.Key);
        var account = EffectLedger.AccountOf(model, new(answers, current.Answers.CrossCutting), entries, on);
        var adopted = new Dictionary<string, Answer>(RegisterAnswers.Effective(instrument, answers, on).Concat(current.Answers.CrossCutting));
        var promised = EffectLedger.Promised(account.Adopted.Residual?.High, [.. actions.Select(action => action.ResidualHighAfter)]);
        return new(task, account, plan, [.. actions.Select((action, i) => Of(action, account, adopted) with { Promised = promised[i] })]);
    }

    private ActionEffect Of(PlannedMeasureRow action, EffectAccount account, Dictionary<string, Answer> adopted)
    {
        var about = EffectRecords.About(action, measured);
        var values = about.Select(measurement => measurement.Value).ToList();
        var notAsked = account.Measured.Trace.Where(trace => trace.State == QuestionState.Removed).Select(trace => trace.QuestionId).ToHashSet();
        var asked = EffectRecords.QuestionsOf(action).Where(questions.ContainsKey).ToList();
        var needs = EffectRule.NeedsOf(new(asked, action.StartDate) { NotAsked = notAsked }, values);
        var promises = EffectRecords.PromisesOf(action);
        return new ActionEffect(
            action,
            [.. needs.Where(need => need.QuestionId is not null).Select(need => Of(need, adopted) with
            {
                Promised = promises.FirstOrDefault(effect => effect.QuestionId == need.QuestionId),
                Measured = EffectRule.Newest(values, need.QuestionId!, action.StartDate),
            }).Select(Compared)],
            needs)
        {
            Realised = account.Of(action.Id),
            Measurements = [.. measured.Where(measurement => measurement.Action.Id == action.Id || about.Contains(measurement))],
            Closures = [.. Closures[action.Id]],
        };
    }

    private QuestionEffect Of(MeasurementNeed need, Dictionary<string, Answer> adopted) =>
        new(questions[need.QuestionId!], adopted.GetValueOrDefault(need.QuestionId!), need);

    private QuestionEffect Compared(QuestionEffect effect) => effect with
    {
        IsShort = effect is { Measured: { } found, Promised: { } wanted } && AnswerComparison.IsShort(effect.Question, found, wanted, model.Profile),
    };
}
