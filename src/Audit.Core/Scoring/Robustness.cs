using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>How often the working class stays the same when weights and parameters are changed a little.</summary>
/// <param name="Draws">Number of draws.</param>
/// <param name="SameClass">Share of the draws with the same working class, in [0, 1].</param>
public sealed record Robustness(int Draws, double SameClass)
{
    /// <summary>Share from which a class counts as robust.</summary>
    public const double RobustFrom = 0.90;

    private const double WeightSpread = 0.25;
    private const double ParameterSpread = 0.1;

    /// <summary>True = <c>robuust</c>, false = <c>gevoelig</c>.</summary>
    public bool IsRobust => SameClass >= RobustFrom;

    /// <summary>Draws every weight × U(0.75, 1.25), κ ± 0.1 and λ ± 0.1, clipped to [0, 1]; null without R (scoring.md §5).</summary>
    internal static Robustness? Of(Evaluation evaluation, ClassRange floors)
    {
        if (!evaluation.HasResidual)
        {
            return null;
        }

        var streams = new Streams(evaluation);
        var working = Classification.ClassOf(evaluation, floors).Working;
        var draws = evaluation.Profile.Robustness.Draws;
        var same = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var drawn = evaluation.Profile.ClassOf(streams.ResidualHigh(draw), evaluation.SeverityHigh);
            same += (floors.High > drawn ? floors.High : drawn) == working ? 1 : 0;
        }

        return new(draws, (double)same / draws);
    }

    /// <summary>The streams of one evaluation; each draw recomputes R.hi from the same ranges with other weights.</summary>
    private sealed class Streams(Evaluation evaluation)
    {
        private readonly int[] scored =
            [.. Enumerable.Range(0, evaluation.States.Length).Where(i => evaluation.Table.IsScored(i) && evaluation.States[i] != QuestionState.Removed)];

        private readonly ulong[] questions = [.. evaluation.Table.Questions.Select(question => StreamOf(evaluation, $"question:{question.Id}"))];
        private readonly ulong[] components = [.. evaluation.Table.Instrument.Components.Select(part => StreamOf(evaluation, $"component:{part.Id}"))];
        private readonly ulong kappa = StreamOf(evaluation, "profile:kappa");
        private readonly ulong lambda = StreamOf(evaluation, "profile:lambda");
        private readonly ComponentSums[] sums = new ComponentSums[evaluation.Components.Length];

        public double ResidualHigh(int draw)
        {
            AddUp(draw);
            var drawnKappa = Parameter(evaluation.Profile.Kappa, kappa, draw);
            var drawnLambda = Parameter(evaluation.Profile.Lambda, lambda, draw);
            double weights = 0, total = 0, max = 0;
            for (var c = 0; c < sums.Length; c++)
            {
                if (!sums[c].Applies)
                {
                    continue;
                }

                var omega = evaluation.Table.Instrument.Components[c].Weight * Factor(components[c], draw);
                var residual = sums[c].ResidualHigh(drawnKappa);
                weights += omega;
                total += omega * residual;
                max = Math.Max(max, residual);
            }

            return (drawnLambda * max) + ((1 - drawnLambda) * total / weights);
        }

        private static ulong StreamOf(Evaluation evaluation, string name) => SplitMix64.StreamOf(evaluation.Profile.Robustness.Seed, name);

        private static double Factor(ulong stream, int draw) => 1 - WeightSpread + (2 * WeightSpread * SplitMix64.Uniform(stream, draw));

        private static double Parameter(double value, ulong stream, int draw) =>
            Math.Clamp(value - ParameterSpread + (2 * ParameterSpread * SplitMix64.Uniform(stream, draw)), 0, 1);

        private void AddUp(int draw)
        {
            Array.Clear(sums);
            foreach (var i in scored)
            {
                ref var sum = ref sums[evaluation.Table.ComponentOf[i]];
                var weight = evaluation.Table.Questions[i].Weight * Factor(questions[i], draw);
                if (evaluation.Table.Questions[i].Kind == QuestionKind.Exposure)
                {
                    sum.ExposureWeight += weight;
                    sum.ExposureHigh += weight * evaluation.High[i];
                }
                else
                {
                    sum.SafeguardWeight += weight;
                    sum.SafeguardLow += weight * evaluation.Low[i];
                }
            }
        }
    }
}
