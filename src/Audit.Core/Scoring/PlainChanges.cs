using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>Chooses changes that only move sums, best first, and stops where the bound says that nothing better can follow.</summary>
/// <remarks>
/// Bound: the fall of R_c = I·(1 − κC) by several changes together is at most the sum of their falls alone, because the cross term
/// −κ·ΔI·ΔC is negative; the same holds for their maximum and mean. So R.hi ≥ R.hi(now) − sum of the largest falls left.
/// </remarks>
internal sealed class PlainChanges
{
    /// <summary>Sets looked at before the search stops with what it has: reached only by instruments of thousands of questions.</summary>
    private const int MostNodes = 5_000_000;

    private readonly Evaluation evaluation;
    private readonly ComponentSums[] sums;
    private readonly double[] residuals;
    private readonly Move[] moves;
    private readonly List<Change> chosen = [];
    private readonly double start;
    private int nodes = MostNodes;

    public PlainChanges(Evaluation evaluation, AnswerSheet sheet, IEnumerable<Change> changes)
    {
        this.evaluation = evaluation;
        sums = [.. evaluation.Components];
        residuals = [.. sums.Select(sum => sum.Applies ? sum.ResidualHigh(evaluation.Profile.Kappa) : 0)];
        start = evaluation.Residual.High;
        moves = [.. changes
            .Where(change => evaluation.States[change.Question] is QuestionState.Answered or QuestionState.Open)
            .Select(change => MoveOf(change, sheet))
            .Where(move => move.Fall > 0)
            .OrderByDescending(move => move.Fall)];
    }

    /// <summary>Reports every set of exactly <paramref name="size"/> changes with R.hi below the limit and not worse than the worst kept.</summary>
    /// <param name="size">Number of changes, 1 to 3.</param>
    /// <param name="limit">R.hi must be below this.</param>
    /// <param name="worst">R.hi of the last set still kept by the caller; ties with it are reported.</param>
    /// <param name="report">Receives the changes and R.hi.</param>
    public void Search(int size, double limit, Func<double> worst, Action<IReadOnlyList<Change>, double> report) =>
        Choose(0, size, start, limit, worst, report);

    private void Choose(int from, int left, double bound, double limit, Func<double> worst, Action<IReadOnlyList<Change>, double> report)
    {
        for (var i = from; i < moves.Length; i++)
        {
            var move = moves[i];
            var reachable = bound - (left * move.Fall);
            if (reachable >= limit || reachable > worst() + ComputedProfile.Tolerance || --nodes < 0)
            {
                return;
            }

            if (chosen.Exists(change => change.Question == move.Change.Question))
            {
                continue;
            }

            Apply(move, +1);
            chosen.Add(move.Change);
            if (left > 1)
            {
                Choose(i + 1, left - 1, bound - move.Fall, limit, worst, report);
            }
            else
            {
                Report(limit, worst, report);
            }

            chosen.RemoveAt(chosen.Count - 1);
            Apply(move, -1);
        }
    }

    private void Report(double limit, Func<double> worst, Action<IReadOnlyList<Change>, double> report)
    {
        var residual = ResidualHigh();
        if (residual < limit && residual <= worst() + ComputedProfile.Tolerance)
        {
            report(chosen, residual);
        }
    }

    private void Apply(in Move move, int sign)
    {
        ref var sum = ref sums[move.Component];
        sum.ExposureHigh += sign * move.Exposure;
        sum.SafeguardLow += sign * move.Safeguard;
        residuals[move.Component] = sum.ResidualHigh(evaluation.Profile.Kappa);
    }

    private double ResidualHigh()
    {
        double weights = 0, total = 0, max = 0;
        for (var c = 0; c < sums.Length; c++)
        {
            if (!sums[c].Applies)
            {
                continue;
            }

            var omega = evaluation.Table.Instrument.Components[c].Weight;
            weights += omega;
            total += omega * residuals[c];
            max = Math.Max(max, residuals[c]);
        }

        return (evaluation.Profile.Lambda * max) + ((1 - evaluation.Profile.Lambda) * total / weights);
    }

    private Move MoveOf(Change change, AnswerSheet sheet)
    {
        var table = evaluation.Table;
        var question = table.Questions[change.Question];
        var component = table.ComponentOf[change.Question];
        if (!sums[component].Applies)
        {
            return default;
        }

        var value = table.Values[change.Question][change.Option];
        var exposure = question.Kind == QuestionKind.Exposure ? question.Weight * (value - evaluation.High[change.Question]) : 0;
        var safeguard = question.Kind == QuestionKind.Safeguard
            ? question.Weight * ((value * evaluation.Profile.FactorOf(sheet.Grades[change.Question])) - evaluation.Low[change.Question])
            : 0;
        var after = sums[component];
        after.ExposureHigh += exposure;
        after.SafeguardLow += safeguard;
        var fall = residuals[component] - after.ResidualHigh(evaluation.Profile.Kappa);
        return new(change, component, exposure, safeguard, ShareOf(component) * fall);
    }

    /// <summary>Largest weight with which a fall of one component can count in R.</summary>
    private double ShareOf(int component)
    {
        var components = evaluation.Table.Instrument.Components;
        var weights = 0d;
        for (var c = 0; c < sums.Length; c++)
        {
            weights += sums[c].Applies ? components[c].Weight : 0;
        }

        return evaluation.Profile.Lambda + ((1 - evaluation.Profile.Lambda) * components[component].Weight / weights);
    }

    private readonly record struct Move(Change Change, int Component, double Exposure, double Safeguard, double Fall);
}
