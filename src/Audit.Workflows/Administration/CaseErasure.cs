using System.Text.Json.Nodes;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Data.Languages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>Takes what people wrote out of one case, within a transaction. Chosen answers, scores, decisions and actions stay.</summary>
internal static class CaseErasure
{
    /// <summary>Fields of an answers file in which people write.</summary>
    private static readonly string[] Written = ["motivation", "source"];

    public static async Task<RetentionCounts> CountAsync(AuditContext db, Guid id, CancellationToken cancellation) => new(
        await db.Answers.CountAsync(row => row.AssessmentId == id, cancellation) + await Revisions(db, id).CountAsync(cancellation),
        await db.Comments.CountAsync(row => row.AssessmentId == id, cancellation) + await db.StepNotes.CountAsync(row => row.AssessmentId == id, cancellation)
            + await Entries(db, id).CountAsync(cancellation) + await db.ResearchItems.CountAsync(row => row.AssessmentId == id, cancellation),
        await db.Attachments.CountAsync(row => row.AssessmentId == id && row.RemovedUtc == null, cancellation),
        await db.Suspicions.CountAsync(row => row.AssessmentId == id, cancellation),
        await db.Mails.CountAsync(row => row.AssessmentId == id && row.Text != string.Empty, cancellation),
        await Values(db, id).CountAsync(cancellation));

    public static async Task RunAsync(AuditContext db, Guid id, DateTime nowUtc, CancellationToken cancellation)
    {
        await db.Answers.Where(row => row.AssessmentId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Motivation, (string?)null).SetProperty(row => row.PublicSource, (string?)null).SetProperty(row => row.Version, Guid.NewGuid()), cancellation);
        await Revisions(db, id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Motivation, (string?)null).SetProperty(row => row.PublicSource, (string?)null), cancellation);
        await db.Comments.Where(row => row.AssessmentId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, string.Empty), cancellation);
        await db.StepNotes.Where(row => row.AssessmentId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, string.Empty).SetProperty(row => row.Decisions, (string?)null), cancellation);
        await db.ResearchItems.Where(row => row.AssessmentId == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.InformationNeeded, (string?)null).SetProperty(row => row.InformationSource, (string?)null).SetProperty(row => row.Finding, (string?)null), cancellation);
        await Entries(db, id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, string.Empty), cancellation);
        await EraseSuspicionsAsync(db, id, cancellation);
        foreach (var row in await db.Scores.AsTracking().Where(row => row.AssessmentId == id).ToListAsync(cancellation))
        {
            row.AnswersJson = WithoutTexts(row.AnswersJson);
        }

        foreach (var row in await db.Distinctions.AsTracking().Where(row => row.AssessmentId == id).ToListAsync(cancellation))
        {
            row.ContentJson = WithoutTexts(row.ContentJson);
        }

        foreach (var row in await db.Attachments.AsTracking().Where(row => row.AssessmentId == id && row.RemovedUtc == null).ToListAsync(cancellation))
        {
            // Bytes in a folder go with the next round of the web application, which removes files whose row says so.
            (row.RemovedUtc, row.RemovedReason, row.Version) = (nowUtc, SentenceJson.Stored(Sentence.Of($"Bewaartermijn is voorbij.")), Guid.NewGuid());
        }

        await db.AttachmentContents.Where(content => db.Attachments.Any(row => row.Id == content.AttachmentId && row.AssessmentId == id)).ExecuteDeleteAsync(cancellation);
        (await db.Mails.AsTracking().Where(row => row.AssessmentId == id).ToListAsync(cancellation)).ForEach(Empty);
        await TrailErasure.RunAsync(db, Values(db, id), nowUtc, cancellation);
    }

    /// <summary>Leaves of an e-mail only that it was sent.</summary>
    public static void Empty(MailRow row) => (row.Text, row.Attachment, row.Version) = (string.Empty, null, Guid.NewGuid());

    private static async Task EraseSuspicionsAsync(AuditContext db, Guid id, CancellationToken cancellation)
    {
        await db.SuspicionEntries.Where(entry => db.Suspicions.Any(row => row.Id == entry.SuspicionId && row.AssessmentId == id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Text, string.Empty).SetProperty(row => row.Decision, (string?)null).SetProperty(row => row.Informed, (string?)null), cancellation);
        await db.Suspicions.Where(row => row.AssessmentId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, string.Empty), cancellation);
    }

    private static IQueryable<AnswerRevisionRow> Revisions(AuditContext db, Guid id) =>
        db.AnswerRevisions.Where(revision => db.Answers.Any(row => row.Id == revision.AnswerId && row.AssessmentId == id));

    private static IQueryable<ReviewEntryRow> Entries(AuditContext db, Guid id) =>
        db.ReviewEntries.Where(entry => db.ReviewItems.Any(row => row.Id == entry.ItemId && row.AssessmentId == id));

    private static IQueryable<TrailRow> Values(AuditContext db, Guid id) =>
        db.Trail.Where(row => row.AssessmentId == id && row.ErasedUtc == null && (row.Before != null || row.After != null || row.Reason != null) && row.Event != TrailErasure.Event);

    private static string WithoutTexts(string json)
    {
        var root = JsonNode.Parse(json);
        Strip(root);
        return root?.ToJsonString() ?? json;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            Array.ForEach(Written, name => fields.Remove(name));
            fields.Select(field => field.Value).ToList().ForEach(Strip);
        }

        if (node is JsonArray items)
        {
            items.ToList().ForEach(Strip);
        }
    }
}
