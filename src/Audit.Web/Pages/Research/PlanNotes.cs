using Audit.Data.Database;
using Audit.Web.Pages.Assessments;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Research;

/// <summary>The notes of the step in which the plan is made, and the end of that step.</summary>
/// <param name="Step">The step, open or done.</param>
/// <param name="Note">Its notes as stored; null when there are none.</param>
public sealed record PlanNotes(WorkflowStepRow Step, StepNoteRow? Note)
{
    /// <summary>What stands in the field.</summary>
    public string Text { get; init; } = Note?.Text ?? string.Empty;

    public string Stored => Note?.Text ?? string.Empty;

    /// <summary>Mark of the notes that the person has seen.</summary>
    public string? Mark { get; init; } = StepNotes.MarkOf(Note);

    public Guid SubmissionId { get; init; } = Guid.NewGuid();

    /// <summary>Whether this person may change the notes.</summary>
    public bool MayWrite { get; init; }

    /// <summary>Whether this person may finish the step.</summary>
    public bool MayFinish { get; init; }

    /// <summary>True while a colleague's text is shown beside one's own.</summary>
    public bool HasConflict { get; init; }

    public static NotePlace PlaceOf(WorkflowStepRow step, Guid caseId) => new(caseId, step.StepKey, step.TaskKey);

    /// <summary>The step to which the plan belongs: one that is open, otherwise the last one; null when the process has not come to it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="preferred">The open step that this person may finish; null when there is none.</param>
    public static async Task<PlanNotes?> FindAsync(AuditContext db, Guid caseId, Guid? preferred)
    {
        var steps = await OpenToMembers.Steps(db, caseId)
            .Where(step => step.Activity == ActivityNames.ResearchPlan)
            .OrderByDescending(step => step.OpenedUtc)
            .ToListAsync();
        var found = steps.Find(step => step.Id == preferred) ?? steps.Find(step => step.Status == StepStatus.Open) ?? (steps is [var last, ..] ? last : null);
        return found is null ? null : new(found, await StepNotes.FindAsync(db, PlaceOf(found, caseId)));
    }
}
