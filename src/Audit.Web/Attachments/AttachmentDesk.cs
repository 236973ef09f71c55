using System.Security.Cryptography;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Questions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Attachments;

/// <summary>Takes files that support an answer, and takes them away again.</summary>
public sealed class AttachmentDesk(AttachmentSettings settings, AttachmentStore store, IMalwareScanner scanner)
{
    private const int LongestName = 200;

    public AttachmentSettings Settings => settings;

    /// <summary>Looks at a file before anything is kept.</summary>
    /// <returns>The file, or why it is not taken.</returns>
    public async Task<(TakenFile? File, string? Refusal)> TakeAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0)
        {
            return (null, file is null ? Tr($"Kies een bestand.") : Tr($"Het bestand is leeg."));
        }

        if (file.Length > settings.LargestBytes)
        {
            return (null, Tr($"Het bestand is te groot: hooguit {settings.LargestBytes / 1024 / 1024} MB."));
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellation);
        var content = memory.ToArray();
        if (AttachmentKind.Of(file.FileName, content) is not { } kind)
        {
            return (null, Tr($"Dit soort bestand kan niet, of het bestand is niet wat de naam zegt. Toegestaan: {string.Join(", ", AttachmentKind.All)}."));
        }

        var verdict = await scanner.ScanAsync(content, cancellation);
        return verdict switch
        {
            ScanVerdict.Infected => (null, Tr($"In dit bestand is schadelijke software gevonden. Het is niet bewaard.")),
            ScanVerdict.Unavailable => (null, Tr($"Het bestand kon nu niet op schadelijke software worden gecontroleerd. Het is niet bewaard. Probeer het later opnieuw.")),
            ScanVerdict.Clean => (new(AttachmentKind.NameOf(file.FileName, LongestName), kind, content, IsScanned: true), null),
            ScanVerdict.NotScanned => (new(AttachmentKind.NameOf(file.FileName, LongestName), kind, content, IsScanned: false), null),
        };
    }

    /// <summary>Keeps a file with a question. The same id twice is one file.</summary>
    public async Task<string?> KeepAsync(AuditContext db, (CaseTrail Trail, QuestionPlace Place) to, (Guid Id, TakenFile File) given, Actor actor)
    {
        var (trail, place) = to;
        if (await db.Attachments.AnyAsync(row => row.Id == given.Id))
        {
            return null;
        }

        if (await place.Attachments(db).CountAsync(row => row.RemovedUtc == null) >= settings.MostPerQuestion)
        {
            return Tr($"Bij een vraag passen hooguit {settings.MostPerQuestion} bestanden. Verwijder eerst een ander bestand.");
        }

        var file = given.File;
        var row = new AttachmentRow
        {
            Id = given.Id,
            AssessmentId = place.AssessmentId,
            TaskKey = place.TaskKey,
            QuestionId = place.QuestionId,
            FileName = file.Name,
            Kind = file.Kind,
            Bytes = file.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            UserId = actor.UserId!.Value,
            MadeUtc = actor.NowUtc,
            ScannedUtc = file.IsScanned ? actor.NowUtc : null,
            Version = Guid.NewGuid(),
        };
        db.Attachments.Add(row);
        await store.KeepAsync(db, row, file.Content);
        trail.Add(db, actor, "attachment.added", place.Subject, $"{row.FileName} ({row.Bytes} bytes, SHA-256 {row.Sha256})");
        return null;
    }

    /// <summary>Removes the bytes of a file, with a reason; that it was there stays known.</summary>
    public static async Task<string?> RemoveAsync(AuditContext db, (CaseTrail Trail, QuestionPlace Place) from, (Guid Id, string? Reason) given, Actor actor)
    {
        var reason = given.Reason?.Trim() ?? string.Empty;
        if (reason.Length is 0 or > 500)
        {
            return Tr($"Schrijf waarom het bestand weg moet, in hooguit 500 tekens.");
        }

        if (await from.Place.Attachments(db).AsTracking().SingleOrDefaultAsync(row => row.Id == given.Id) is not { RemovedUtc: null } row)
        {
            return null;
        }

        await AttachmentStore.RemoveAsync(db, row, actor.NowUtc, reason);
        from.Trail.Add(db, actor, "attachment.removed", from.Place.Subject, row.FileName, reason);
        return null;
    }
}

/// <summary>A file that may be kept.</summary>
/// <param name="Name">Name without folder.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsScanned">Whether a scanner found nothing in it.</param>
public sealed record TakenFile(string Name, string Kind, byte[] Content, bool IsScanned);
