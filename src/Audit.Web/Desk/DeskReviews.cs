using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>Something of the review that waits for the person.</summary>
/// <param name="Href">Page of the item.</param>
/// <param name="CaseName">The case.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="IsForTeam">Whether the team has to answer; otherwise the auditor has to look at the answer.</param>
public sealed record DeskReview(string Href, string CaseName, ReviewItemKind Kind, bool IsForTeam)
{
    /// <summary>Question that it is about; null when it is about a task.</summary>
    public string? QuestionId { get; init; }

    /// <summary>Name of the task; null when it is about the whole case.</summary>
    public string? Task { get; init; }

    public DateOnly? DueDate { get; init; }
}

/// <summary>Reads what a reviewer asked and the team has not answered, and what the team answered and the reviewer has not settled.</summary>
public static class DeskReviews
{
    public static async Task<DeskPart<DeskReview>> ReadAsync(AuditContext db, CurrentUser user)
    {
        var (asTeam, asAuditor) = (MyCases.InUse(db, user, Policies.RespondToReview), MyCases.InUse(db, user, Policies.Review));
        var items =
            from item in db.ReviewItems
            join row in MyCases.InUse(db, user) on item.AssessmentId equals row.Id
            where (item.Status == ReviewItemStatus.Open && asTeam.Any(known => known.Id == row.Id))
                || (item.Status == ReviewItemStatus.Answered && asAuditor.Any(known => known.Id == row.Id))
            orderby item.DueDate == null, item.DueDate, item.MadeUtc, item.Id
            select new
            {
                Item = item,
                row.Name,
                Task = db.PublicTasks.Where(task => task.AssessmentId == row.Id && task.Key == item.TaskKey).Select(task => task.Name).FirstOrDefault(),
            };
        var count = await items.CountAsync();
        var first = await items.Take(DeskSize.Most).ToListAsync();
        return new(
            [.. first.Select(line => new DeskReview(ReviewLinks.Item(line.Item.AssessmentId, line.Item.Id), line.Name, line.Item.Kind, line.Item.Status == ReviewItemStatus.Open)
            {
                QuestionId = line.Item.QuestionId,
                Task = line.Task,
                DueDate = line.Item.DueDate,
            })],
            count);
    }
}
