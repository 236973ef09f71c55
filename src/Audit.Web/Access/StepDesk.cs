using Audit.Data.Database;
using Audit.Workflows.Engine;

namespace Audit.Web.Access;

/// <summary>A form by which somebody finishes a step.</summary>
/// <param name="AssessmentId">The case.</param>
/// <param name="StepId">The step.</param>
/// <param name="Outcome">One of the outcomes of its activity.</param>
/// <param name="SubmissionId">Made when the form was shown.</param>
public sealed record StepForm(Guid AssessmentId, Guid StepId, string Outcome, Guid SubmissionId);

/// <summary>Finishes steps for the signed-in user.</summary>
public sealed class StepDesk(WorkflowRunner runner, CaseAccess access)
{
    /// <summary>Finishes a step; rights are checked in the transaction that writes.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="change">Change of the domain that belongs to it; a text refuses, with the reason.</param>
    public Task<SubmitResult> SubmitAsync(StepForm form, Func<AuditContext, CaseView, Task<string?>>? change = null)
    {
        var submission = new StepSubmission(form.StepId, form.Outcome, form.SubmissionId, access.User.Id);
        return runner.SubmitAsync(submission, access.User.NowUtc, db => ApplyAsync(db, form, change));
    }

    private async Task<string?> ApplyAsync(AuditContext db, StepForm form, Func<AuditContext, CaseView, Task<string?>>? change)
    {
        var view = await access.FindAsync(db, form.AssessmentId);
        if (view?.Find(form.StepId) is not { } step || !view.MayAct(step))
        {
            return Tr($"Deze stap is niet aan u, of de doorlichting is er niet meer.");
        }

        return change is null ? null : await change(db, view);
    }
}
