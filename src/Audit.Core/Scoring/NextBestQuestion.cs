using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>The open question whose answer narrows the range most, whatever the answer turns out to be.</summary>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="Narrowing">By how much the range of R shrinks at least; above 0, at most 1.</param>
public sealed record NextBestQuestion(string QuestionId, double Narrowing)
{
    /// <summary>Tries every option of every open question that certainly applies (scoring.md §5).</summary>
    internal static NextBestQuestion? Of(QuestionTable table, ComputedProfile profile, AnswerSheet sheet)
    {
        var start = new Evaluation(table, profile);
        start.Run(sheet);
        if (!start.HasResidual)
        {
            return null;
        }

        var trial = new Evaluation(table, profile);
        var width = start.Residual.Width;
        NextBestQuestion? best = null;
        for (var index = 0; index < table.Questions.Length; index++)
        {
            if (start.States[index] != QuestionState.Open)
            {
                continue;
            }

            var widest = table.ReadByCondition[index] ? WidestAfter(trial, sheet, index, width) : WidestAfter(start, index, width);
            if (width - widest > (best?.Narrowing ?? 0) + ComputedProfile.Tolerance)
            {
                best = new(table.Questions[index].Id, width - widest);
            }
        }

        return best;
    }

    /// <summary>For a question that no condition reads: only the sums of its own component move.</summary>
    private static double WidestAfter(Evaluation start, int index, double width)
    {
        if (!start.Table.IsScored(index))
        {
            return width;
        }

        var component = start.Table.ComponentOf[index];
        var question = start.Table.Questions[index];
        var widest = 0d;
        foreach (var value in start.Table.Values[index])
        {
            var sums = start.Components[component];
            if (question.Kind == QuestionKind.Exposure)
            {
                sums.ExposureLow += question.Weight * (value - start.Low[index]);
                sums.ExposureHigh += question.Weight * (value - start.High[index]);
            }
            else
            {
                var counted = value * start.Profile.FactorOf(EvidenceGrade.E0);
                sums.SafeguardLow += question.Weight * (counted - start.Low[index]);
                sums.SafeguardHigh += question.Weight * (counted - start.High[index]);
            }

            widest = Math.Max(widest, start.ResidualWith(component, sums).Width);
        }

        return widest;
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
