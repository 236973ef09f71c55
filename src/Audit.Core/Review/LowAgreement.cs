namespace Audit.Core.Review;

/// <summary>Why a question is worth a suggestion to the keeper of the instrument.</summary>
public enum LowAgreementReason
{
    /// <summary>The raters agree too little on the question itself.</summary>
    OfQuestion,

    /// <summary>The raters differ on the question, and a coefficient of its component is low.</summary>
    OfComponent,
}

/// <summary>A question on which the raters do not agree enough.</summary>
/// <param name="Question">Agreement on the question.</param>
/// <param name="Component">Agreement on its component.</param>
/// <param name="Reason">Why it is low.</param>
public sealed record LowQuestion(GroupAgreement Question, GroupAgreement Component, LowAgreementReason Reason);

/// <summary>When agreement is so low that the question itself deserves a look; every threshold of this product stands here.</summary>
public static class LowAgreement
{
    /// <summary>Raw agreement of a question below which it is low; share, in [0, 1]. Own proposal: of three ratings all must agree, of ten three may differ.</summary>
    public const double RawThreshold = 0.7;

    /// <summary>Rated items below which nothing is said about one question: one or two differences are chance. Unit: items.</summary>
    public const int FewestRatings = 3;

    /// <summary>
    /// κ or AC1 of a component below which it is low; no unit. Source: below 0.40 is "poor" in J.L. Fleiss, <i>Statistical Methods for Rates and Proportions</i>,
    /// 2nd ed. (1981).
    /// </summary>
    public const double CoefficientThreshold = 0.4;

    /// <summary>Whether the raters agree too little on one question.</summary>
    /// <param name="question">Agreement on the question.</param>
    public static bool IsLow(GroupAgreement question) => question.Rated >= FewestRatings && question.RawAgreement < RawThreshold;

    /// <summary>Whether a coefficient of one scale is low; false when there is none.</summary>
    /// <param name="scale">Agreement on the items of one scale.</param>
    public static bool IsLow(ScaleAgreement scale) => IsLow(scale.Kappa) || IsLow(scale.Ac1);

    /// <summary>Whether only κ is low and AC1 is not: then skewed answers are the likely cause, not disagreement.</summary>
    /// <param name="scale">Agreement on the items of one scale.</param>
    public static bool IsPerhapsSkewed(ScaleAgreement scale) => IsLow(scale.Kappa) && scale.Ac1.Value >= CoefficientThreshold;

    /// <summary>The questions that deserve a look, in the order in which they occur.</summary>
    /// <param name="items">Items of any scale.</param>
    public static IReadOnlyList<LowQuestion> Questions(IReadOnlyList<RatedItem> items)
    {
        var components = GroupAgreement.PerComponent(items).ToDictionary(component => component.Group);
        var componentOf = items.GroupBy(item => item.Question).ToDictionary(same => same.Key, same => same.First().Component);
        return
        [
            .. from question in GroupAgreement.PerQuestion(items)
               let component = components[componentOf[question.Group]]
               let reason = ReasonOf(question, component)
               where reason is not null
               select new LowQuestion(question, component, reason.Value),
        ];
    }

    private static LowAgreementReason? ReasonOf(GroupAgreement question, GroupAgreement component) =>
        IsLow(question) ? LowAgreementReason.OfQuestion
        : question.RawAgreement < 1 && component.Scales.Any(scale => IsLow(scale) && question.Scales.Any(own => own.Scale.Equals(scale.Scale))) ? LowAgreementReason.OfComponent
        : null;

    private static bool IsLow(Coefficient coefficient) => coefficient.Value < CoefficientThreshold;
}
