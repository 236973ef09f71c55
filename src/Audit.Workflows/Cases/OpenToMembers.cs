using Audit.Data.Database;

namespace Audit.Workflows.Cases;

/// <summary>What every member of a case may see of its processes: all but those that handle a suspicion.</summary>
public static class OpenToMembers
{
    /// <summary>The processes of a case.</summary>
    public static IQueryable<WorkflowInstanceRow> Instances(AuditContext db, Guid assessmentId) =>
        db.WorkflowInstances.Where(instance =>
            instance.AssessmentId == assessmentId && !db.Suspicions.Any(suspicion => suspicion.InstanceId == instance.Id));

    /// <summary>The steps of those processes, open and done.</summary>
    public static IQueryable<WorkflowStepRow> Steps(AuditContext db, Guid assessmentId) =>
        from step in db.WorkflowSteps
        join instance in Instances(db, assessmentId) on step.InstanceId equals instance.Id
        select step;

    /// <summary>The messages of those processes.</summary>
    public static IQueryable<MessageRow> Messages(AuditContext db, Guid assessmentId) =>
        from message in db.Messages
        join instance in Instances(db, assessmentId) on message.InstanceId equals instance.Id
        select message;
}
