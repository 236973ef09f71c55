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
        await CountAsync(CaseTexts.OfAnswers, db, id, cancellation),
        await CountAsync(CaseTexts.OfWork, db, id, cancellation),
        await db.Attachments.CountAsync(row => row.AssessmentId == id && row.RemovedUtc == null, cancellation),
        await db.Mails.CountAsync(row => row.AssessmentId == id && row.Text != string.Empty, cancellation),
        await db.WorkbookExports.CountAsync(row => row.AssessmentId == id, cancellation) + await db.WorkbookImports.CountAsync(row => row.AssessmentId == id, cancellation)
            + await db.Jobs.CountAsync(row => row.AssessmentId == id, cancellation),
        await Values(db, id).CountAsync(cancellation));

    public static async Task RunAsync(AuditContext db, Guid id, DateTime nowUtc, CancellationToken cancellation)
    {
        foreach (var texts in CaseTexts.OfAnswers.Concat(CaseTexts.OfWork).Concat(CaseTexts.OfSuspicions))
        {
            await texts.EraseAsync(db, id, cancellation);
        }

        await RewriteAsync(db, id, cancellation);
        await RemoveFilesAsync(db, id, nowUtc, cancellation);
        await db.RiskLinks.Where(link => link.Kind == RiskLinkKind.Group && db.Risks.Any(row => row.Id == link.RiskId && row.AssessmentId == id)).ExecuteDeleteAsync(cancellation);
        await TrailErasure.RunAsync(db, Values(db, id), nowUtc, cancellation);
    }

    /// <summary>Leaves of an e-mail only to whom it was sent, about what.</summary>
    public static void Empty(MailRow row) => (row.Text, row.Attachment, row.Version) = (string.Empty, null, Guid.NewGuid());

    private static async Task<int> CountAsync(IEnumerable<ErasedTexts> tables, AuditContext db, Guid id, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var texts in tables)
        {
            count += await texts.CountAsync(db, id, cancellation);
        }

        return count;
    }

    /// <summary>Texts within stored answers; the values by which a score is calculated again stay.</summary>
    private static async Task RewriteAsync(AuditContext db, Guid id, CancellationToken cancellation)
    {
        foreach (var row in await db.Scores.AsTracking().Where(row => row.AssessmentId == id).ToListAsync(cancellation))
        {
            row.AnswersJson = WithoutTexts(row.AnswersJson);
        }

        foreach (var row in await db.Distinctions.AsTracking().Where(row => row.AssessmentId == id).ToListAsync(cancellation))
        {
            row.ContentJson = WithoutTexts(row.ContentJson);
        }
    }

    private static async Task RemoveFilesAsync(AuditContext db, Guid id, DateTime nowUtc, CancellationToken cancellation)
    {
        foreach (var row in await db.Attachments.AsTracking().Where(row => row.AssessmentId == id).ToListAsync(cancellation))
        {
            // Bytes in a folder go with the next round of the web application, which removes files whose row says so.
            (row.FileName, row.RemovedUtc, row.RemovedReason, row.Version) = (ErasedTexts.Gone, row.RemovedUtc ?? nowUtc, SentenceJson.Stored(Sentence.Of($"Bewaartermijn is voorbij.")), Guid.NewGuid());
        }

        await db.AttachmentContents.Where(content => db.Attachments.Any(row => row.Id == content.AttachmentId && row.AssessmentId == id)).ExecuteDeleteAsync(cancellation);
        await db.StartedAnswers.Where(row => row.AssessmentId == id).ExecuteDeleteAsync(cancellation);
        await db.WorkbookImports.Where(row => row.AssessmentId == id).ExecuteDeleteAsync(cancellation);
        await db.WorkbookExports.Where(row => row.AssessmentId == id).ExecuteDeleteAsync(cancellation);
        await db.Jobs.Where(row => row.AssessmentId == id).ExecuteDeleteAsync(cancellation);
        // One that was never sent would go out empty.
        await db.Mails.Where(row => row.AssessmentId == id && row.SentUtc == null).ExecuteDeleteAsync(cancellation);
        foreach (var row in await db.Mails.AsTracking().Where(row => row.AssessmentId == id).ToListAsync(cancellation))
        {
            Empty(row);
            (row.Recipient, row.Subject, row.AttachmentName, row.Failure) = (ErasedTexts.Gone, ErasedTexts.Gone, null, null);
        }
    }

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
