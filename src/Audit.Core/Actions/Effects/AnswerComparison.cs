using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions.Effects;

/// <summary>How an answer fell back after an action had closed. Dutch: <c>terugval</c>.</summary>
public enum Relapse
{
    /// <summary>The answer itself became worse, or is not known any more.</summary>
    WorseAnswer,

    /// <summary>The answer of a safeguard stayed, but its proof fell below what closes an action.</summary>
    WeakerProof,
}

/// <summary>Compares a measured answer with what was promised, and a later answer with what was measured.</summary>
public static class AnswerComparison
{
    /// <summary>Whether a measured answer stays behind what was promised: a higher exposure, or a lower value × e of a safeguard.</summary>
    /// <param name="question">The question.</param>
    /// <param name="measured">What was measured.</param>
    /// <param name="promised">What the measure was expected to bring.</param>
    /// <param name="profile">Factors of evidence.</param>
    public static bool IsShort(Question question, MeasuredAnswer measured, MeasureEffect promised, ComputedProfile profile) =>
        RiskOf(question, measured.Option) is { } found && RiskOf(question, promised.To) is { } wanted
        && (question.Kind == QuestionKind.Safeguard
            ? found * profile.FactorOf(measured.Evidence) > (wanted * profile.FactorOf(promised.Evidence)) + ComputedProfile.Tolerance
            : found > wanted + ComputedProfile.Tolerance);

    /// <summary>How an answer fell back since it was measured; null when it did not, or when the two cannot be compared.</summary>
    /// <remarks>"Unknown" counts as the worst answer, because unknown is not safe; "not applicable" removes the question and is no relapse.</remarks>
    /// <param name="question">The question, as it is asked now.</param>
    /// <param name="before">What was measured when the action closed.</param>
    /// <param name="now">What it is now.</param>
    public static Relapse? RelapseOf(Question question, MeasuredAnswer before, Answer now)
    {
        if (now.Value == Answer.NotApplicable || RiskOf(question, before.Option) is not { } then)
        {
            return null;
        }

        var risk = now.Value == Answer.Unknown
            ? question.Scale.Options.Max(option => RiskOf(question, option.Id))
            : RiskOf(question, now.Value);
        return risk > then + ComputedProfile.Tolerance ? Relapse.WorseAnswer
            : question.Kind == QuestionKind.Safeguard && now.IsOption && (now.Evidence ?? EvidenceGrade.E0) < EffectRule.LeastEvidence ? Relapse.WeakerProof
            : null;
    }

    /// <summary>A number that falls as the answer improves, evidence aside: r for exposure, −a for a safeguard; null for other questions and unknown options.</summary>
    private static double? RiskOf(Question question, string option) =>
        question.IndexOf(option) is >= 0 and var index && question.Scale.Options[index].Value is { } value
            ? question.Kind switch
            {
                QuestionKind.Exposure => value,
                QuestionKind.Safeguard => -value,
                QuestionKind.Context or QuestionKind.Severity => null,
            }
            : null;
}
