using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>The messages that a member of a case gets to see.</summary>
public static class CaseMessages
{
    private const int MostNotices = 5;

    /// <summary>Notices, and the newest message about each step that is still open; newest first.</summary>
    public static async Task<IReadOnlyList<MessageRow>> ForAsync(AuditContext db, CaseView view)
    {
        var roles = view.MyRoles.ToList();
        var open = view.Steps.Select(step => (Guid?)step.StepId).ToList();
        var mine = OpenToMembers.Messages(db, view.Id).Where(message => roles.Contains(message.Role));
        var notices = await mine.Where(message => message.Kind == MessageKind.Notice)
            .OrderByDescending(message => message.SentUtc)
            .Take(MostNotices)
            .ToListAsync();
        var aboutSteps = await mine.Where(message => message.Kind != MessageKind.Notice && open.Contains(message.StepId)).ToListAsync();
        return
        [
            .. aboutSteps.GroupBy(message => message.StepId)
                .Select(same => same.OrderBy(message => message.SentUtc).ThenBy(message => message.Id).Last())
                .Concat(notices)
                .OrderByDescending(message => message.SentUtc),
        ];
    }
}
