using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Finds the cheapest set of measures that brings a task to the target class.</summary>
/// <remarks>
/// Up to a dozen measures every set is tried. With more, those that change which questions are asked ("switches") are tried subset by
/// subset, up to a limit; within a subset
/// <see cref="PlanBranch"/> searches the other measures by branch and bound. The search is deterministic; it starts from good sets
/// found by taking away and putting back, so that a search that is cut off still gives a sound plan.
/// </remarks>
internal sealed class PlanSearch
{
    private const int MostSwitches = 5;
    private const int MostExhaustive = 12;
    private const int MostNodes = 400_000;

    private readonly ScoringModel model;
    private readonly MeasureMoves moves;
    private readonly DateOnly on;
    private readonly RiskClass target;
    private readonly int exhaustiveUpTo;
    private readonly Evaluation evaluation;

    public PlanSearch(ScoringModel model, MeasureMoves moves, DateOnly on, RiskClass target, int exhaustiveUpTo = MostExhaustive)
    {
        this.exhaustiveUpTo = exhaustiveUpTo;
        this.model = model;
        this.moves = moves;
        this.on = on;
        this.target = target;
        evaluation = new Evaluation(model.Table, model.Profile);
    }

    /// <summary>False when the search was cut off, so that a cheaper set may exist.</summary>
    public bool ProvenLeast { get; private set; } = true;

    /// <summary>Positions of the measures chosen, in order of id; the lowest class possible when the target cannot be reached.</summary>
    public int[] Find()
    {
        if (Evaluate([]).Class is not { } now || now <= target)
        {
            return [];
        }

        if (moves.Relevant.Length <= exhaustiveUpTo)
        {
            return FindAmongAll();
        }

        var switches = moves.Relevant.Where(moves.SwitchesQuestions).ToArray();
        var plain = moves.Relevant.Except(switches).ToArray();
        var subsets = SubsetsOf(switches, plain);
        var lowest = Lowest(subsets.Select(subset => Evaluate([.. subset, .. plain])).Append(Evaluate([])));
        if (lowest.Class > target)
        {
            lowest = Lower(lowest);
        }

        if (lowest.Class > target)
        {
            ProvenLeast = false;
            return Trim(lowest, candidate => IsAsGoodAs(candidate, lowest)).Measures;
        }

        return FindFrom(Trim(lowest, IsOnTarget), subsets, plain);
    }

    /// <summary>Few measures: looks at every set, so that gates and conditions of any form are no obstacle.</summary>
    private int[] FindAmongAll()
    {
        PlanCandidate? cheapest = null, lowest = null;
        for (var bits = 0; bits < 1 << moves.Relevant.Length; bits++)
        {
            var candidate = Evaluate([.. moves.Relevant.Where((_, i) => (bits & (1 << i)) != 0)]);
            cheapest = IsOnTarget(candidate) && candidate.CompareTo(cheapest) < 0 ? candidate : cheapest;
            lowest = lowest is null || IsLower(candidate, lowest) ? candidate : lowest;
        }

        return (cheapest ?? lowest!).Measures;
    }

    private int[] FindFrom(PlanCandidate best, List<int[]> subsets, int[] plain)
    {
        var branches = subsets.Select(subset => BranchOf(subset, plain)).ToList();
        foreach (var branch in branches)
        {
            best = branch.Improve(best);
        }

        var nodes = MostNodes;
        foreach (var branch in branches)
        {
            best = branch.Search(best, nodes);
            nodes = branch.NodesLeft;
            ProvenLeast &= branch.Finished;
        }

        return best.Measures;
    }

    private static PlanCandidate Lowest(IEnumerable<PlanCandidate> candidates) =>
        candidates.Aggregate((one, other) => IsLower(other, one) ? other : one);

    /// <summary>Lower class, then lower R.hi, then cheaper.</summary>
    private static bool IsLower(PlanCandidate one, PlanCandidate other)
    {
        var order = (one.Class ?? RiskClass.Low, Math.Round(one.ResidualHigh, 12)).CompareTo((other.Class ?? RiskClass.Low, Math.Round(other.ResidualHigh, 12)));
        return order != 0 ? order < 0 : one.CompareTo(other) < 0;
    }

    /// <summary>Adds or takes away one measure, and where that no longer helps exchanges one, as long as it lowers the class or R.hi.</summary>
    private PlanCandidate Lower(PlanCandidate candidate)
    {
        for (var last = (PlanCandidate?)null; last != candidate;)
        {
            last = candidate;
            candidate = Lowest(AddedOrTakenFrom(last).Prepend(last));
            candidate = candidate == last ? Lowest(ExchangedIn(last).Prepend(last)) : candidate;
        }

        return candidate;
    }

    private IEnumerable<PlanCandidate> AddedOrTakenFrom(PlanCandidate candidate) => moves.Relevant.Select(measure => Evaluate(
        candidate.Measures.Contains(measure) ? [.. candidate.Measures.Where(i => i != measure)] : [.. candidate.Measures, measure]));

    private IEnumerable<PlanCandidate> ExchangedIn(PlanCandidate candidate) =>
        from measure in candidate.Measures
        from other in moves.Relevant.Except(candidate.Measures)
        select Evaluate([.. candidate.Measures.Where(i => i != measure), other]);

    private static bool IsAsGoodAs(PlanCandidate candidate, PlanCandidate other) =>
        candidate.Class == other.Class && candidate.ResidualHigh <= other.ResidualHigh + ComputedProfile.Tolerance;

    private bool IsOnTarget(PlanCandidate candidate) => candidate.Class <= target;

    /// <summary>Every subset of the switches; with too many, those with the largest effect are varied and the search is not a proof.</summary>
    private List<int[]> SubsetsOf(int[] switches, int[] plain)
    {
        var varied = switches.OrderBy(measure => Evaluate([.. plain, measure]).ResidualHigh).ThenBy(measure => measure).Take(MostSwitches).ToArray();
        ProvenLeast = varied.Length == switches.Length;
        var subsets = new List<int[]>();
        for (var bits = 0; bits < 1 << varied.Length; bits++)
        {
            subsets.Add([.. varied.Where((_, i) => (bits & (1 << i)) != 0)]);
        }

        if (!ProvenLeast)
        {
            subsets.Add(switches);
        }

        return subsets;
    }

    private PlanBranch BranchOf(int[] subset, int[] plain)
    {
        Evaluate(subset);
        return new PlanBranch(new PlanState(evaluation), moves, subset, LimitAt(evaluation.SeverityHigh), plain, Evaluate, IsOnTarget);
    }

    /// <summary>Leaves out what is not needed, heaviest first.</summary>
    private PlanCandidate Trim(PlanCandidate candidate, Func<PlanCandidate, bool> isGoodEnough)
    {
        foreach (var measure in candidate.Measures.OrderByDescending(i => moves.Measures[i].Effort).ThenBy(i => i).ToArray())
        {
            var without = Evaluate([.. candidate.Measures.Where(i => i != measure)]);
            candidate = isGoodEnough(without) ? without : candidate;
        }

        return candidate;
    }

    /// <summary>R.hi must fall below this for the target class, gates aside.</summary>
    private double LimitAt(int severity)
    {
        var level = RiskMatrix.Size;
        while (level > 0 && model.Profile.Matrix.ClassOf(level, severity) > target)
        {
            level--;
        }

        return level switch
        {
            0 => double.NegativeInfinity,
            RiskMatrix.Size => double.PositiveInfinity,
            _ => model.Profile.Thresholds[level - 1] - ComputedProfile.Tolerance,
        };
    }

    private PlanCandidate Evaluate(int[] measures)
    {
        var sheet = moves.Apply(measures);
        evaluation.Run(sheet);
        return new PlanCandidate(
            [.. measures.Order()],
            measures.Sum(i => moves.Measures[i].Effort),
            Classification.ClassOf(evaluation, sheet, on).Working,
            evaluation.HasResidual ? evaluation.Residual.High : 0);
    }
}
