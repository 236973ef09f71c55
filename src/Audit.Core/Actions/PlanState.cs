using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

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
    public void Add(IReadOnlyList<MeasureMoves.Move> moves)
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

    /// <summary>Weights π_c with Σ π_c·R_c ≤ R for every task: the share p_c stands in for the maximum.</summary>
    /// <param name="shares">p_c ≥ 0, summing to 1 over the components that apply.</param>
    public double[] WeightsFor(double[] shares)
    {
        var total = omegas.Sum();
        return [.. omegas.Select((omega, c) => omega == 0 ? 0 : (profile.Lambda * shares[c]) + ((1 - profile.Lambda) * omega / total))];
    }

    public int ComponentCount => omegas.Length;

    public bool Applies(int component) => omegas[component] > 0;

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
