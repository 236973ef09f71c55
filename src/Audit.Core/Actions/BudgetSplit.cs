using Audit.Core.Instruments;

namespace Audit.Core.Actions;

/// <summary>Divides a budget of effort over the tasks of a body, by exact dynamic programming over their frontiers.</summary>
/// <remarks>
/// The best division has the fewest tasks in the highest class, then the fewest in the class below, and so on; then the lowest Σ R.hi
/// (to 12 decimals); then the least effort, the fewest actions, and the least effort for the first task in order of id. An action belongs
/// to one task: a measure that is chosen for two tasks is two actions and counts twice. The order in which the tasks are given is of no influence.
/// </remarks>
public static class BudgetSplit
{
    /// <summary>The choice for every task, in the order given.</summary>
    /// <param name="frontiers">One per task.</param>
    /// <param name="budget">Most effort of all choices together; at least 0.</param>
    public static IReadOnlyList<FrontierPoint> Divide(IReadOnlyList<PlanFrontier> frontiers, int budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        var enough = Math.Min(budget, frontiers.Sum(frontier => frontier.Points[^1].Effort));
        var best = new Division?[enough + 1];
        best[0] = Division.Nothing;
        foreach (var frontier in frontiers.OrderBy(frontier => frontier.TaskId, StringComparer.Ordinal))
        {
            best = Extend(best, frontier);
        }

        var chosen = best.OfType<Division>().Min()!.Choices().ToDictionary(choice => choice.TaskId, choice => choice.Point);
        return [.. frontiers.Select(frontier => chosen[frontier.TaskId])];
    }

    private static Division?[] Extend(Division?[] before, PlanFrontier frontier)
    {
        var after = new Division?[before.Length];
        for (var effort = 0; effort < before.Length; effort++)
        {
            foreach (var point in frontier.Points.TakeWhile(point => before[effort] is not null && effort + point.Effort < after.Length))
            {
                var longer = before[effort]!.With(frontier.TaskId, point);
                after[longer.Effort] = after[longer.Effort] is { } known && known.CompareTo(longer) <= 0 ? known : longer;
            }
        }

        return after;
    }

    /// <summary>Choices for the first so many tasks; the smallest is the best.</summary>
    private sealed record Division(Division? Before, string TaskId, FrontierPoint? Point) : IComparable<Division>
    {
        public static Division Nothing { get; } = new(null, string.Empty, null);

        public int Effort { get; private init; }

        private (int Critical, int High, int Medium) Classes { get; init; }

        private double Residuals { get; init; }

        private int Actions { get; init; }

        public Division With(string taskId, FrontierPoint point) => new(this, taskId, point)
        {
            Effort = Effort + point.Effort,
            Classes = (Classes.Critical + One(point, RiskClass.Critical), Classes.High + One(point, RiskClass.High), Classes.Medium + One(point, RiskClass.Medium)),
            Residuals = Residuals + point.ResidualHigh,
            Actions = Actions + point.MeasureIds.Count,
        };

        public int CompareTo(Division? other)
        {
            if (other is null)
            {
                return -1;
            }

            var order = (Classes, Math.Round(Residuals, 12), Effort, Actions).CompareTo((other.Classes, Math.Round(other.Residuals, 12), other.Effort, other.Actions));
            return order != 0 ? order : Choices().Zip(other.Choices(), (one, its) => one.Point.Effort.CompareTo(its.Point.Effort)).LastOrDefault(by => by != 0);
        }

        /// <summary>The last task first.</summary>
        public IEnumerable<(string TaskId, FrontierPoint Point)> Choices()
        {
            for (var at = this; at.Point is { } point; at = at.Before!)
            {
                yield return (at.TaskId, point);
            }
        }

        private static int One(FrontierPoint point, RiskClass riskClass) => point.Class == riskClass ? 1 : 0;
    }
}
