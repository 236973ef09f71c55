using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>Who filled in does not judge, whatever roles somebody has by now. Held where every step is finished, so that no page evades it.</summary>
internal static class FourEyes
{
    private static readonly string[] Judging = [ActivityNames.ReviewStep, ActivityNames.Approval];

    private static readonly string[] FillingIn =
        [ActivityNames.SelectTasks, ActivityNames.ResearchPlan, ActivityNames.QuestionnaireStep, ActivityNames.CultureSurvey, ActivityNames.CitizenPerspective];

    /// <summary>What somebody did to what is judged, beside answering; in the trail, which keeps who did it whatever is erased.</summary>
    private static readonly string[] Preparing =
        ["distinction.saved", "distinction.removed", "research.added", "research.changed", "research.removed", "risk.added", "risk.changed", "risk.taken-over"];

    /// <summary>Changes of the plan by hand. A plan that is generated is nobody's work, and tracking comes after the adoption.</summary>
    private static readonly string[] Planning = ["action.added", "action.changed", "action.moved", "action.removed"];

    /// <summary>Why this person may not finish this step; null when they may.</summary>
    public static async Task<string?> RefusalAsync(AuditContext db, StepSubmission submission)
    {
        var (stepId, userId) = (submission.StepId, submission.UserId);
        var found = await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            where step.Id == stepId
            select new { step.Activity, step.Role, instance.AssessmentId }).SingleOrDefaultAsync();
        if (found is null || !Judging.Contains(found.Activity))
        {
            return null;
        }

        return await FilledInAsync(db, found.AssessmentId, userId) || await DidAsync(db, found.AssessmentId, userId, Preparing) ? Tr($"U hebt zelf meegewerkt aan deze antwoorden. Iemand anders moet ze beoordelen.")
            : found.Activity == ActivityNames.Approval && await DidAsync(db, found.AssessmentId, userId, Planning) ? Tr($"U hebt zelf aan dit actieplan gewerkt. Iemand anders moet het vaststellen.")
            : await SpokeForAnotherAsync(db, (found.AssessmentId, stepId, found.Role), userId) ? Tr($"U vervangt iemand die al heeft beslist, of uw vervanger deed dat. Iemand anders moet de tweede beoordeling geven.")
            : null;
    }

    private static async Task<bool> FilledInAsync(AuditContext db, Guid caseId, Guid userId) =>
        await CopiedAnswers.GaveAsync(db, caseId, userId)
        || await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            where instance.AssessmentId == caseId && step.UserId == userId && FillingIn.Contains(step.Activity)
            select step.Id).AnyAsync();

    private static Task<bool> DidAsync(AuditContext db, Guid caseId, Guid userId, string[] events) =>
        db.Trail.AnyAsync(row => row.AssessmentId == caseId && row.UserId == userId && events.Contains(row.Event));

    /// <summary>Whether a vote of the person and one of who stands in for them would be taken for two people.</summary>
    private static Task<bool> SpokeForAnotherAsync(AuditContext db, (Guid CaseId, Guid StepId, string Role) place, Guid userId) => (
        from vote in db.Set<WorkflowVoteRow>()
        where vote.StepId == place.StepId
            && db.Delegations.Any(row => row.AssessmentId == place.CaseId && row.Role == place.Role
                && ((row.FromUserId == userId && row.ToUserId == vote.UserId) || (row.ToUserId == userId && row.FromUserId == vote.UserId))
                && (row.EndedUtc == null || row.EndedUtc > vote.VotedUtc))
        select vote.Id).AnyAsync();
}
