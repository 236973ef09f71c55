using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Outcomes;

namespace Audit.Core.Actions.Effects;

/// <summary>Something that was measured again after an action. Dutch: <c>effectmeting</c>.</summary>
/// <param name="Evidence">How well it is backed; for every kind of question.</param>
/// <param name="On">Day to which it refers.</param>
public abstract record EffectMeasurement(EvidenceGrade Evidence, DateOnly On);

/// <summary>A question that was answered again.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Option">Option of its scale.</param>
/// <param name="Evidence">How well it is backed.</param>
/// <param name="On">Day to which it refers.</param>
public sealed record MeasuredAnswer(string QuestionId, string Option, EvidenceGrade Evidence, DateOnly On) : EffectMeasurement(Evidence, On)
{
    /// <summary>The measurement as an answer: only a safeguard carries its evidence into the score.</summary>
    /// <param name="question">The question.</param>
    public Answer ToAnswer(Question question) => new(Option, question.Kind == QuestionKind.Safeguard ? Evidence : null);
}

/// <summary>A count of the indicator.</summary>
/// <param name="Cell">How many of how many.</param>
/// <param name="Evidence">How well it is backed.</param>
/// <param name="On">Day to which it refers.</param>
public sealed record MeasuredCount(Proportion Cell, EvidenceGrade Evidence, DateOnly On) : EffectMeasurement(Evidence, On);
