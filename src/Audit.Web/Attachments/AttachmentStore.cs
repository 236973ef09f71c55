using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Attachments;

/// <summary>Where the bytes of attachments are. A file in the folder has the id of its row as name, never anything that a user typed.</summary>
public sealed class AttachmentStore(AttachmentSettings settings)
{
    private const string Extension = ".bijlage";

    /// <summary>Keeps the bytes. In a folder they are written before the row is committed: a crash leaves a file without row, which cleaning removes.</summary>
    public async Task KeepAsync(AuditContext db, AttachmentRow row, byte[] content)
    {
        row.InFolder = settings.Folder.Length > 0;
        if (!row.InFolder)
        {
            db.AttachmentContents.Add(new() { AttachmentId = row.Id, Content = content });
            return;
        }

        Directory.CreateDirectory(settings.Folder);
        var unfinished = PathOf(row.Id) + ".deel";
        await File.WriteAllBytesAsync(unfinished, content);
        File.Move(unfinished, PathOf(row.Id), overwrite: true);
    }

    /// <summary>The bytes; null when they are gone.</summary>
    public async Task<byte[]?> ReadAsync(AuditContext db, AttachmentRow row)
    {
        if (row.RemovedUtc is not null)
        {
            return null;
        }

        if (row.InFolder)
        {
            return File.Exists(PathOf(row.Id)) ? await File.ReadAllBytesAsync(PathOf(row.Id)) : null;
        }

        var id = row.Id;
        return await db.AttachmentContents.Where(content => content.AttachmentId == id).Select(content => content.Content).SingleOrDefaultAsync();
    }

    /// <summary>Removes the bytes of a tracked row from the database; those in the folder go with <see cref="SweepAsync"/>, after the commit.</summary>
    public static async Task RemoveAsync(AuditContext db, AttachmentRow row, DateTime nowUtc, string reason)
    {
        (row.RemovedUtc, row.RemovedReason, row.Version) = (nowUtc, reason, Guid.NewGuid());
        var id = row.Id;
        db.AttachmentContents.RemoveRange(await db.AttachmentContents.AsTracking().Where(content => content.AttachmentId == id).ToListAsync());
    }

    /// <summary>Removes files in the folder whose row says that they are gone, or that have no row and are older than a day.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> SweepAsync(AuditContext db, DateTime nowUtc)
    {
        if (settings.Folder.Length == 0 || !Directory.Exists(settings.Folder))
        {
            return 0;
        }

        var kept = (await db.Attachments.Where(row => row.InFolder && row.RemovedUtc == null).Select(row => row.Id).ToListAsync()).ToHashSet();
        var removed = await db.Attachments.Where(row => row.InFolder && row.RemovedUtc != null).Select(row => row.Id).ToListAsync();
        var gone = removed.Select(PathOf).Where(File.Exists)
            .Concat(Directory.EnumerateFiles(settings.Folder).Where(path => IsLeftOver(path, kept, nowUtc))).Distinct().ToList();
        gone.ForEach(File.Delete);
        return gone.Count;
    }

    private static bool IsLeftOver(string path, HashSet<Guid> kept, DateTime nowUtc)
    {
        var name = Path.GetFileName(path).Split('.')[0];
        return File.GetLastWriteTimeUtc(path) < nowUtc.AddDays(-1) && !(Guid.TryParseExact(name, "N", out var id) && kept.Contains(id) && path.EndsWith(Extension, StringComparison.Ordinal));
    }

    private string PathOf(Guid id) => Path.Combine(settings.Folder, $"{id:N}{Extension}");
}
