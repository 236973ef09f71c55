using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Where records about a case go: to everybody who may see the case, or only to those who may see a suspicion in it.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="AssessmentId">The case.</param>
/// <param name="SuspicionId">The suspicion; null for records that all members may see.</param>
public sealed record CaseTrail(Guid BodyId, Guid AssessmentId, Guid? SuspicionId = null)
{
    /// <summary>The trail for what a process does.</summary>
    public static async Task<CaseTrail> OfAsync(AuditContext db, Guid assessmentId, Guid instanceId)
    {
        var bodyId = await db.Assessments.Where(row => row.Id == assessmentId).Select(row => row.BodyId).SingleAsync();
        // A suspicion that is being reported has not been saved yet when its process begins.
        var suspicion = db.Suspicions.Local.FirstOrDefault(row => row.InstanceId == instanceId)
            ?? await db.Suspicions.SingleOrDefaultAsync(row => row.InstanceId == instanceId);
        return new(bodyId, assessmentId, suspicion?.Id);
    }

    /// <summary>Adds a record.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="actor">Who did it, and when.</param>
    /// <param name="happened">What happened, as a stable word.</param>
    /// <param name="subject">What it happened to.</param>
    /// <param name="after">What it became.</param>
    /// <param name="reason">Why.</param>
    public void Add(AuditContext db, Actor actor, string happened, string subject, string? after = null, string? reason = null) =>
        Add(db, actor, happened, subject, (null, after), reason);

    /// <summary>Adds a record of a change.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="actor">Who did it, and when.</param>
    /// <param name="happened">What happened, as a stable word.</param>
    /// <param name="subject">What it happened to.</param>
    /// <param name="change">What it was and what it became.</param>
    /// <param name="reason">Why.</param>
    public void Add(AuditContext db, Actor actor, string happened, string subject, (string? Before, string? After) change, string? reason) => db.Trail.Add(new TrailRow
    {
        BodyId = BodyId,
        AssessmentId = AssessmentId,
        SuspicionId = SuspicionId,
        UserId = actor.UserId,
        AtUtc = actor.NowUtc,
        Event = happened,
        Subject = subject,
        Before = change.Before,
        After = change.After,
        Reason = reason,
    });
}
