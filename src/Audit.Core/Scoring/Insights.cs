using Audit.Core.Assessments;

namespace Audit.Core.Scoring;

/// <summary>What helps a team to go on with a score; computed on demand because it takes a thousand evaluations.</summary>
/// <param name="NextBestQuestion">The open question worth answering first; null when nothing narrows the range.</param>
/// <param name="Counterfactuals">Smallest sets of changes that lower the working class; at most five.</param>
/// <param name="Robustness">Stability of the class; null without R.</param>
public sealed record Insights(
    NextBestQuestion? NextBestQuestion,
    IReadOnlyList<Counterfactual> Counterfactuals,
    Robustness? Robustness)
{
    /// <summary>Computes all three for one task.</summary>
    /// <param name="model">Instrument and profile.</param>
    /// <param name="task">The task with its answers.</param>
    /// <param name="body">Answers given once for the body.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    public static Insights Of(ScoringModel model, PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on)
    {
        var sheet = AnswerSheet.From(model.Table, task, body, on);
        var evaluation = new Evaluation(model.Table, model.Profile);
        evaluation.Run(sheet);
        var floors = Classification.FloorsOf(model.Table, Classification.GatesOf(evaluation, sheet, on));
        return new(
            NextBestQuestion.Of(model.Table, model.Profile, sheet),
            new CounterfactualSearch(model, sheet, on).Find(),
            Robustness.Of(evaluation, floors));
    }
}
