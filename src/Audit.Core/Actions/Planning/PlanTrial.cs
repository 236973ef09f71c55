using Audit.Core.Assessments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions.Planning;

/// <summary>Tries sets of measures on the answers of one task: what each costs and brings, gates and conditions included.</summary>
/// <remarks>Not safe for use by two threads at once.</remarks>
internal sealed class PlanTrial(ScoringModel model, MeasureMoves moves, DateOnly on)
{
    private readonly Evaluation evaluation = new(model.Table, model.Profile);

    /// <summary>The answers of a task as they stand, and what can be chosen from on a reference date.</summary>
    public static PlanTrial Of(ScoringModel model, PublicTask task, IReadOnlyDictionary<string, Answer> body, (IReadOnlyList<Measure> Measures, DateOnly On) choice) =>
        new(model, new MeasureMoves(model, AnswerSheet.From(model.Table, task, body, choice.On), choice.Measures), choice.On);

    public ComputedProfile Profile => model.Profile;

    public QuestionTable Table => model.Table;

    public MeasureMoves Moves => moves;

    /// <summary>The set as a candidate.</summary>
    /// <param name="measures">Positions, in any order.</param>
    public PlanCandidate Evaluate(params int[] measures)
    {
        var forecast = Forecast(measures);
        return new PlanCandidate([.. measures.Order()], EffortOf(measures), forecast.Class.Working, forecast.Residual?.High ?? 0) { Softened = Softened() };
    }

    /// <summary>Both ends of R and of the class once the measures work.</summary>
    public (Interval? Residual, ClassRange Class) Forecast(IEnumerable<int> measures)
    {
        var sheet = moves.Apply(measures);
        evaluation.Run(sheet);
        return (evaluation.HasResidual ? evaluation.Residual : null, Classification.ClassOf(evaluation, sheet, on));
    }

    /// <summary>State of every gate in force once the measures work; null for gates outside their dates.</summary>
    public Truth?[] GatesAfter(IEnumerable<int> measures)
    {
        var sheet = moves.Apply(measures);
        evaluation.Run(sheet);
        return Classification.GatesOf(evaluation, sheet, on);
    }

    /// <summary>R.hi (null without R), the severity at the high end, and the questions that stay open, those that raise R.hi most first, once the measures work.</summary>
    public (double? Residual, int Severity, IReadOnlyList<string> Open) HighEndAfter(IEnumerable<int> measures)
    {
        evaluation.Run(moves.Apply(measures));
        var states = Table.Questions.Zip(evaluation.States, (question, state) => (question.Id, state)).ToDictionary(pair => pair.Id, pair => pair.state);
        var open = ContributionList.Of(evaluation)
            .Where(part => states[part.QuestionId] is QuestionState.Open or QuestionState.Undetermined)
            .OrderByDescending(part => part.Value);
        return (evaluation.HasResidual ? evaluation.Residual.High : null, evaluation.SeverityHigh, [.. open.Select(part => part.QuestionId)]);
    }

    /// <summary>The sums with some measures carried out, to which others can be added, and the severity at the high end.</summary>
    public (PlanState State, int SeverityHigh) StateWith(int[] measures)
    {
        evaluation.Run(moves.Apply(measures));
        return (new PlanState(evaluation), evaluation.SeverityHigh);
    }

    private double Softened()
    {
        double fourth = 0, weights = 0, total = 0;
        for (var c = 0; c < evaluation.Components.Length; c++)
        {
            if (evaluation.Components[c].Applies)
            {
                var (residual, omega) = (evaluation.Components[c].ResidualHigh(Profile.Kappa), Table.Instrument.Components[c].Weight);
                fourth += residual * residual * residual * residual;
                weights += omega;
                total += omega * residual;
            }
        }

        return weights > 0 ? (Profile.Lambda * Math.Sqrt(Math.Sqrt(fourth))) + ((1 - Profile.Lambda) * total / weights) : 0;
    }

    public int EffortOf(IEnumerable<int> measures) => measures.Sum(EffortOf);

    public int EffortOf(int measure) => moves.Measures[measure].Effort;
}
