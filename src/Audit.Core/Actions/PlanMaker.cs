using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Makes the action plan of a task: the least effort that brings its working class to the target.</summary>
/// <param name="model">Instrument and profile.</param>
/// <param name="measures">The catalogue.</param>
/// <param name="target">Class to reach; tasks at or below it need no measures.</param>
public sealed class PlanMaker(ScoringModel model, IReadOnlyList<Measure> measures, RiskClass target)
{
    /// <summary>Makes the plan of one task.</summary>
    /// <param name="task">The task with its answers.</param>
    /// <param name="body">Answers given once for the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    /// <remarks>
    /// Least means: Σ effort, then number of measures, then R.hi, then ids. When the target cannot be reached, the set with the lowest
    /// class, then the lowest R.hi, is chosen.
    /// </remarks>
    public TaskPlan Make(PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on)
    {
        var today = AnswerSheet.From(model.Table, task, body, on);
        var moves = new MeasureMoves(model, today, measures);
        var search = new PlanSearch(model, moves, on, target);
        var chosen = search.Find();
        var before = Forecast(moves, [], on);
        var after = Forecast(moves, chosen, on);
        return new TaskPlan(task.Id, target, before.Class, after.Class, after.Residual, InOrderOfEffect(moves, chosen, on), search.ProvenLeast);
    }

    private List<PlannedMeasure> InOrderOfEffect(MeasureMoves moves, int[] chosen, DateOnly on)
    {
        var left = chosen.ToList();
        var done = new List<int>();
        var planned = new List<PlannedMeasure>();
        while (left.Count > 0)
        {
            var next = left.MinBy(measure => (Math.Round(Forecast(moves, [.. done, measure], on).Residual?.High ?? 0, 12), measure));
            left.Remove(next);
            done.Add(next);
            planned.Add(new PlannedMeasure(
                moves.Measures[next],
                [.. moves.QuestionsOf(next).Select(index => model.Table.Questions[index].Id)],
                Forecast(moves, done, on).Residual?.High));
        }

        return planned;
    }

    private (Interval? Residual, ClassRange Class) Forecast(MeasureMoves moves, IReadOnlyList<int> chosen, DateOnly on)
    {
        var sheet = moves.Apply(chosen);
        var evaluation = new Evaluation(model.Table, model.Profile);
        evaluation.Run(sheet);
        return (evaluation.HasResidual ? evaluation.Residual : null, Classification.ClassOf(evaluation, sheet, on));
    }
}
