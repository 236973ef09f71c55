using Audit.Data.Database;
using Audit.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>Who filled in does not judge, whatever roles somebody has by now. Held where every step is finished, so that no page evades it.</summary>
internal static class FourEyes
{
    private static readonly string[] Judging = [ActivityNames.ReviewStep, ActivityNames.Approval];

    private static readonly string[] FillingIn =
        [ActivityNames.SelectTasks, ActivityNames.ResearchPlan, ActivityNames.QuestionnaireStep, ActivityNames.CultureSurvey, ActivityNames.CitizenPerspective];

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

        return await FilledInAsync(db, found.AssessmentId, userId) ? Tr($"U hebt zelf meegewerkt aan deze antwoorden. Iemand anders moet ze beoordelen.")
            : await SpokeForAnotherAsync(db, stepId, userId, found.Role) ? Tr($"U vervangt iemand die al heeft beslist, of uw vervanger deed dat. Iemand anders moet de tweede beoordeling geven.")
            : null;
    }

    private static async Task<bool> FilledInAsync(AuditContext db, Guid caseId, Guid userId) =>
        await (
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where answer.AssessmentId == caseId && revision.UserId == userId
            select revision.Id).AnyAsync()
        || await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            where instance.AssessmentId == caseId && step.UserId == userId && FillingIn.Contains(step.Activity)
            select step.Id).AnyAsync();

    /// <summary>Whether a vote of the person and one of who stands in for them would be taken for two people.</summary>
    private static Task<bool> SpokeForAnotherAsync(AuditContext db, Guid stepId, Guid userId, string role) => (
        from vote in db.Set<WorkflowVoteRow>()
        where vote.StepId == stepId
            && db.Delegations.Any(row => row.Role == role
                && ((row.FromUserId == userId && row.ToUserId == vote.UserId) || (row.ToUserId == userId && row.FromUserId == vote.UserId))
                && (row.EndedUtc == null || row.EndedUtc > vote.VotedUtc))
        select vote.Id).AnyAsync();
}
