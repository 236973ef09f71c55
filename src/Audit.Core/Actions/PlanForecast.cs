using Audit.Core.Actions.Planning;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>What one measure does in a plan.</summary>
/// <param name="MeasureId">Id of the measure.</param>
/// <param name="Because">Ids of the questions whose answer it moves, in instrument order; empty when it moves none now.</param>
/// <param name="ResidualHighAlone">R.hi with this measure only, in [0, 1]; null without R.</param>
/// <param name="ResidualHighWithout">R.hi with the plan but without this measure, in [0, 1]; null without R.</param>
/// <param name="ClassWithout">Working class with the plan but without this measure.</param>
/// <param name="GatesLifted">Ids of gates that the plan clears and that would not be clear without this measure.</param>
public sealed record MeasureForecast(
    string MeasureId,
    IReadOnlyList<string> Because,
    double? ResidualHighAlone,
    double? ResidualHighWithout,
    RiskClass? ClassWithout,
    IReadOnlyList<string> GatesLifted);

/// <summary>What a measure that is not in the plan would add to it.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="ResidualHigh">R.hi with the plan and this measure, in [0, 1]; null without R.</param>
/// <param name="Class">Working class with the plan and this measure.</param>
public sealed record AddedForecast(Measure Measure, double? ResidualHigh, RiskClass? Class);

/// <summary>Score of a task now and as it is expected to be with a set of measures, whoever chose them.</summary>
/// <param name="Before">Class range now.</param>
/// <param name="ResidualBefore">R now; null without R.</param>
/// <param name="After">Class range with the measures carried out.</param>
/// <param name="ResidualAfter">R with the measures carried out; null without R.</param>
/// <param name="Measures">What each measure does in it, in the order given.</param>
/// <remarks>An action that somebody wrote has no computed effect. The forecast is an estimate of ours, not a promise.</remarks>
public sealed record PlanForecast(
    ClassRange Before, Interval? ResidualBefore, ClassRange After, Interval? ResidualAfter, IReadOnlyList<MeasureForecast> Measures)
{
    /// <summary>Forecasts a task with these measures; one that is named twice counts once.</summary>
    /// <param name="basis">The answers as they stand.</param>
    /// <param name="chosen">The measures of the plan.</param>
    public static PlanForecast Of(PlanBasis basis, IReadOnlyList<Measure> chosen)
    {
        var distinct = chosen.DistinctBy(measure => measure.Id).ToList();
        var trial = basis.Try(distinct);
        var all = Enumerable.Range(0, distinct.Count).ToArray();
        var (before, after) = (trial.Forecast([]), trial.Forecast(all));
        var gates = trial.GatesAfter(all);
        return new PlanForecast(before.Class, before.Residual, after.Class, after.Residual, [.. distinct.Select(measure =>
        {
            var position = Array.FindIndex(trial.Moves.Measures, other => other.Id == measure.Id);
            return Of(trial, position, [.. all.Where(other => other != position)], gates);
        })]);
    }

    /// <summary>What each of these measures would add to a plan; those that are in it already are left out.</summary>
    /// <param name="basis">The answers as they stand.</param>
    /// <param name="chosen">The measures of the plan.</param>
    /// <param name="catalogue">What can be added.</param>
    public static IReadOnlyList<AddedForecast> Adding(PlanBasis basis, IReadOnlyList<Measure> chosen, IReadOnlyList<Measure> catalogue)
    {
        var planned = chosen.Select(measure => measure.Id).ToHashSet();
        var others = catalogue.Where(measure => !planned.Contains(measure.Id)).ToList();
        var trial = basis.Try([.. chosen.DistinctBy(measure => measure.Id), .. others]);
        var positions = Enumerable.Range(0, trial.Moves.Measures.Length).ToDictionary(i => trial.Moves.Measures[i].Id);
        int[] plan = [.. planned.Select(id => positions[id])];
        return [.. others.Select(measure =>
        {
            var (residual, riskClass) = trial.Forecast([.. plan, positions[measure.Id]]);
            return new AddedForecast(measure, residual?.High, riskClass.Working);
        })];
    }

    private static MeasureForecast Of(PlanTrial trial, int measure, int[] others, Truth?[] gates)
    {
        var questions = trial.Moves.QuestionsOf(measure).Select(index => trial.Table.Questions[index].Id);
        var without = trial.Forecast(others);
        var gatesWithout = trial.GatesAfter(others);
        var lifted = Enumerable.Range(0, gates.Length).Where(g => gates[g] == Truth.False && gatesWithout[g] is Truth.True or Truth.Open);
        return new MeasureForecast(
            trial.Moves.Measures[measure].Id,
            [.. questions],
            trial.Forecast([measure]).Residual?.High,
            without.Residual?.High,
            without.Class.Working,
            [.. lifted.Select(g => trial.Table.Instrument.Gates[g].Id)]);
    }
}
