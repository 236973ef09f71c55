using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Searches the sets of plain measures on top of one subset of switches: first good sets, then branch and bound.</summary>
/// <remarks>
/// Bound: for any weights π from <see cref="PlanState.WeightsFor"/>, R.hi ≥ Σ π_c·R_c, and R_c never falls by more than the sum of
/// what single measures take from it (see <c>PlainChanges</c>). So the effort still needed is at least that of the fractional
/// knapsack over the falls Σ π_c·ΔR_c. The weights are chosen where that bound is highest at the start.
/// </remarks>
internal sealed class PlanBranch
{
    private const int WeightSteps = 60;

    private readonly PlanState state;
    private readonly MeasureMoves moves;
    private readonly int[] subset;
    private readonly double limit;
    private readonly Func<int[], PlanCandidate> evaluate;
    private readonly Func<PlanCandidate, bool> isOnTarget;
    private readonly double[][] falls;
    private readonly int subsetEffort;
    private double[] weights;
    private Option[] options;
    private PlanCandidate best = null!;
    private int nodes;

    public PlanBranch(
        PlanState state, MeasureMoves moves, int[] subset, double limit, int[] plain, Func<int[], PlanCandidate> evaluate, Func<PlanCandidate, bool> isOnTarget)
    {
        this.state = state;
        this.moves = moves;
        this.subset = subset;
        this.limit = limit;
        this.evaluate = evaluate;
        this.isOnTarget = isOnTarget;
        subsetEffort = subset.Sum(i => moves.Measures[i].Effort);
        falls = [.. plain.Select(FallsOf)];
        (weights, options) = ChooseWeights(plain);
    }

    /// <summary>False when the last search stopped before every set was decided.</summary>
    public bool Finished { get; private set; } = true;

    /// <summary>What the last search left of the nodes that it was given.</summary>
    public int NodesLeft => Math.Max(0, nodes);

    /// <summary>Better sets found by taking measures away and putting others back; never worse than what it is given.</summary>
    public PlanCandidate Improve(PlanCandidate start)
    {
        best = start;
        Consider(Repair([]));
        for (var better = true; better;)
        {
            better = false;
            var from = best;
            foreach (var gone in from.Measures.Except(subset).ToArray())
            {
                better |= Consider(Repair([.. from.Measures.Except(subset).Where(i => i != gone)], gone));
            }
        }

        return best;
    }

    /// <summary>Looks for a better set among all, at most so many nodes far.</summary>
    public PlanCandidate Search(PlanCandidate start, int mostNodes)
    {
        best = start;
        nodes = mostNodes;
        Branch(0, [], subsetEffort);
        return best;
    }

    private bool Consider(PlanCandidate? candidate)
    {
        if (candidate is null || !isOnTarget(candidate) || candidate.CompareTo(best) >= 0)
        {
            return false;
        }

        best = candidate;
        return true;
    }

    private void Branch(int from, List<int> chosen, int effort)
    {
        if (--nodes < 0)
        {
            Finished = false;
            return;
        }

        if (state.ResidualHigh() < limit && (effort, chosen.Count + subset.Length).CompareTo((best.Effort, best.Measures.Length)) <= 0)
        {
            Consider(evaluate([.. subset, .. chosen]));
        }

        for (var i = from; i < options.Length && nodes >= 0; i++)
        {
            if (effort + LeastEffort(i) > best.Effort)
            {
                return;
            }

            if (effort + options[i].Effort > best.Effort)
            {
                continue;
            }

            var mark = state.Mark;
            state.Add(moves.MovesOf(options[i].Measure));
            chosen.Add(options[i].Measure);
            Branch(i + 1, chosen, effort + options[i].Effort);
            chosen.RemoveAt(chosen.Count - 1);
            state.BackTo(mark);
        }
    }

    /// <summary>At least so much effort is still needed, were measures divisible.</summary>
    private double LeastEffort(int from)
    {
        var fall = -limit;
        for (var c = 0; c < weights.Length; c++)
        {
            fall += weights[c] * state.ResidualOf(c);
        }

        return Knapsack(options, from, fall);
    }

    private static double Knapsack(Option[] options, int from, double fall)
    {
        var effort = 0d;
        for (var i = from; i < options.Length && fall > ComputedProfile.Tolerance; i++)
        {
            var share = options[i].Fall > fall ? fall / options[i].Fall : 1;
            effort += share * options[i].Effort;
            fall -= share * options[i].Fall;
        }

        return fall > ComputedProfile.Tolerance ? double.PositiveInfinity : Math.Ceiling(effort - 1e-9);
    }

    /// <summary>Adds measures by what they bring per effort until the class is on target, then leaves out what is not needed.</summary>
    private PlanCandidate? Repair(int[] kept, int without = -1)
    {
        var mark = state.Mark;
        var chosen = new List<int>(kept);
        kept.ToList().ForEach(measure => state.Add(moves.MovesOf(measure)));
        var left = options.Select(option => option.Measure).Where(measure => measure != without && !chosen.Contains(measure)).ToList();
        while (left.Count > 0 && !(state.ResidualHigh() < limit && isOnTarget(evaluate([.. subset, .. chosen]))))
        {
            var next = state.ResidualHigh() < limit ? left[0] : left.MaxBy(GainPerEffort);
            left.Remove(next);
            chosen.Add(next);
            state.Add(moves.MovesOf(next));
        }

        state.BackTo(mark);
        var candidate = evaluate([.. subset, .. chosen]);
        return isOnTarget(candidate) ? Trim(candidate) : null;
    }

    private double GainPerEffort(int measure)
    {
        var before = Weighted();
        var mark = state.Mark;
        state.Add(moves.MovesOf(measure));
        var gain = before - Weighted();
        state.BackTo(mark);
        return gain / moves.Measures[measure].Effort;
    }

    private double Weighted()
    {
        var sum = 0d;
        for (var c = 0; c < weights.Length; c++)
        {
            sum += weights[c] * state.ResidualOf(c);
        }

        return sum;
    }

    private PlanCandidate Trim(PlanCandidate candidate)
    {
        var order = options.Reverse().Select(option => option.Measure).Where(candidate.Measures.Contains).OrderByDescending(i => moves.Measures[i].Effort).ToArray();
        foreach (var measure in order)
        {
            var without = evaluate([.. candidate.Measures.Where(i => i != measure)]);
            candidate = isOnTarget(without) ? without : candidate;
        }

        return candidate;
    }

    private double[] FallsOf(int measure)
    {
        var before = Residuals();
        var mark = state.Mark;
        state.Add(moves.MovesOf(measure));
        var after = Residuals();
        state.BackTo(mark);
        return [.. before.Zip(after, (b, a) => b - a)];
    }

    private double[] Residuals() => [.. Enumerable.Range(0, state.ComponentCount).Select(state.ResidualOf)];

    /// <summary>Moves the shares toward the component that binds, step by step, and keeps the ones with the highest bound.</summary>
    private (double[] Weights, Option[] Options) ChooseWeights(int[] plain)
    {
        var residuals = Residuals();
        var applicable = Enumerable.Range(0, residuals.Length).Where(state.Applies).ToArray();
        var shares = new double[residuals.Length];
        Array.ForEach(applicable, c => shares[c] = 1d / applicable.Length);
        var (chosenWeights, chosenOptions, highest) = (Array.Empty<double>(), Array.Empty<Option>(), double.NegativeInfinity);
        for (var step = 1; step <= WeightSteps; step++)
        {
            var trial = state.WeightsFor(shares);
            var sorted = OptionsFor(plain, trial);
            var bound = Knapsack(sorted, 0, trial.Zip(residuals, (w, r) => w * r).Sum() - limit);
            if (bound > highest)
            {
                (chosenWeights, chosenOptions, highest) = (trial, sorted, bound);
            }

            Shift(shares, applicable, residuals, sorted, plain, step, bound);
        }

        return chosenOptions.Length == plain.Length && chosenWeights.Length > 0 ? (chosenWeights, chosenOptions) : (state.WeightsFor(shares), OptionsFor(plain, state.WeightsFor(shares)));
    }

    /// <summary>Gives more weight to the component that stays highest when the bound's measures are carried out.</summary>
    private void Shift(double[] shares, int[] applicable, double[] residuals, Option[] sorted, int[] plain, int step, double bound)
    {
        if (applicable.Length == 0)
        {
            return;
        }

        var left = (double[])residuals.Clone();
        var effort = 0d;
        foreach (var option in sorted.TakeWhile(option => (effort += option.Effort) <= bound))
        {
            var fall = falls[Array.IndexOf(plain, option.Measure)];
            Array.ForEach(applicable, c => left[c] -= fall[c]);
        }

        var highest = applicable.MaxBy(c => left[c]);
        var size = 1d / (step + 1);
        Array.ForEach(applicable, c => shares[c] = ((1 - size) * shares[c]) + (c == highest ? size : 0));
    }

    private Option[] OptionsFor(int[] plain, double[] trial) =>
        [.. plain.Select((measure, i) => new Option(measure, moves.Measures[measure].Effort, trial.Zip(falls[i], (w, f) => w * f).Sum()))
            .OrderByDescending(option => option.Fall / option.Effort)
            .ThenBy(option => option.Measure)];

    private readonly record struct Option(int Measure, int Effort, double Fall);
}
