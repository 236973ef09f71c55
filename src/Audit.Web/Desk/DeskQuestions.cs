using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>A question that the person looks after, or at which the person was mentioned.</summary>
/// <param name="QuestionId">Id of the question; empty for the case as a whole.</param>
/// <param name="Text">The question; null when the instrument has no such question any more.</param>
/// <param name="CaseName">The case.</param>
/// <param name="Href">Where it is answered.</param>
public sealed record DeskQuestion(string QuestionId, string? Text, string CaseName, string Href)
{
    /// <summary>Name of the task; null for the whole body.</summary>
    public string? Task { get; init; }

    /// <summary>Who wrote, for a mention; empty otherwise.</summary>
    public string By { get; init; } = string.Empty;

    public DateTime AtUtc { get; init; }
}

/// <summary>Reads assigned questions without an answer, and unread mentions.</summary>
public static class DeskQuestions
{
    /// <summary>Questions that the person was asked to look after and that have no answer yet, oldest first.</summary>
    public static async Task<DeskPart<DeskQuestion>> AssignedAsync(AuditContext db, ContentStore contents, CurrentUser user)
    {
        var userId = user.Id;
        var open =
            from assigned in db.QuestionAssignments
            join row in MyCases.InUse(db, user, Policies.LookAfterQuestions) on assigned.AssessmentId equals row.Id
            where assigned.UserId == userId && row.Status == AssessmentStatus.Running
                && !db.Answers.Any(answer => answer.AssessmentId == row.Id && answer.TaskKey == assigned.TaskKey && answer.QuestionId == assigned.QuestionId)
                && !db.PublicTasks.Any(task => task.AssessmentId == row.Id && task.Key == assigned.TaskKey && task.DroppedUtc != null)
            orderby assigned.AssignedUtc, assigned.Id
            select new Line
            {
                CaseId = row.Id,
                CaseName = row.Name,
                InstrumentId = row.InstrumentId,
                TaskKey = assigned.TaskKey,
                QuestionId = assigned.QuestionId,
                AtUtc = assigned.AssignedUtc,
                Task = db.PublicTasks.Where(task => task.AssessmentId == row.Id && task.Key == assigned.TaskKey).Select(task => task.Name).FirstOrDefault(),
            };
        return await PartOfAsync(db, contents, open);
    }

    /// <summary>Mentions that the person has not opened, newest first. What was written is not shown here.</summary>
    public static async Task<DeskPart<DeskQuestion>> MentionsAsync(AuditContext db, ContentStore contents, CurrentUser user)
    {
        var userId = user.Id;
        var unread =
            from mention in db.Mentions
            join comment in db.Comments on mention.CommentId equals comment.Id
            join writer in db.Users on comment.UserId equals writer.Id
            join row in MyCases.InUse(db, user) on comment.AssessmentId equals row.Id
            where mention.UserId == userId && mention.SeenUtc == null && comment.WithdrawnUtc == null
            orderby comment.MadeUtc descending, comment.Id
            select new Line
            {
                CaseId = row.Id,
                CaseName = row.Name,
                InstrumentId = row.InstrumentId,
                TaskKey = comment.TaskKey,
                QuestionId = comment.QuestionId,
                AtUtc = comment.MadeUtc,
                By = writer.DisplayName,
                Task = db.PublicTasks.Where(task => task.AssessmentId == row.Id && task.Key == comment.TaskKey).Select(task => task.Name).FirstOrDefault(),
            };
        return await PartOfAsync(db, contents, unread);
    }

    private static async Task<DeskPart<DeskQuestion>> PartOfAsync(AuditContext db, ContentStore contents, IQueryable<Line> lines)
    {
        var count = await lines.CountAsync();
        var first = new List<DeskQuestion>();
        foreach (var line in await lines.Take(DeskSize.Most).ToListAsync())
        {
            var instrument = (await contents.InstrumentAsync(db, line.InstrumentId)).Value;
            first.Add(QuestionOf(line, instrument));
        }

        return new(first, count);
    }

    private static DeskQuestion QuestionOf(Line line, Instrument instrument) => new(
        line.QuestionId,
        instrument.AllQuestions.FirstOrDefault(question => question.Id == line.QuestionId)?.Text.Shown(),
        line.CaseName,
        QuestionLinks.Href(instrument, line.CaseId, (line.TaskKey, line.QuestionId)))
    {
        Task = line.Task,
        By = line.By,
        AtUtc = line.AtUtc,
    };

    private sealed class Line
    {
        public Guid CaseId { get; init; }

        public required string CaseName { get; init; }

        public Guid InstrumentId { get; init; }

        public required string TaskKey { get; init; }

        public required string QuestionId { get; init; }

        public DateTime AtUtc { get; init; }

        public string By { get; init; } = string.Empty;

        public string? Task { get; init; }
    }
}
