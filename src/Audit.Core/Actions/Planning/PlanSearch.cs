using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions.Planning;

/// <summary>Finds the cheapest set of measures that brings a task to a class, or that brings all that measures can bring.</summary>
/// <remarks>
/// Up to a dozen measures every set is tried. With more, <see cref="PlanBeam"/> finds a good set and <see cref="PlanBranch"/> looks for a
/// cheaper one: the measures that change which questions are asked ("switches") subset by subset, up to a limit, and within a subset the
/// others by branch and bound. The search is deterministic, and one that is cut off still gives a sound plan.
/// </remarks>
internal sealed class PlanSearch(PlanTrial trial, int exhaustiveUpTo = PlanSearch.MostExhaustive)
{
    private const int MostExhaustive = 12;
    private const int MostSwitches = 5;
    private const int MostNodes = 400_000;

    /// <summary>Spent on the order among sets of the same effort, once the least effort is known.</summary>
    private const int MostTieNodes = 20_000;

    private readonly MeasureMoves moves = trial.Moves;
    private readonly Lazy<PlanBeam> beam = new(() => new(trial));

    public PlanTrial Trial => trial;

    /// <summary>False when the last search was cut off, so that a better set may exist.</summary>
    public bool IsProven { get; private set; } = true;

    /// <summary>Whether there are few enough measures to try every set.</summary>
    public bool IsExhaustive => moves.Relevant.Length <= exhaustiveUpTo;

    /// <summary>The cheapest set with the class at or below the target; the largest reduction when no set was found that has.</summary>
    public PlanCandidate ForTarget(RiskClass target)
    {
        IsProven = true;
        var now = trial.Evaluate();
        if (now.Class is null || now.Class <= target)
        {
            return now;
        }

        var mark = new PlanMark(target);
        if (IsExhaustive)
        {
            return EverySet().Where(mark.IsReachedBy).Min(PlanCandidate.ByEffort) ?? EverySet().Min(PlanCandidate.ByResult)!;
        }

        var split = Split();
        return Extremes(split).Concat(Beam).FirstOrDefault(mark.IsReachedBy) is { } start ? Cheapest(start, mark, split) : Largest(split);
    }

    /// <summary>The lowest class, then the lowest R.hi that measures can bring, for the least effort.</summary>
    public PlanCandidate ForLargest()
    {
        IsProven = true;
        if (IsExhaustive)
        {
            return EverySet().Min(PlanCandidate.ByResult)!;
        }

        return Largest(Split());
    }

    /// <summary>Every set of the measures that matter.</summary>
    public IEnumerable<PlanCandidate> EverySet() =>
        Enumerable.Range(0, 1 << moves.Relevant.Length).Select(bits => trial.Evaluate([.. moves.Relevant.Where((_, i) => (bits & (1 << i)) != 0)]));

    /// <summary>Good sets of all amounts of effort, without a promise.</summary>
    public IEnumerable<PlanCandidate> Beam => beam.Value.UpTo(int.MaxValue);

    private PlanCandidate Largest((List<int[]> Subsets, int[] Plain) split)
    {
        var lowest = Lower(Extremes(split).Concat(Beam).Min(PlanCandidate.ByResult)!);
        var isLowest = IsLowest(lowest, split.Subsets, split.Plain);
        var cheapest = Cheapest(lowest, new PlanMark(lowest.Class, lowest.ResidualHigh), split);
        IsProven &= isLowest;
        return cheapest;
    }

    /// <summary>Plain measures never raise R.hi, so all of them on each subset of switches show how low it can get.</summary>
    private bool IsLowest(PlanCandidate lowest, List<int[]> subsets, int[] plain)
    {
        var low = subsets.ConvertAll(subset =>
        {
            var (state, severity) = trial.StateWith([.. subset, .. plain]);
            return (state.ResidualHigh(), Class: (int)trial.Profile.ClassOf(state.ResidualHigh(), severity));
        });
        return lowest.ResidualHigh <= low.Min(all => all.Item1) + ComputedProfile.Tolerance && (int?)lowest.Class <= low.Min(all => all.Class);
    }

    private PlanCandidate Cheapest(PlanCandidate start, PlanMark mark, (List<int[]> Subsets, int[] Plain) split)
    {
        var best = Trim(start, mark);
        best = beam.Value.UpTo(best.Effort).FirstOrDefault(mark.IsReachedBy) is { } found && PlanCandidate.ByEffort.Compare(found, best) < 0 ? found : best;
        var branches = split.Subsets.ConvertAll(subset => new PlanBranch(trial, subset, mark));
        best = SearchIn(branches, best, split.Plain, orSame: false);
        IsProven &= branches.TrueForAll(branch => branch.Finished);
        return SearchIn(branches, best, split.Plain, orSame: true);
    }

    private static PlanCandidate SearchIn(List<PlanBranch> branches, PlanCandidate best, int[] plain, bool orSame)
    {
        var nodes = orSame ? MostTieNodes : MostNodes;
        foreach (var branch in branches)
        {
            best = branch.Search(best, plain, nodes, orSame);
            nodes = branch.NodesLeft;
        }

        return best;
    }

    /// <summary>Each subset of switches with all other measures, and no measure at all.</summary>
    private IEnumerable<PlanCandidate> Extremes((List<int[]> Subsets, int[] Plain) split) =>
        split.Subsets.Select(subset => trial.Evaluate([.. subset, .. split.Plain])).Append(trial.Evaluate());

    /// <summary>Adds or takes away one measure, and where that no longer helps exchanges one, as long as it lowers the class or R.hi.</summary>
    private PlanCandidate Lower(PlanCandidate candidate)
    {
        for (var last = (PlanCandidate?)null; last != candidate;)
        {
            last = candidate;
            candidate = AddedOrTakenFrom(last).Prepend(last).Min(PlanCandidate.ByResult)!;
            candidate = candidate == last ? ExchangedIn(last).Prepend(last).Min(PlanCandidate.ByResult)! : candidate;
        }

        return candidate;
    }

    private IEnumerable<PlanCandidate> AddedOrTakenFrom(PlanCandidate candidate) => moves.Relevant.Select(measure => trial.Evaluate(
        candidate.Measures.Contains(measure) ? [.. candidate.Measures.Where(i => i != measure)] : [.. candidate.Measures, measure]));

    private IEnumerable<PlanCandidate> ExchangedIn(PlanCandidate candidate) =>
        from measure in candidate.Measures
        from other in moves.Relevant.Except(candidate.Measures)
        select trial.Evaluate([.. candidate.Measures.Where(i => i != measure), other]);

    /// <summary>Leaves out what is not needed, heaviest first.</summary>
    private PlanCandidate Trim(PlanCandidate candidate, PlanMark mark)
    {
        foreach (var measure in candidate.Measures.OrderByDescending(trial.EffortOf).ThenBy(i => i).ToArray())
        {
            var without = trial.Evaluate([.. candidate.Measures.Where(i => i != measure)]);
            candidate = mark.IsReachedBy(without) ? without : candidate;
        }

        return candidate;
    }

    /// <summary>Every subset of the switches, and the other measures; with too many switches those with the largest effect are varied and the search is no proof.</summary>
    private (List<int[]> Subsets, int[] Plain) Split()
    {
        var switches = moves.Relevant.Where(moves.SwitchesQuestions).ToArray();
        var plain = moves.Relevant.Except(switches).ToArray();
        var varied = switches.OrderBy(measure => trial.Evaluate([.. plain, measure]).ResidualHigh).ThenBy(measure => measure).Take(MostSwitches).ToArray();
        var subsets = Enumerable.Range(0, 1 << varied.Length).Select(bits => varied.Where((_, i) => (bits & (1 << i)) != 0).ToArray()).ToList();
        IsProven = varied.Length == switches.Length;
        return (IsProven ? subsets : [.. subsets, switches], plain);
    }
}
