namespace Audit.Core.Actions.Planning;

/// <summary>Searches the sets of plain measures on top of one subset of switches for one that costs less: branch and bound.</summary>
/// <remarks>
/// Bound: for any weights π from <see cref="PlanState.Weigh"/>, R.hi ≥ Σ π_c·R_c, and from any point R_c never falls by more than the
/// sum of what single measures take from it at that point (see <c>PlainChanges</c>). So the effort still needed is at least that of the
/// fractional knapsack over the falls Σ π_c·ΔR_c. π leans on the components in proportion to how far they are above the limit: those
/// decide the maximum. At every point weights and falls are taken anew, which is what makes the bound sharp when measures overlap.
/// </remarks>
internal sealed class PlanBranch
{
    private readonly PlanTrial trial;
    private readonly int[] subset;
    private readonly PlanMark mark;
    private readonly PlanState state;
    private readonly double limit;
    private readonly PlanBound bound;
    private readonly List<int> chosen = [];
    private PlanCandidate best = null!;
    private bool withTies;
    private int nodes;

    public PlanBranch(PlanTrial trial, int[] subset, PlanMark mark)
    {
        this.trial = trial;
        this.subset = subset;
        this.mark = mark;
        (state, var severity) = trial.StateWith(subset);
        limit = mark.LimitAt(trial.Profile, severity);
        bound = new PlanBound(trial, state);
    }

    /// <summary>False when the last search stopped before every set was decided.</summary>
    public bool Finished { get; private set; }

    /// <summary>What the last search left of the nodes that it was given.</summary>
    public int NodesLeft => Math.Max(0, nodes);

    /// <summary>Looks for a set that costs less, at most so many nodes far.</summary>
    /// <param name="start">The set to beat.</param>
    /// <param name="plain">Measures to choose from.</param>
    /// <param name="mostNodes">After so many nodes the search stops.</param>
    /// <param name="orSame">Also looks for sets of the same effort that go before it.</param>
    public PlanCandidate Search(PlanCandidate start, int[] plain, int mostNodes, bool orSame)
    {
        (best, nodes, withTies, Finished) = (start, mostNodes, orSame, true);
        Branch(plain, trial.EffortOf(subset));
        return best;
    }

    private int Most => withTies ? best.Effort : best.Effort - 1;

    private void Branch(int[] left, int effort)
    {
        if (effort > Most)
        {
            return;
        }

        if (--nodes < 0)
        {
            Finished = false;
            return;
        }

        if (state.ResidualHigh() < limit && trial.Evaluate([.. subset, .. chosen]) is var candidate && mark.IsReachedBy(candidate))
        {
            // Every larger set costs more.
            best = PlanCandidate.ByEffort.Compare(candidate, best) < 0 ? candidate : best;
            return;
        }

        if (effort + bound.LeastEffort(left, limit) <= Most && bound.IsWithinReach(left, limit))
        {
            var (pick, others) = bound.Next(left);
            BranchOn(pick, others, effort);
        }
    }

    private void BranchOn(int pick, int[] others, int effort)
    {
        if (pick < 0)
        {
            return;
        }

        var before = state.Mark;
        state.Add(trial.Moves.MovesOf(pick));
        chosen.Add(pick);
        Branch(others, effort + trial.EffortOf(pick));
        chosen.RemoveAt(chosen.Count - 1);
        state.BackTo(before);
        Branch(others, effort);
    }
}
