using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>Splits the high end of the residual risk over the questions (scoring.md §5).</summary>
internal static class ContributionList
{
    public static IReadOnlyList<Contribution> Of(Evaluation evaluation)
    {
        if (!evaluation.HasResidual)
        {
            return [];
        }

        var shares = SharesOf(evaluation);
        var list = new List<Contribution>(evaluation.States.Length);
        for (var i = 0; i < evaluation.States.Length; i++)
        {
            if (!evaluation.Table.IsScored(i) || evaluation.States[i] == QuestionState.Removed)
            {
                continue;
            }

            var c = evaluation.Table.ComponentOf[i];
            if (!evaluation.Components[c].Applies)
            {
                continue;
            }

            var question = evaluation.Table.Questions[i];
            list.Add(new(question.Id, evaluation.Table.Instrument.Components[c].Id, question.Kind, shares[c] * PartOf(evaluation, i)));
        }

        return list;
    }

    /// <summary>k_c = λ·[c is the first component that attains the maximum] + (1 − λ)·ω_c/Σω.</summary>
    public static double[] SharesOf(Evaluation evaluation)
    {
        var components = evaluation.Components;
        var shares = new double[components.Length];
        var first = -1;
        double weights = 0, max = double.NegativeInfinity;
        for (var c = 0; c < components.Length; c++)
        {
            if (!components[c].Applies)
            {
                continue;
            }

            weights += evaluation.Table.Instrument.Components[c].Weight;
            var residual = components[c].ResidualHigh(evaluation.Profile.Kappa);

            // Rounding must not decide which of two equal components comes first.
            first = residual > max + ComputedProfile.Tolerance ? c : first;
            max = Math.Max(max, residual);
        }

        for (var c = 0; c < components.Length; c++)
        {
            if (components[c].Applies)
            {
                var mean = (1 - evaluation.Profile.Lambda) * evaluation.Table.Instrument.Components[c].Weight / weights;
                shares[c] = mean + (c == first ? evaluation.Profile.Lambda : 0);
            }
        }

        return shares;
    }

    private static double PartOf(Evaluation evaluation, int index)
    {
        var sums = evaluation.Components[evaluation.Table.ComponentOf[index]];
        var question = evaluation.Table.Questions[index];
        return question.Kind == QuestionKind.Exposure
            ? question.Weight * evaluation.High[index] / sums.ExposureWeight
            : -sums.Exposure.High * evaluation.Profile.Kappa * question.Weight * evaluation.Low[index] / sums.SafeguardWeight;
    }
}
