using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Rounds;

/// <summary>Which lines of the comparison are shown.</summary>
public enum ComparisonFilter
{
    /// <summary>What nobody has confirmed.</summary>
    Unconfirmed,

    /// <summary>What is not as it was: another answer, a new or changed question.</summary>
    Changed,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>One part of a task, or of the body, beside the round before.</summary>
/// <param name="Part">The questions.</param>
/// <param name="Lines">Those that the filter lets through.</param>
/// <param name="MayConfirm">Whether this member may answer here.</param>
public sealed record ComparedPart(QuestionPart Part, IReadOnlyList<ComparedAnswer> Lines, bool MayConfirm)
{
    /// <summary>Start of the ids of this part on a page.</summary>
    public string Key => $"{(Part.IsForBody ? StepLinks.Body : Part.TaskKey)}-{Part.Id}";

    /// <summary>The lines that can be confirmed.</summary>
    public IReadOnlyList<ComparedAnswer> Open => MayConfirm ? [.. Lines.Where(line => line.Change == AnswerChange.Unconfirmed)] : [];
}

/// <summary>A task, or the body, with its parts.</summary>
/// <param name="Name">What the user reads.</param>
/// <param name="Note">What is to be said about it; null when nothing is.</param>
/// <param name="Parts">Those with lines to show.</param>
public sealed record ComparedGroup(string Name, string? Note, IReadOnlyList<ComparedPart> Parts)
{
    /// <summary>Ids of measured questions to which the register of distinctions still gives a more severe answer.</summary>
    public IReadOnlyList<string> HeldByRegister { get; init; } = [];

    /// <summary>Page of that register; null for the body.</summary>
    public string? RegisterHref { get; init; }
}

/// <summary>The comparison of two rounds, ready to be shown.</summary>
public sealed class ComparisonView(CaseView view, RoundComparison comparison, ComparisonFilter filter, DateOnly on)
{
    /// <summary>Every task, and the body last.</summary>
    public IReadOnlyList<ComparedGroup> Groups =>
    [
        .. view.Case.Tasks.Select(task => new ComparedGroup(
            task.Name,
            comparison.HadTask(task.Key) ? null : Tr($"Deze taak is nieuw: de vorige ronde had haar niet."),
            PartsOf(QuestionPart.OfTask(view.Process, view.Case.Instrument.Value, task.Key)))
        {
            HeldByRegister = comparison.HeldByRegister(task.Key, on),
            RegisterHref = StepLinks.Distinctions(view.Id, task.Key),
        }),
        new(Tr($"Hele organisatie"), null, PartsOf(QuestionPart.OfBody(view.Case.Instrument.Value))),
    ];

    private IReadOnlyList<ComparedPart> PartsOf(IReadOnlyList<QuestionPart> parts) =>
    [
        .. parts.Select(part => new ComparedPart(part, [.. part.Questions.Select(question => comparison.Of(part.TaskKey, question)).Where(IsShown)], EditRights.MayEdit(view, part)))
            .Where(part => part.Lines.Count > 0),
    ];

    private bool IsShown(ComparedAnswer line) => filter switch
    {
        ComparisonFilter.Unconfirmed => line.Change == AnswerChange.Unconfirmed,
        ComparisonFilter.Changed => line.Change is AnswerChange.Changed or AnswerChange.Added or AnswerChange.Gone || line.Instrument != QuestionChange.Same || line.Measured is not null,
        ComparisonFilter.All => true,
    };
}
