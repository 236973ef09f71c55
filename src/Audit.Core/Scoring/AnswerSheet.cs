using Audit.Core.Assessments;

namespace Audit.Core.Scoring;

/// <summary>The answers of one task (with those of the body) as positions in a <see cref="QuestionTable"/>.</summary>
internal sealed class AnswerSheet
{
    private AnswerSheet(int[] recorded, EvidenceGrade[] grades)
    {
        Recorded = recorded;
        Grades = grades;
    }

    /// <summary>Position of the chosen option, <see cref="QuestionTable.NoOption"/> or <see cref="QuestionTable.NotApplicable"/>.</summary>
    public int[] Recorded { get; }

    /// <summary>Evidence grade per question; E0 when none was given.</summary>
    public EvidenceGrade[] Grades { get; }

    public AnswerSheet Copy() => new([.. Recorded], [.. Grades]);

    /// <summary>The answers of a task as they count, with what its register of distinctions adds.</summary>
    /// <exception cref="ArgumentException">An answer names a question or option that the instrument does not have.</exception>
    public static AnswerSheet From(QuestionTable table, PublicTask task, IReadOnlyDictionary<string, Answer> body, DateOnly on) =>
        From(table, RegisterAnswers.Effective(table.Instrument, task, on), body);

    /// <exception cref="ArgumentException">An answer names a question or option that the instrument does not have.</exception>
    public static AnswerSheet From(QuestionTable table, IReadOnlyDictionary<string, Answer> task, IReadOnlyDictionary<string, Answer> body)
    {
        var recorded = new int[table.Questions.Length];
        Array.Fill(recorded, QuestionTable.NoOption);
        var sheet = new AnswerSheet(recorded, new EvidenceGrade[table.Questions.Length]);
        sheet.Fill(table, task);
        sheet.Fill(table, body);
        return sheet;
    }

    private void Fill(QuestionTable table, IReadOnlyDictionary<string, Answer> answers)
    {
        foreach (var (id, answer) in answers)
        {
            if (!table.IndexById.TryGetValue(id, out var index))
            {
                throw new ArgumentException($"question {id} is not in instrument {table.Instrument.Id} {table.Instrument.Version}");
            }

            Grades[index] = answer.Evidence ?? EvidenceGrade.E0;
            Recorded[index] = answer.Value switch
            {
                Answer.Unknown => QuestionTable.NoOption,
                Answer.NotApplicable => QuestionTable.NotApplicable,
                _ => table.Questions[index].IndexOf(answer.Value),
            };
            if (Recorded[index] == QuestionTable.NoOption && answer.IsOption)
            {
                throw new ArgumentException($"question {id} has no option {answer.Value}");
            }
        }
    }
}
