using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Finds the cheapest set of measures that brings a task to the target class.</summary>
/// <remarks>
/// Measures that change which questions are asked ("switches") are tried subset by subset, up to a limit. Within a subset
/// <see cref="PlanBranch"/> searches the other measures by branch and bound. The search is deterministic; it starts from good sets
/// found by taking away and putting back, so that a search that is cut off still gives a sound plan.
/// </remarks>
internal sealed class PlanSearch
{
    private const int MostSwitches = 5;
    private const int MostNodes = 400_000;

    private readonly ScoringModel model;
    private readonly MeasureMoves moves;
    private readonly DateOnly on;
    private readonly RiskClass target;
    private readonly Evaluation evaluation;

    public PlanSearch(ScoringModel model, MeasureMoves moves, DateOnly on, RiskClass target)
    {
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

        var switches = moves.Relevant.Where(moves.SwitchesQuestions).ToArray();
        var plain = moves.Relevant.Except(switches).ToArray();
        var subsets = SubsetsOf(switches, plain);
        var lowest = subsets.Select(subset => Evaluate([.. subset, .. plain]))
            .MinBy(candidate => (candidate.Class, Math.Round(candidate.ResidualHigh, 12)))!;
        if (lowest.Class > target)
        {
            ProvenLeast = false;
            return Trim(lowest, lowest.Measures.OrderByDescending(i => moves.Measures[i].Effort), candidate => IsAsGoodAs(candidate, lowest)).Measures;
        }

        var best = Trim(lowest, lowest.Measures.OrderByDescending(i => moves.Measures[i].Effort), IsOnTarget);
        var branches = subsets.Select(subset => BranchOf(subset, plain)).OfType<PlanBranch>().ToList();
        foreach (var branch in branches)
        {
            best = branch.Improve(best);
        }

        foreach (var branch in branches)
        {
            best = branch.Search(best, MostNodes / branches.Count);
            ProvenLeast &= branch.Finished;
        }

        return best.Measures;
    }

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

    private PlanBranch? BranchOf(int[] subset, int[] plain)
    {
        var all = Evaluate([.. subset, .. plain]);
        if (!IsOnTarget(all))
        {
            return null;
        }

        Evaluate(subset);
        return new PlanBranch(new PlanState(evaluation), moves, subset, LimitAt(evaluation.SeverityHigh), plain, Evaluate, IsOnTarget);
    }

    /// <summary>Leaves out what is not needed.</summary>
    private PlanCandidate Trim(PlanCandidate candidate, IEnumerable<int> order, Func<PlanCandidate, bool> isGoodEnough)
    {
        foreach (var measure in order.ToArray())
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
