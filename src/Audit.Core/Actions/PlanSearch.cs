using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Finds the cheapest set of measures that brings a task to the target class: branch and bound over the relevant measures.</summary>
/// <remarks>
/// Cheapest = least Σ effort, then fewest measures, then lowest R.hi, then ids. The bound rests on the falls of R.hi by single
/// measures: together they never lower it by more than the sum (see the remarks in <c>PlainChanges</c>). That does not hold for
/// measures that change which questions are asked; every subset of those is therefore tried on its own, up to a limit.
/// </remarks>
internal sealed class PlanSearch
{
    private const int MostEvaluations = 40_000;
    private const int MostSwitches = 6;

    private readonly ScoringModel model;
    private readonly MeasureMoves moves;
    private readonly DateOnly on;
    private readonly RiskClass target;
    private readonly Evaluation evaluation;
    private int evaluations;
    private Candidate? best;

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
        var nothing = Evaluate([]);
        if (nothing.Class is null || nothing.Class <= target)
        {
            return [];
        }

        var switches = moves.Relevant.Where(moves.SwitchesQuestions).ToArray();
        ProvenLeast = switches.Length <= MostSwitches;
        var subsets = SubsetsOf([.. switches.Take(MostSwitches)], [.. switches.Skip(MostSwitches)]);
        var plain = moves.Relevant.Except(switches).ToArray();
        var lowest = subsets.Select(subset => Evaluate([.. subset, .. plain])).MinBy(candidate => (candidate.Class, Math.Round(candidate.ResidualHigh, 12)))!;
        if (lowest.Class > target)
        {
            ProvenLeast = false;
            return Trim(lowest, candidate => candidate.Class == lowest.Class && candidate.ResidualHigh <= lowest.ResidualHigh + ComputedProfile.Tolerance).Measures;
        }

        best = Trim(lowest, candidate => candidate.Class <= target);
        foreach (var subset in subsets)
        {
            SearchFrom(subset, plain);
        }

        return best.Measures;
    }

    private static List<int[]> SubsetsOf(int[] free, int[] always)
    {
        var subsets = new List<int[]>();
        for (var bits = 0; bits < 1 << free.Length; bits++)
        {
            subsets.Add([.. always, .. free.Where((_, i) => (bits & (1 << i)) != 0)]);
        }

        return subsets;
    }

    /// <summary>Leaves out what is not needed, heaviest first: a good set to start from.</summary>
    private Candidate Trim(Candidate candidate, Func<Candidate, bool> isGoodEnough)
    {
        foreach (var measure in candidate.Measures.OrderByDescending(i => moves.Measures[i].Effort).ThenByDescending(i => i).ToArray())
        {
            var without = Evaluate([.. candidate.Measures.Where(i => i != measure)]);
            candidate = isGoodEnough(without) ? without : candidate;
        }

        return candidate;
    }

    private void SearchFrom(int[] subset, int[] plain)
    {
        var start = Evaluate(subset);
        var components = ResidualsNow();
        var options = plain.Select(measure => new Option(measure, moves.Measures[measure].Effort, FallOf(subset, measure, components)))
            .OrderByDescending(option => option.Fall / option.Effort)
            .ThenBy(option => option.Measure)
            .ToArray();
        Branch(start, options, 0, LimitFor(start));
    }

    private void Branch(Candidate here, Option[] options, int from, double limit)
    {
        if (here.Class <= target && here.CompareTo(best) < 0)
        {
            best = here;
        }

        for (var i = from; i < options.Length; i++)
        {
            if (evaluations > MostEvaluations)
            {
                ProvenLeast = false;
                return;
            }

            if (here.Effort + LeastEffort(here.ResidualHigh - limit, options, i) > best!.Effort)
            {
                return;
            }

            if (here.Effort + options[i].Effort <= best.Effort)
            {
                Branch(Evaluate([.. here.Measures, options[i].Measure]), options, i + 1, limit);
            }
        }
    }

    /// <summary>At least so much effort is needed to lower R.hi by an amount, were measures divisible.</summary>
    private static double LeastEffort(double fall, Option[] options, int from)
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

    /// <summary>Upper bound of what one measure takes from R.hi, whatever else is chosen.</summary>
    private double FallOf(int[] subset, int measure, double[] before)
    {
        Evaluate([.. subset, measure]);
        var after = ResidualsNow();
        double weights = 0, total = 0, max = 0;
        for (var c = 0; c < before.Length; c++)
        {
            var omega = evaluation.Components[c].Applies ? model.Instrument.Components[c].Weight : 0;
            weights += omega;
            total += omega * (before[c] - after[c]);
            max = Math.Max(max, before[c] - after[c]);
        }

        return weights == 0 ? 0 : (model.Profile.Lambda * max) + ((1 - model.Profile.Lambda) * total / weights);
    }

    private double[] ResidualsNow() => [.. evaluation.Components.Select(sums => sums.Applies ? sums.ResidualHigh(model.Profile.Kappa) : 0)];

    /// <summary>R.hi must fall below this for the target class, gates aside.</summary>
    private double LimitFor(Candidate start)
    {
        var level = RiskMatrix.Size;
        while (level > 0 && model.Profile.Matrix.ClassOf(level, start.SeverityHigh) > target)
        {
            level--;
        }

        return level switch
        {
            0 => double.NegativeInfinity,
            RiskMatrix.Size => double.PositiveInfinity,
            _ => model.Profile.Thresholds[level - 1],
        };
    }

    private Candidate Evaluate(int[] measures)
    {
        evaluations++;
        var sheet = moves.Apply(measures);
        evaluation.Run(sheet);
        return new Candidate(
            [.. measures.Order()],
            measures.Sum(i => moves.Measures[i].Effort),
            Classification.ClassOf(evaluation, sheet, on).Working,
            evaluation.HasResidual ? evaluation.Residual.High : 0,
            evaluation.SeverityHigh);
    }

    private readonly record struct Option(int Measure, int Effort, double Fall);

    /// <summary>A set of measures with what it costs and brings.</summary>
    private sealed record Candidate(int[] Measures, int Effort, RiskClass? Class, double ResidualHigh, int SeverityHigh)
    {
        public int CompareTo(Candidate? other)
        {
            if (other is null)
            {
                return -1;
            }

            var order = (Effort, Measures.Length, Math.Round(ResidualHigh, 12))
                .CompareTo((other.Effort, other.Measures.Length, Math.Round(other.ResidualHigh, 12)));
            for (var i = 0; order == 0 && i < Measures.Length; i++)
            {
                order = Measures[i].CompareTo(other.Measures[i]);
            }

            return order;
        }
    }
}
