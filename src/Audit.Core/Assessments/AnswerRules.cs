using Audit.Core.Instruments;

namespace Audit.Core.Assessments;

/// <summary>Why an answer cannot be taken.</summary>
public enum AnswerRefusal
{
    /// <summary>The question does not offer this option.</summary>
    NoSuchOption,

    /// <summary>"Not applicable" needs a motivation.</summary>
    MotivationMissing,

    /// <summary>Only a safeguard carries evidence.</summary>
    EvidenceNotAllowed,
}

/// <summary>The rules for one answer, the same for a screen, a file and an import.</summary>
public static class AnswerRules
{
    /// <summary>Why the answer cannot be taken; null when it can.</summary>
    /// <param name="question">The question that is answered.</param>
    /// <param name="answer">The answer.</param>
    public static AnswerRefusal? Check(Question question, Answer answer)
    {
        if (answer.IsOption && question.IndexOf(answer.Value) < 0)
        {
            return AnswerRefusal.NoSuchOption;
        }

        if (answer.Value == Answer.NotApplicable && string.IsNullOrWhiteSpace(answer.Motivation))
        {
            return AnswerRefusal.MotivationMissing;
        }

        return answer.Evidence is not null && question.Kind != QuestionKind.Safeguard ? AnswerRefusal.EvidenceNotAllowed : null;
    }
}
