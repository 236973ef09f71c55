using Audit.Core.Scoring;

namespace Audit.Core.Actions.Planning;

/// <summary>How much effort a point of the search still needs at least, and which measure to decide on next.</summary>
internal sealed class PlanBound
{
    private readonly PlanTrial trial;
    private readonly PlanState state;
    private readonly bool[] readByGate;
    private readonly double[] weights;
    private readonly double[] falls;
    private readonly double[] ratios;
    private readonly int[] order;
    private readonly bool[] matters;

    public PlanBound(PlanTrial trial, PlanState state)
    {
        this.trial = trial;
        this.state = state;
        var count = trial.Moves.Measures.Length;
        readByGate = [.. Enumerable.Range(0, count).Select(trial.Moves.IsReadByGate)];
        weights = new double[state.ComponentCount];
        (falls, ratios, order, matters) = (new double[count], new double[count], new int[count], new bool[count]);
    }

    /// <summary>At least so much effort is still needed, were measures divisible; infinite when the limit is out of reach.</summary>
    /// <param name="left">The measures that are still undecided.</param>
    /// <param name="limit">R.hi must fall below this.</param>
    public double LeastEffort(int[] left, double limit)
    {
        state.Weigh(limit, weights);
        var (weighted, plain) = state.Residuals(weights);
        for (var i = 0; i < left.Length; i++)
        {
            var mark = state.Mark;
            state.Add(trial.Moves.MovesOf(left[i]));
            var (weightedAfter, plainAfter) = state.Residuals(weights);
            state.BackTo(mark);
            falls[i] = weighted - weightedAfter;
            // With a weight of 0 a component may still decide the maximum later on.
            matters[i] = plain - plainAfter > 0 || readByGate[left[i]];
            ratios[i] = -falls[i] / trial.EffortOf(left[i]);
            order[i] = i;
        }

        Array.Sort(ratios, order, 0, left.Length);
        return Knapsack(left, weighted - limit);
    }

    /// <summary>The undecided measure that brings most for its effort (-1 = none matters any more), and the others that still matter.</summary>
    /// <param name="left">The same measures as in the last call of <see cref="LeastEffort"/>.</param>
    public (int Pick, int[] Others) Next(int[] left)
    {
        var pick = Array.FindIndex(order, 0, left.Length, i => matters[i]);
        if (pick < 0)
        {
            return (-1, []);
        }

        var picked = order[pick];
        return (left[picked], [.. left.Where((_, i) => i != picked && matters[i])]);
    }

    /// <summary>Whether all undecided measures together would do: none of them ever raises R.hi.</summary>
    public bool IsWithinReach(int[] left, double limit)
    {
        var mark = state.Mark;
        foreach (var measure in left)
        {
            state.Add(trial.Moves.MovesOf(measure));
        }

        var lowest = state.ResidualHigh();
        state.BackTo(mark);
        return lowest < limit;
    }

    private double Knapsack(int[] left, double fall)
    {
        var effort = 0d;
        for (var k = 0; k < left.Length && fall > ComputedProfile.Tolerance; k++)
        {
            var i = order[k];
            var share = falls[i] > fall ? fall / falls[i] : 1;
            effort += share * trial.EffortOf(left[i]);
            fall -= share * falls[i];
        }

        return fall > ComputedProfile.Tolerance ? double.PositiveInfinity : Math.Ceiling(effort - 1e-9);
    }
}
