using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Actions;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Actions;

/// <summary>What the form of one measure sent; everything may be missing or nonsense.</summary>
public sealed class StatusInput
{
    [BindProperty(Name = "maatregel")]
    public string? MeasureId { get; init; }

    [BindProperty(Name = "versie")]
    public string? Version { get; init; }

    [BindProperty(Name = "status")]
    public string? Status { get; init; }

    /// <summary>The change that is asked for; null when the form is not in order.</summary>
    public StatusChange? Read()
    {
        var isStatus = Enum.TryParse<ActionStatus>(Status, out var status) && Enum.IsDefined(status);
        return isStatus && Guid.TryParse(MeasureId, out var row) && Guid.TryParse(Version, out var seen) ? new(row, seen, status) : null;
    }
}

/// <summary>A new status for one measure of a plan.</summary>
/// <param name="RowId">The row of the plan.</param>
/// <param name="Seen">Version that the person was looking at.</param>
/// <param name="Status">The new status.</param>
public sealed record StatusChange(Guid RowId, Guid Seen, ActionStatus Status)
{
    /// <summary>Whether somebody with these roles may change the status of measures.</summary>
    public static bool MayChange(IReadOnlyCollection<string> roles) => roles.Contains(Roles.Manager) || roles.Contains(Roles.Coach);

    /// <summary>Writes the status with its record in the trail.</summary>
    /// <returns>Why it was refused, in Dutch; empty when it was written.</returns>
    public async Task<string> WriteAsync(AuditContext db, CaseView view, CurrentUser user)
    {
        if (!MayChange(view.MyRoles))
        {
            return "Alleen de manager of de begeleider van deze doorlichting kan de status wijzigen.";
        }

        if (await FindAsync(db, view.Id) is not { } row)
        {
            return "Deze maatregel staat niet in het nieuwste actieplan.";
        }

        var before = (ActionStatus)row.Status;
        if (before == Status)
        {
            return string.Empty;
        }

        if (row.Version != Seen)
        {
            return $"Een collega heeft de status intussen gewijzigd naar ‘{before.Dutch()}’. Controleer uw keuze en sla opnieuw op.";
        }

        if (await StatusRule.RefusalAsync(db, row, Status) is { } refusal)
        {
            return refusal;
        }

        row.Status = (int)Status;
        row.ChangedUtc = user.NowUtc;
        row.Version = Guid.NewGuid();
        new CaseTrail(view.Case.Row.BodyId, view.Id).Add(
            db, user.Actor, ActionChanges.Changed, ActionChanges.SubjectOf(row.Id, "Status"), (before.Dutch(), Status.Dutch()), null);
        return string.Empty;
    }

    private Task<PlannedMeasureRow?> FindAsync(AuditContext db, Guid assessmentId) => (
        from measure in db.PlannedMeasures.AsTracking()
        join plan in db.Plans on measure.PlanId equals plan.Id
        where measure.Id == RowId && plan.AssessmentId == assessmentId
            && plan.Sequence == db.Plans.Where(other => other.AssessmentId == assessmentId).Max(other => other.Sequence)
        select measure).SingleOrDefaultAsync();
}
