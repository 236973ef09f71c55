using Audit.Core.Assessments;

namespace Audit.Core.Scoring;

/// <summary>The open question whose answer narrows the range most, whatever the answer turns out to be.</summary>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="Narrowing">By how much the range of R shrinks at least; above 0, at most 1.</param>
public sealed record NextBestQuestion(string QuestionId, double Narrowing)
{
    /// <summary>Tries every option of every open question that certainly applies (scoring.md §5).</summary>
    internal static NextBestQuestion? Of(QuestionTable table, ComputedProfile profile, AnswerSheet sheet)
    {
        var evaluation = new Evaluation(table, profile);
        evaluation.Run(sheet);
        if (!evaluation.HasResidual)
        {
            return null;
        }

        var width = evaluation.Residual.Width;
        var open = Enumerable.Range(0, table.Questions.Length).Where(i => evaluation.States[i] == QuestionState.Open).ToArray();
        NextBestQuestion? best = null;
        foreach (var index in open)
        {
            var narrowing = width - WidestAfter(evaluation, sheet, index, width);
            if (narrowing > (best?.Narrowing ?? 0) + ComputedProfile.Tolerance)
            {
                best = new(table.Questions[index].Id, narrowing);
            }
        }

        return best;
    }

    private static double WidestAfter(Evaluation evaluation, AnswerSheet sheet, int index, double width)
    {
        var trial = sheet.Copy();
        trial.Grades[index] = EvidenceGrade.E0;
        var widest = 0d;
        for (var option = 0; option < evaluation.Table.Values[index].Length; option++)
        {
            trial.Recorded[index] = option;
            evaluation.Run(trial);

            // An answer after which nothing is left to score tells nothing about the range.
            widest = Math.Max(widest, evaluation.HasResidual ? evaluation.Residual.Width : width);
        }

        return widest;
    }
}
