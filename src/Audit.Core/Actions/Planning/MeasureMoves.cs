using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions.Planning;

/// <summary>Applies the effects of measures to the answers of one task.</summary>
/// <remarks>
/// Every effect is weighed against the answer of today, and of several effects on one question the best counts, so that the order of
/// measures does not matter. An effect applies only where it lowers the exposure or raises value × e; an open answer is replaced
/// with its grade, "not applicable" is left alone and a higher grade of an answer that was given stays.
/// </remarks>
internal sealed class MeasureMoves
{
    private readonly ScoringModel model;
    private readonly AnswerSheet today;
    private readonly Move[][] moves;

    public MeasureMoves(ScoringModel model, AnswerSheet today, IReadOnlyList<Measure> measures)
    {
        this.model = model;
        this.today = today;
        Measures = [.. measures.OrderBy(measure => measure.Id, StringComparer.Ordinal)];
        moves = [.. Measures.Select(measure => measure.Effects.SelectMany(MovesOf).ToArray())];
        Relevant = [.. Enumerable.Range(0, moves.Length).Where(i => moves[i].Length > 0)];
    }

    /// <summary>The catalogue in order of id; measures are named by their position in it.</summary>
    public Measure[] Measures { get; }

    /// <summary>Positions of the measures that change at least one answer of this task.</summary>
    public int[] Relevant { get; }

    /// <summary>Whether a measure changes an answer that decides if another question is asked.</summary>
    public bool SwitchesQuestions(int measure) => moves[measure].Any(move => model.Table.ReadByCondition[move.Question]);

    /// <summary>Whether a measure changes an answer that a gate looks at.</summary>
    public bool IsReadByGate(int measure) => moves[measure].Any(move => model.Table.ReadByGate[move.Question]);

    /// <summary>The answers that a measure changes.</summary>
    public Move[] MovesOf(int measure) => moves[measure];

    /// <summary>Positions of the questions that a measure moves, in instrument order.</summary>
    public IEnumerable<int> QuestionsOf(int measure) => moves[measure].Select(move => move.Question).Distinct().Order();

    /// <summary>The answers once the measures work.</summary>
    public AnswerSheet Apply(IEnumerable<int> chosen)
    {
        var sheet = today.Copy();
        var lowest = new double[sheet.Recorded.Length];
        Array.Fill(lowest, double.PositiveInfinity);
        foreach (var measure in chosen)
        {
            foreach (var move in moves[measure])
            {
                if (move.Risk < lowest[move.Question] || (move.Risk <= lowest[move.Question] && move.Option < sheet.Recorded[move.Question]))
                {
                    lowest[move.Question] = move.Risk;
                    sheet.Recorded[move.Question] = move.Option;
                    sheet.Grades[move.Question] = move.Grade;
                }
            }
        }

        return sheet;
    }

    private IEnumerable<Move> MovesOf(MeasureEffect effect)
    {
        if (!model.Table.IndexById.TryGetValue(effect.QuestionId, out var index) || !Matters(index))
        {
            yield break;
        }

        var recorded = today.Recorded[index];
        var kept = recorded == QuestionTable.NoOption ? EvidenceGrade.E0 : today.Grades[index];
        var grade = (EvidenceGrade)Math.Max((int)kept, (int)(effect.Evidence ?? EvidenceGrade.E0));
        var option = model.Table.Questions[index].IndexOf(effect.To);
        if (option < 0 || recorded == QuestionTable.NotApplicable)
        {
            yield break;
        }

        var risk = RiskOf(index, option, grade);
        if (recorded == QuestionTable.NoOption || risk < RiskOf(index, recorded, today.Grades[index]))
        {
            yield return new Move(index, option, grade, risk);
        }
    }

    /// <summary>Whether the answer can move the score: by its value, or because a condition or gate reads it.</summary>
    private bool Matters(int index) =>
        model.Table.Questions[index].Kind is QuestionKind.Exposure or QuestionKind.Safeguard
        && (model.Table.IsScored(index) || model.Table.ReadByCondition[index] || model.Table.ReadByGate[index]);

    /// <summary>A number that falls as the answer improves.</summary>
    private double RiskOf(int index, int option, EvidenceGrade grade)
    {
        var value = model.Table.Values[index][option];
        return model.Table.Questions[index].Kind == QuestionKind.Exposure ? value : -value * model.Profile.FactorOf(grade);
    }

    /// <summary>An answer that a measure changes; <c>Risk</c> is r for exposure and −a·e for safeguards, so that lower is better.</summary>
    internal readonly record struct Move(int Question, int Option, EvidenceGrade Grade, double Risk);
}
