using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions.Planning;

/// <summary>The sums behind R.hi while measures are added and taken back, without evaluating the whole task each time.</summary>
/// <remarks>Only for measures that do not change which questions are asked; gates are looked at by a full evaluation.</remarks>
internal sealed class PlanState
{
    private readonly ComputedProfile profile;
    private readonly double[] omegas;
    private readonly double[] risk;
    private readonly ComponentSums[] sums;
    private readonly Stack<(int Question, double Before)> undo = [];

    /// <param name="evaluation">The evaluation with no plain measure carried out.</param>
    public PlanState(Evaluation evaluation)
    {
        profile = evaluation.Profile;
        Table = evaluation.Table;
        sums = [.. evaluation.Components];
        omegas = [.. Table.Instrument.Components.Select((component, c) => sums[c].Applies ? component.Weight : 0)];
        risk = new double[Table.Questions.Length];
        Moves = new bool[risk.Length];
        for (var i = 0; i < risk.Length; i++)
        {
            Moves[i] = Table.IsScored(i) && evaluation.States[i] is QuestionState.Answered or QuestionState.Open;
            risk[i] = Moves[i] ? (IsExposure(i) ? evaluation.High[i] : -evaluation.Low[i]) : 0;
        }
    }

    public QuestionTable Table { get; }

    /// <summary>Whether an answer to the question moves a sum.</summary>
    public bool[] Moves { get; }

    /// <summary>Marks a point to go back to.</summary>
    public int Mark => undo.Count;

    /// <summary>Carries out a measure.</summary>
    public void Add(MeasureMoves.Move[] moves)
    {
        foreach (var move in moves)
        {
            if (Moves[move.Question] && move.Risk < risk[move.Question])
            {
                undo.Push((move.Question, risk[move.Question]));
                Set(move.Question, move.Risk);
            }
        }
    }

    /// <summary>Takes back everything since a mark.</summary>
    public void BackTo(int mark)
    {
        while (undo.Count > mark)
        {
            var (question, before) = undo.Pop();
            Set(question, before);
        }
    }

    /// <summary>R_c.hi of a component; 0 when it does not apply.</summary>
    public double ResidualOf(int component) => omegas[component] > 0 ? sums[component].ResidualHigh(profile.Kappa) : 0;

    /// <summary>R.hi with the measures carried out.</summary>
    public double ResidualHigh()
    {
        double weights = 0, total = 0, max = 0;
        for (var c = 0; c < omegas.Length; c++)
        {
            var residual = ResidualOf(c);
            weights += omegas[c];
            total += omegas[c] * residual;
            max = Math.Max(max, residual);
        }

        return weights > 0 ? (profile.Lambda * max) + ((1 - profile.Lambda) * total / weights) : 0;
    }

    /// <summary>Weights π_c with Σ π_c·R_c ≤ R: a share p_c stands in for the maximum, in proportion to how far R_c is above a limit.</summary>
    /// <param name="limit">What R.hi has to fall below.</param>
    /// <param name="weights">Receives one weight per component.</param>
    public void Weigh(double limit, double[] weights)
    {
        double total = 0, excess = 0;
        for (var c = 0; c < omegas.Length; c++)
        {
            weights[c] = omegas[c] > 0 ? Math.Max(0, ResidualOf(c) - Math.Max(0, limit)) : 0;
            total += omegas[c];
            excess += weights[c];
        }

        for (var c = 0; c < omegas.Length; c++)
        {
            // Nothing above the limit: any shares will do, and those of the mean are at hand.
            var share = excess > 0 ? weights[c] / excess : omegas[c] / total;
            weights[c] = omegas[c] > 0 ? (profile.Lambda * share) + ((1 - profile.Lambda) * omegas[c] / total) : 0;
        }
    }

    /// <summary>Σ π_c·R_c and Σ R_c at the high end.</summary>
    public (double Weighted, double Plain) Residuals(double[] weights)
    {
        double weighted = 0, plain = 0;
        for (var c = 0; c < omegas.Length; c++)
        {
            var residual = ResidualOf(c);
            weighted += weights[c] * residual;
            plain += residual;
        }

        return (weighted, plain);
    }

    public int ComponentCount => omegas.Length;

    private bool IsExposure(int question) => Table.Questions[question].Kind == QuestionKind.Exposure;

    private void Set(int question, double value)
    {
        ref var sum = ref sums[Table.ComponentOf[question]];
        var change = Table.Questions[question].Weight * (value - risk[question]);
        if (IsExposure(question))
        {
            sum.ExposureHigh += change;
        }
        else
        {
            sum.SafeguardLow -= change;
        }

        risk[question] = value;
    }
}
