namespace Audit.Web.Access;

/// <summary>Says of a page of a case whether it can show what the team answered. A page that does not say counts as one that does.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class AnswerVisibilityAttribute(bool showsAnswers) : Attribute
{
    public bool ShowsAnswers => showsAnswers;

    /// <summary>What a page says of itself; null when it says nothing.</summary>
    public static AnswerVisibilityAttribute? Of(Type page) =>
        (AnswerVisibilityAttribute?)GetCustomAttribute(page, typeof(AnswerVisibilityAttribute), inherit: true);
}

/// <summary>The page can show answers, or what follows from them: scores, gates, measures, findings, notes of sessions.</summary>
public sealed class ShowsAnswersAttribute() : AnswerVisibilityAttribute(true);

/// <summary>The page shows nothing that the team answered, whoever looks; an auditor may open it while rating blind.</summary>
public sealed class ShowsNoAnswersAttribute() : AnswerVisibilityAttribute(false);
