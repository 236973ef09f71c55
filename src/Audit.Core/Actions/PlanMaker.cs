using Audit.Core.Actions.Planning;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Makes the action plan of a task.</summary>
/// <param name="model">Instrument and profile.</param>
/// <param name="measures">The catalogue.</param>
/// <param name="target">Class to reach; tasks at or below it need no measures.</param>
/// <remarks>The same input always gives the same plan, whatever the order of the catalogue.</remarks>
public sealed class PlanMaker(ScoringModel model, IReadOnlyList<Measure> measures, RiskClass target)
{
    /// <summary>Makes the plan that brings one task to the target with the least effort.</summary>
    /// <param name="task">The task with its answers.</param>
    /// <param name="body">Answers given once for the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    /// <remarks>
    /// Least means: Σ effort, then number of measures, then R.hi, then ids. When the target cannot be reached, the plan is that of
    /// <see cref="MakeLargest"/>.
    /// </remarks>
    public TaskPlan Make(PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on)
    {
        var search = new PlanSearch(TrialOf(task, body, on));
        return PlanOf(task, search, search.ForTarget(target));
    }

    /// <summary>Makes the plan that brings one task as low as measures can: the lowest class, then the lowest R.hi, for the least effort.</summary>
    /// <param name="task">The task with its answers.</param>
    /// <param name="body">Answers given once for the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    /// <remarks>Of sets with the same class, R.hi (to 12 decimals) and effort: the fewest measures, then ids.</remarks>
    public TaskPlan MakeLargest(PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on)
    {
        var search = new PlanSearch(TrialOf(task, body, on));
        return PlanOf(task, search, search.ForLargest());
    }

    /// <summary>What each amount of effort can bring for one task.</summary>
    /// <param name="task">The task with its answers.</param>
    /// <param name="body">Answers given once for the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    public PlanFrontier FrontierOf(PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on)
    {
        var trial = TrialOf(task, body, on);
        return PlanFrontier.Of(task.Id, trial, new PlanSearch(trial));
    }

    /// <summary>The plan of a task with these measures and no others.</summary>
    /// <param name="task">The task with its answers.</param>
    /// <param name="body">Answers given once for the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    /// <param name="chosen">A choice from the frontier of the task.</param>
    public TaskPlan MakeOf(PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on, FrontierPoint chosen)
    {
        var trial = TrialOf(task, body, on);
        var positions = Enumerable.Range(0, trial.Moves.Measures.Length).Where(i => chosen.MeasureIds.Contains(trial.Moves.Measures[i].Id));
        return PlanOf(task.Id, trial, [.. positions], chosen.IsProven);
    }

    private TaskPlan PlanOf(PublicTask task, PlanSearch search, PlanCandidate found) => PlanOf(task.Id, search.Trial, found.Measures, search.IsProven);

    private TaskPlan PlanOf(string taskId, PlanTrial trial, int[] chosen, bool isProven)
    {
        var (before, after) = (trial.Forecast([]), trial.Forecast(chosen));
        return new TaskPlan(taskId, target, before.Class, after.Class, after.Residual, InOrderOfEffect(trial, chosen), isProven);
    }

    private PlanTrial TrialOf(PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on) => PlanTrial.Of(model, task, body, (measures, on));

    private List<PlannedMeasure> InOrderOfEffect(PlanTrial trial, int[] chosen)
    {
        var left = chosen.ToList();
        var done = new List<int>();
        var planned = new List<PlannedMeasure>();
        while (left.Count > 0)
        {
            var next = left.MinBy(measure => (Math.Round(trial.Forecast([.. done, measure]).Residual?.High ?? 0, 12), measure));
            left.Remove(next);
            done.Add(next);
            planned.Add(new PlannedMeasure(
                trial.Moves.Measures[next],
                [.. trial.Moves.QuestionsOf(next).Select(index => model.Table.Questions[index].Id)],
                trial.Forecast(done).Residual?.High));
        }

        return planned;
    }
}
