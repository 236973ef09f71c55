using Audit.Data.Database;
using Audit.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Reviews;

/// <summary>A decision as it was taken, with the name of who took it.</summary>
public sealed record EarlierDecision(string TaskKey, string StepKey, string Outcome, string? Motivation, string By, DateTime DecidedUtc)
{
    public bool IsApproval => Outcome == Outcomes.Approved;

    /// <summary>Outcome in words.</summary>
    public string Words => IsApproval ? Tr($"Akkoord") : Tr($"Teruggestuurd");

    /// <summary>Every decision in a case, newest first.</summary>
    public static async Task<IReadOnlyList<EarlierDecision>> AllAsync(AuditContext db, Guid assessmentId) => await (
        from row in db.Decisions
        join user in db.Users on row.UserId equals user.Id
        where row.AssessmentId == assessmentId
        orderby row.DecidedUtc descending
        select new EarlierDecision(row.TaskKey, row.StepKey, row.Outcome, row.Motivation, user.DisplayName, row.DecidedUtc)).ToListAsync();
}
