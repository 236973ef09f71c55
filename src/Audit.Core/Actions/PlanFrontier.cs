using Audit.Core.Actions.Planning;
using Audit.Core.Instruments;

namespace Audit.Core.Actions;

/// <summary>A set of measures for one task that brings more than any known set of less effort.</summary>
/// <param name="Effort">Σ effort, at least 0.</param>
/// <param name="MeasureIds">The measures, in order of id.</param>
/// <param name="Class">Working class with the measures carried out; null when nothing determines it.</param>
/// <param name="ResidualHigh">R.hi with the measures carried out, in [0, 1]; 0 without R.</param>
/// <param name="IsProven">Whether no set of at most this effort brings more; false when not every set was looked at.</param>
public sealed record FrontierPoint(int Effort, IReadOnlyList<string> MeasureIds, RiskClass? Class, double ResidualHigh, bool IsProven);

/// <summary>What each amount of effort can bring for one task: the more effort, the lower the class, then the lower R.hi.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="Points">By rising effort, each better than the one before; the first costs nothing.</param>
public sealed record PlanFrontier(string TaskId, IReadOnlyList<FrontierPoint> Points)
{
    /// <summary>The best that can be had for at most so much effort.</summary>
    /// <param name="effort">At least 0.</param>
    public FrontierPoint Within(int effort) => Points.Last(point => point.Effort <= effort);

    internal static PlanFrontier Of(string taskId, PlanTrial trial, PlanSearch search)
    {
        var candidates = search.IsExhaustive ? search.EverySet() : search.Beam.Concat(Anchors(trial, search));
        var points = new List<FrontierPoint>();
        PlanCandidate? best = null;
        foreach (var candidate in candidates.GroupBy(candidate => candidate.Effort).OrderBy(level => level.Key).Select(level => level.Min(PlanCandidate.ByResult)!))
        {
            if (best is null || candidate.Result.CompareTo(best.Result) < 0)
            {
                best = candidate;
                points.Add(new(candidate.Effort, [.. candidate.Measures.Select(i => trial.Moves.Measures[i].Id)], candidate.Class, candidate.ResidualHigh, search.IsExhaustive));
            }
        }

        return new(taskId, points);
    }

    /// <summary>The cheapest way to each class and to the largest reduction, so that a budget that allows those reaches them.</summary>
    private static IEnumerable<PlanCandidate> Anchors(PlanTrial trial, PlanSearch search)
    {
        var now = trial.Evaluate().Class;
        return Enum.GetValues<RiskClass>().Where(wanted => wanted < now).Select(search.ForTarget).Append(search.ForLargest());
    }
}
