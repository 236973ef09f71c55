using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>Decisions that a session recorded.</summary>
/// <param name="Session">Name of the step.</param>
/// <param name="When">Day on which they were saved.</param>
/// <param name="Text">The decisions as typed.</param>
/// <param name="Href">Page of the session; null when its step cannot be found any more.</param>
public sealed record RecordedDecisions(string Session, string When, string Text, string? Href)
{
    /// <summary>The decisions of all sessions of a case, oldest first.</summary>
    public static async Task<IReadOnlyList<RecordedDecisions>> ForAsync(AuditContext db, CaseView view)
    {
        var caseId = view.Id;
        var notes = await db.StepNotes.Where(note => note.AssessmentId == caseId && note.Decisions != null).OrderBy(note => note.SavedUtc).ToListAsync();
        if (notes.Count == 0)
        {
            return [];
        }

        var steps = await OpenToMembers.Steps(db, caseId).OrderBy(step => step.OpenedUtc).ToListAsync();
        return [.. notes.Select(note => Of(view, note, steps.FindLast(step => step.StepKey == note.StepKey && step.TaskKey == note.TaskKey)))];
    }

    private static RecordedDecisions Of(CaseView view, StepNoteRow note, WorkflowStepRow? step) => new(
        StepTexts.NameOf(step?.Activity ?? string.Empty, note.StepKey, view.Case.Instrument.Value),
        Dates.Day(note.SavedUtc),
        note.Decisions!,
        step is null ? null : StepLinks.OfNotes(view.Id, step.Id, step.Activity));
}
