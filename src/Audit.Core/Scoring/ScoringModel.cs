using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>An instrument and a profile, ready to score tasks: one pure function from answers to result and trace.</summary>
/// <remarks>
/// Immutable and safe for several threads. The score is this product's addition to the instrument, a signal and never a legal verdict.
/// Source of every formula: the scoring model in docs/method.md.
/// </remarks>
public sealed class ScoringModel
{
    /// <summary>Prepares an instrument for scoring.</summary>
    /// <param name="instrument">The questions, scales and gates.</param>
    /// <param name="profile">The parameters.</param>
    /// <exception cref="ArgumentException">A condition depends on itself.</exception>
    public ScoringModel(Instrument instrument, ComputedProfile profile)
    {
        Instrument = instrument;
        Profile = profile;
        Table = new QuestionTable(instrument);
    }

    /// <summary>The questions, scales and gates.</summary>
    public Instrument Instrument { get; }

    /// <summary>The parameters.</summary>
    public ComputedProfile Profile { get; }

    internal QuestionTable Table { get; }

    /// <summary>Scores one task.</summary>
    /// <param name="task">The task with its answers.</param>
    /// <param name="body">Answers given once for the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    /// <exception cref="ArgumentException">An answer names a question or option that the instrument does not have.</exception>
    public TaskScore Score(PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on)
    {
        var sheet = AnswerSheet.From(Table, task, body, on);
        var evaluation = new Evaluation(Table, Profile);
        evaluation.Run(sheet);
        var gates = Classification.GatesOf(evaluation, sheet, on);
        Interval? residual = evaluation.HasResidual ? evaluation.Residual : null;
        return new TaskScore(
            task.Id,
            task.Name,
            residual,
            residual is { } r ? new LevelRange(Profile.LevelOf(r.Low), Profile.LevelOf(r.High)) : null,
            new LevelRange(evaluation.SeverityLow, evaluation.SeverityHigh),
            Classification.ClassOf(evaluation, Classification.FloorsOf(Table, gates)),
            evaluation.HasResidual ? Completeness(evaluation) : null,
            ComponentsOf(evaluation),
            GatesOf(gates),
            ContributionList.Of(evaluation),
            TraceOf(evaluation, sheet));
    }

    /// <summary>Scores every task of an assessment.</summary>
    /// <param name="assessment">The answers of all tasks and of the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    public IReadOnlyList<TaskScore> Score(Assessment assessment, DateOnly on) =>
        [.. assessment.Tasks.Select(task => Score(task, assessment.CrossCutting, on))];

    private static double Completeness(Evaluation evaluation)
    {
        double answered = 0, applicable = 0;
        for (var i = 0; i < evaluation.States.Length; i++)
        {
            var state = evaluation.States[i];
            if (!evaluation.Table.IsScored(i)
                || state == QuestionState.Removed
                || !evaluation.Components[evaluation.Table.ComponentOf[i]].Applies)
            {
                continue;
            }

            var weight = evaluation.Table.Questions[i].Weight;
            applicable += weight;
            answered += state == QuestionState.Answered ? weight : 0;
        }

        return answered / applicable;
    }

    private static ComponentScore[] ComponentsOf(Evaluation evaluation)
    {
        var components = evaluation.Table.Instrument.Components;
        var scores = new ComponentScore[components.Count];
        for (var c = 0; c < scores.Length; c++)
        {
            var sums = evaluation.Components[c];
            scores[c] = new ComponentScore(
                components[c].Id,
                sums.Applies ? sums.Exposure : null,
                sums.Safeguard,
                sums.Applies ? sums.Residual(evaluation.Profile.Kappa) : null);
        }

        return scores;
    }

    private List<GateResult> GatesOf(Truth?[] states)
    {
        var results = new List<GateResult>(states.Length);
        for (var g = 0; g < states.Length; g++)
        {
            if (states[g] is { } state)
            {
                results.Add(new GateResult(Instrument.Gates[g], state));
            }
        }

        return results;
    }

    private static QuestionTrace[] TraceOf(Evaluation evaluation, AnswerSheet sheet)
    {
        var traces = new QuestionTrace[evaluation.States.Length];
        for (var i = 0; i < traces.Length; i++)
        {
            var question = evaluation.Table.Questions[i];
            var counted = evaluation.Table.IsScored(i) && evaluation.States[i] != QuestionState.Removed;
            traces[i] = new QuestionTrace(
                question.Id,
                evaluation.States[i],
                sheet.Recorded[i] >= 0 ? question.Scale.Options[sheet.Recorded[i]].Id : null,
                counted ? new Interval(evaluation.Low[i], evaluation.High[i]) : null,
                question.Weight);
        }

        return traces;
    }
}
