using Audit.Data.Database;
using Audit.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Answers are a draft of the team until they are shared.</summary>
public static class CaseSharing
{
    /// <summary>Key of the message that tells auditor and sponsor.</summary>
    public const string MessageKey = "shared";

    private static readonly string[] Judging = [ActivityNames.ReviewStep, ActivityNames.Approval, ActivityNames.TrackActions];

    /// <summary>Whether others than the team may see the answers: the team shared them, they were scored, or the process came to a step that needs them.</summary>
    public static async Task<bool> IsSharedAsync(AuditContext db, AssessmentRow row)
    {
        var caseId = row.Id;
        return row.SharedUtc is not null || row.Status is not AssessmentStatus.Running
            || await db.Scores.AnyAsync(score => score.AssessmentId == caseId)
            || await OpenToMembers.Steps(db, caseId).AnyAsync(step => Judging.Contains(step.Activity));
    }

    /// <summary>Shares the answers, tells auditor and sponsor, and writes the trail. Sharing again changes nothing.</summary>
    public static async Task ShareAsync(AuditContext db, AssessmentRow shared, Actor actor)
    {
        var caseId = shared.Id;
        var row = await db.Assessments.AsTracking().SingleAsync(known => known.Id == caseId);
        if (row.SharedUtc is not null)
        {
            return;
        }

        (row.SharedUtc, row.Version) = (actor.NowUtc, Guid.NewGuid());
        var instanceId = await OpenToMembers.Instances(db, caseId).OrderBy(instance => instance.StartedUtc).Select(instance => instance.Id).FirstAsync();
        db.Messages.AddRange(new[] { Roles.Auditor, Roles.Sponsor }.Select(role => new MessageRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = caseId,
            InstanceId = instanceId,
            Role = role,
            Kind = MessageKind.Notice,
            StepKey = MessageKey,
            TaskKey = string.Empty,
            SentUtc = actor.NowUtc,
        }));
        new CaseTrail(row.BodyId, caseId).Add(db, actor, "case.shared", "case");
    }
}
