using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>What a member may begin in a case besides its open steps.</summary>
public sealed record CaseOptions
{
    /// <summary>Whether tasks may be added, split and dropped.</summary>
    public bool MayChangeTasks { get; private init; }

    /// <summary>The process of the case that may follow on this one; null when none may.</summary>
    public string? Sequel { get; private init; }

    /// <summary>Whether the monthly rounds along the actions may begin.</summary>
    public bool MayFollowUp { get; private init; }

    /// <summary>Whether the answers can be shared now.</summary>
    public bool MayShare { get; private init; }

    public static async Task<CaseOptions> ForAsync(AuditContext db, CaseView view)
    {
        if (view.IsReadOnly)
        {
            return new();
        }

        var row = view.Case.Row;
        return new()
        {
            MayChangeTasks = Policies.ChangeTasks.Allows(view.MyRoles) && row.Status is AssessmentStatus.Running && view.Case.Tasks.Count > 0
                && view.Find(ActivityNames.SelectTasks) is null
                && !await db.Plans.AnyAsync(plan => plan.AssessmentId == view.Id),
            Sequel = Policies.ContinueCase.Allows(view.MyRoles) ? SequelOf(view) : null,
            MayShare = Policies.ShareAnswers.Allows(view.MyRoles) && !await CaseSharing.IsSharedAsync(db, row),
            MayFollowUp = row.AdoptedUtc is not null && Policies.FollowActions.Allows(view.MyRoles)
                && !await IsFollowedAsync(db, view.Id),
        };
    }

    private static string? SequelOf(CaseView view) => view.Process switch
    {
        Processes.QuickScan when view.Case.Row.Status is AssessmentStatus.Finished => Processes.Full,
        Processes.Full or Processes.Repeat when view.Case.Row.AdoptedUtc is not null => Processes.Repeat,
        _ => null,
    };

    private static Task<bool> IsFollowedAsync(AuditContext db, Guid assessmentId) => (
        from instance in db.WorkflowInstances
        join definition in db.WorkflowDefinitions on instance.WorkflowDefinitionId equals definition.Id
        where instance.AssessmentId == assessmentId && instance.Status == WorkflowStatus.Running && definition.DefinitionId == Processes.FollowUp
        select instance.Id).AnyAsync();
}
