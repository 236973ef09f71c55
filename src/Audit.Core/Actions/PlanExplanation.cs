using Audit.Core.Actions.Planning;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Why one measure is in a plan.</summary>
/// <param name="Planned">The measure in its plan.</param>
/// <param name="Sentences">Which answers it moves, what it brings alone and in the plan, which gates it lifts and which measure would come next.</param>
public sealed record ChoiceExplanation(PlannedMeasure Planned, IReadOnlyList<Sentence> Sentences);

/// <summary>The measure that would come closest in the place of a chosen one.</summary>
/// <param name="Measure">The measure that was left out.</param>
/// <param name="ResidualHigh">R.hi with the exchange, in [0, 1]; null without R.</param>
/// <param name="Class">Working class with the exchange.</param>
public sealed record Alternative(Measure Measure, double? ResidualHigh, RiskClass? Class);

/// <summary>Why a plan is as it is: a reason for every choice, and what stands in the way of the target.</summary>
/// <param name="Choices">One per measure, in the order of the plan.</param>
/// <param name="Obstacles">What keeps the class above the target once the plan is carried out; empty when the target is reached.</param>
public sealed record PlanExplanation(IReadOnlyList<ChoiceExplanation> Choices, IReadOnlyList<Sentence> Obstacles)
{
    /// <summary>Explains the plan of a task.</summary>
    /// <param name="basis">The answers that the plan was made with.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="catalogue">What could be chosen from; holds the measures of the plan.</param>
    public static PlanExplanation Of(PlanBasis basis, TaskPlan plan, IReadOnlyList<Measure> catalogue)
    {
        var score = basis.Model.Score(basis.Task, basis.Body, basis.On);
        var texts = new ExplanationTexts(plan, score, basis.Model.Instrument);
        var trial = basis.Try(catalogue);
        int[] chosen = [.. plan.Measures.Select(planned => Array.FindIndex(trial.Moves.Measures, measure => measure.Id == planned.Measure.Id))];
        var forecast = PlanForecast.Of(basis, [.. plan.Measures.Select(planned => planned.Measure)]);
        var choices = plan.Measures.Select((planned, index) =>
            new ChoiceExplanation(planned, texts.Of(planned, forecast.Measures[index], AlternativeTo(trial, chosen, chosen[index]))));
        return new PlanExplanation([.. choices], plan.TargetReached ? [] : ObstaclesOf(trial, chosen, texts));
    }

    private static Alternative? AlternativeTo(PlanTrial trial, int[] chosen, int measure)
    {
        int[] others = [.. chosen.Where(other => other != measure)];
        var without = trial.Evaluate(others);
        var best = trial.Moves.Relevant.Except(chosen)
            .Select(other => (Measure: other, Candidate: trial.Evaluate([.. others, other])))
            .Where(exchange => exchange.Candidate.Result.CompareTo(without.Result) < 0)
            .OrderBy(exchange => exchange.Candidate, PlanCandidate.ByResult)
            .Select(exchange => new Alternative(trial.Moves.Measures[exchange.Measure], trial.Forecast([.. others, exchange.Measure]).Residual?.High, exchange.Candidate.Class));
        return best.FirstOrDefault();
    }

    private static IReadOnlyList<Sentence> ObstaclesOf(PlanTrial trial, int[] chosen, ExplanationTexts texts)
    {
        var gates = trial.GatesAfter(chosen);
        var instrument = trial.Table.Instrument;
        var high = Enumerable.Range(0, gates.Length).Where(g => gates[g] is { } state && state != Truth.False).Select(g => new GateResult(instrument.Gates[g], gates[g]!.Value));
        var (residual, severity, open) = trial.HighEndAfter(chosen);
        return [.. texts.OfGates(high), .. texts.OfResidual(residual, severity, trial.Profile), .. ExplanationTexts.OfOpen(open)];
    }
}
