using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>A step that is done by talking or writing, as its pages show it.</summary>
[ShowsAnswers]
public abstract class SessionPage(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public WorkflowStepRow Step { get; private set; } = null!;

    /// <summary>What was recorded; null when nothing was.</summary>
    public StepNoteRow? Note { get; private set; }

    /// <summary>How many risks stand in the register; null for a session that is not about risks.</summary>
    public int? RiskCount { get; private set; }

    public StepRecord Stored => StepRecord.Of(Note);

    /// <summary>The guide for this step; null when the instrument has none.</summary>
    public WorkSessionScript? Script => StepTexts.ScriptOf(Step.StepKey, View.Case.Instrument.Value);

    public string Name => StepTexts.NameOf(Step.Activity, Step.StepKey, View.Case.Instrument.Value);

    public string? Goal => StepTexts.GoalOf(Step.StepKey, View.Case.Instrument.Value);

    /// <summary>What parts of the page need of the script, with what was recorded or typed.</summary>
    /// <exception cref="InvalidOperationException">The step has no script.</exception>
    public ScriptView ScriptWith(SessionForm form) => new(
        Script ?? throw new InvalidOperationException($"step {Step.StepKey} has no script"), form, View.Case.Instrument.Value);

    protected CaseAccess Access => access;

    protected NotePlace Place => new(View.Id, Step.StepKey, Step.TaskKey);

    protected async Task<bool> LoadAsync(Guid id, Guid stepId)
    {
        if (await access.FindAsync(id) is not { } view || await access.ReadAsync(db => StepAsync(db, id, stepId)) is not { } step)
        {
            return false;
        }

        (View, Step) = (view, step);
        Note = await access.ReadAsync(db => StepNotes.FindAsync(db, Place));
        RiskCount = step.StepKey == RiskRegister.SessionKey ? await access.ReadAsync(db => RiskRegister.CountAsync(db, id)) : null;
        return IsMine(step);
    }

    /// <summary>Whether the step belongs on this page: one that has a page of its own must not be finished here, past the checks there.</summary>
    private bool IsMine(WorkflowStepRow step) =>
        ActivityCatalogue.Get(step.Activity).Kind == ActivityKind.Human
        && step.Activity != ActivityNames.ResearchPlan
        && (View.Find(step.Id) is not { } open || StepLinks.Of(View, open) == StepLinks.OfSession(View.Id, step.Id));

    private static Task<WorkflowStepRow?> StepAsync(AuditContext db, Guid id, Guid stepId) => (
        from step in OpenToMembers.Steps(db, id)
        where step.Id == stepId
        select step).FirstOrDefaultAsync();
}

/// <summary>A script with what was recorded or typed, for the parts of a page.</summary>
/// <param name="Script">The script.</param>
/// <param name="Form">What stands in the fields.</param>
/// <param name="Instrument">The instrument that holds it.</param>
public sealed record ScriptView(WorkSessionScript Script, SessionForm Form, Instrument Instrument)
{
    public bool IsUnofficial => Instrument.Status == InstrumentStatus.Unofficial;

    /// <summary>Assignments with which the session begins.</summary>
    public IEnumerable<SessionAssignment> Openings => Script.Assignments.Where(assignment => assignment.IsOpening);

    public IEnumerable<SessionAssignment> Regulars => Script.Assignments.Where(assignment => !assignment.IsOpening);

    public IEnumerable<SourceReference> Sources => Script.Sources.Select(id => Instrument.Sources.First(source => source.Id == id));
}
