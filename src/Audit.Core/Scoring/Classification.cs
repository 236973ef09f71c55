using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>Gates and class: the part of the model in which law goes before arithmetic (scoring.md §§3–4).</summary>
internal static class Classification
{
    /// <summary>State of every gate in force; null for gates outside their dates.</summary>
    public static Truth?[] GatesOf(Evaluation evaluation, AnswerSheet sheet, DateOnly on)
    {
        var gates = evaluation.Table.Instrument.Gates;
        var states = new Truth?[gates.Count];
        for (var g = 0; g < states.Length; g++)
        {
            states[g] = gates[g].IsInForceOn(on) ? evaluation.Table.Gates[g].Evaluate(evaluation.States, sheet.Recorded) : null;
        }

        return states;
    }

    /// <summary>The floors that fired and open gates set under the low and the high class; null = none.</summary>
    public static ClassRange FloorsOf(QuestionTable table, Truth?[] gates)
    {
        RiskClass? low = null, high = null;
        for (var g = 0; g < gates.Length; g++)
        {
            var gate = table.Instrument.Gates[g];
            if (gates[g] == Truth.True)
            {
                low = Highest(low, gate.Floor);
                high = Highest(high, gate.Floor);
            }
            else if (gates[g] == Truth.Open)
            {
                high = Highest(high, gate.OpenFloor);
            }
        }

        return new(low, high);
    }

    /// <summary>The class range of an evaluation under given floors.</summary>
    public static ClassRange ClassOf(Evaluation evaluation, ClassRange floors) => evaluation.HasResidual
        ? new(
            Highest(evaluation.Profile.ClassOf(evaluation.Residual.Low, evaluation.SeverityLow), floors.Low),
            Highest(evaluation.Profile.ClassOf(evaluation.Residual.High, evaluation.SeverityHigh), floors.High))
        : floors;

    /// <summary>The class range of an answer sheet, gates included.</summary>
    public static ClassRange ClassOf(Evaluation evaluation, AnswerSheet sheet, DateOnly on) =>
        ClassOf(evaluation, FloorsOf(evaluation.Table, GatesOf(evaluation, sheet, on)));

    private static RiskClass? Highest(RiskClass? one, RiskClass? other) =>
        one is null ? other : other is null ? one : (RiskClass)Math.Max((int)one, (int)other);
}
