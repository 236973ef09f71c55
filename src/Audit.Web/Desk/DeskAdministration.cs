using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Administration;
using Audit.Workflows.Cases;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>What waits for the administrators of a body, in numbers.</summary>
/// <param name="Incidents">Steps that could not go on.</param>
/// <param name="Mails">E-mails that were given up.</param>
/// <param name="Suggestions">Suggestions about questions without an answer.</param>
/// <param name="Drafts">Uploaded workflows and instruments that were not published.</param>
public sealed record DeskAdministration(int Incidents, int Mails, int Suggestions, int Drafts)
{
    public int Total => Incidents + Mails + Suggestions + Drafts;

    /// <summary>The numbers; null for somebody who is no administrator.</summary>
    public static async Task<DeskAdministration?> ReadAsync(AuditContext db, CurrentUser user)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        if (!await db.BodyRoles.AnyAsync(row => row.UserId == userId && row.BodyId == bodyId && Policies.AdministerBody.Roles.Contains(row.Role)))
        {
            return null;
        }

        return new(
            await RunningProcesses.StepsOf(db, bodyId).CountAsync(step => step.Incident != null),
            await db.Mails.Where(row => row.BodyId == bodyId).CountAsync(MailAttempts.IsGivenUp(user.NowUtc)),
            await db.KeeperSuggestions.CountAsync(row => row.BodyId == bodyId && row.Accepted == null),
            await db.WorkflowDrafts.CountAsync(row => row.BodyId == bodyId) + await db.InstrumentDrafts.CountAsync(row => row.BodyId == bodyId));
    }
}
