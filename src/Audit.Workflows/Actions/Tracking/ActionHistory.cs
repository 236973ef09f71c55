using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>One line of the history of an action.</summary>
/// <param name="Record">The record in the trail.</param>
/// <param name="Who">Name of the person; null when the process did it.</param>
/// <param name="Remark">What deserves notice: a change of the agreement after the start; null for nothing.</param>
public sealed record HistoryLine(TrailRow Record, string? Who, Sentence? Remark)
{
    /// <summary>Key of the column, or the name of what was added.</summary>
    public string Name => Record.Subject[(Record.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>The history of an action: everything in the trail whose subject begins with its key.</summary>
public static class ActionHistory
{
    /// <summary>The history, newest first.</summary>
    /// <param name="db">A context for reading.</param>
    /// <param name="assessmentId">The case.</param>
    /// <param name="action">The action.</param>
    public static async Task<IReadOnlyList<HistoryLine>> ReadAsync(AuditContext db, Guid assessmentId, TrackedAction action)
    {
        var prefix = ActionChanges.SubjectOf(action.Row.Id, string.Empty);
        var records = await (
            from record in db.Trail
            join user in db.Users on record.UserId equals user.Id into users
            from user in users.DefaultIfEmpty()
            where record.AssessmentId == assessmentId && record.SuspicionId == null && record.Subject.StartsWith(prefix)
            orderby record.Id
            select new { Record = record, Who = user == null ? null : user.DisplayName }).ToListAsync();
        var status = records.Select(line => StatusIn(line.Record, line.Record.Before)).FirstOrDefault(known => known is not null) ?? action.Item.Status;
        var lines = new List<HistoryLine>();

        // What is saved together was decided together: the status before it counts.
        foreach (var moment in records.GroupBy(line => line.Record.AtUtc))
        {
            lines.AddRange(moment.Select(line => new HistoryLine(line.Record, line.Who, RemarkOf(line.Record, status))));
            status = moment.Select(line => StatusIn(line.Record, line.Record.After)).LastOrDefault(known => known is not null) ?? status;
        }

        lines.Reverse();
        return lines;
    }

    private static Sentence? RemarkOf(TrailRow record, ActionStatus before) =>
        record.Event == ActionChanges.Changed ? StartAgreement.LateChange(NameOf(record), before) : null;

    private static ActionStatus? StatusIn(TrailRow record, string? label) => record.Event == ActionChanges.Changed && NameOf(record) == "Status"
        ? Enum.GetValues<ActionStatus>().Where(status => status.Dutch() == label).Select(status => (ActionStatus?)status).FirstOrDefault()
        : null;

    private static string NameOf(TrailRow record) => new HistoryLine(record, null, null).Name;
}
