using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Audit.Data.Database.Copy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Leaving;

/// <summary>A file in an export.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Rows">How many rows it holds; null when it is an attachment.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record ExportedFile(string Name, int? Rows, long Bytes, string Sha256);

/// <summary>What was exported.</summary>
/// <param name="BodyName">Name of the body.</param>
/// <param name="Files">The files, without the manifest.</param>
/// <param name="Missing">Attachments whose bytes were not where they should be.</param>
public sealed record ExportedBody(string BodyName, IReadOnlyList<ExportedFile> Files, IReadOnlyList<string> Missing);

/// <summary>Writes everything of one body to a ZIP file: a file of JSON lines for each table, the attachments, and a manifest with counts and hashes.</summary>
/// <param name="database">The installation.</param>
/// <param name="attachments">Folder with the bytes of attachments; null when they are in the database.</param>
public sealed class BodyExport(AuditDatabase database, string? attachments = null)
{
    /// <summary>Name of the manifest in the archive.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>What lets somebody in stays behind.</summary>
    private static readonly HashSet<string> WithheldColumns = [nameof(UserRow.PasswordHash), nameof(UserRow.SecurityStamp), nameof(UserRow.ConcurrencyStamp)];
    private static readonly HashSet<Type> WithheldTables = [typeof(IdentityUserToken<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserPasskey<Guid>), typeof(CalendarFeedRow)];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <exception cref="DatabaseRefusedException">There is no such body.</exception>
    public async Task<ExportedBody> WriteAsync(Guid bodyId, Stream target, DateTime nowUtc, CancellationToken cancellation = default)
    {
        await using var db = database.OverAllBodies().Read();
        // One moment for all tables: nobody sees half of a change.
        await using var moment = await db.Database.BeginTransactionAsync(cancellation);
        var body = await db.Bodies.SingleOrDefaultAsync(row => row.Id == bodyId, cancellation) ?? throw new DatabaseRefusedException($"Er is geen organisatie met nummer {bodyId}.");
        var files = new List<ExportedFile>();
        var missing = new List<string>();
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var table in TableOrder.Of(db.Model).Where(table => !WithheldTables.Contains(table.Row) && table.Row != typeof(AttachmentContentRow)))
        {
            files.Add(await AddTableAsync(zip, table, table.OfBodyAsync(db, bodyId)));
        }

        foreach (var file in await db.Attachments.Where(row => row.BodyId == bodyId && row.RemovedUtc == null).OrderBy(row => row.Id).ToListAsync(cancellation))
        {
            if (await ContentOfAsync(db, file, cancellation) is { } content)
            {
                files.Add(await AddAsync(zip, $"bijlagen/{file.Id:D}.{file.Kind}", new[] { content }.ToAsyncEnumerable()));
            }
            else
            {
                missing.Add($"{file.Id:D}");
            }
        }

        var exported = new ExportedBody(body.Name, files, missing);
        await using var manifest = await zip.CreateEntry(Manifest).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(manifest, new { Body = bodyId, Made = nowUtc, exported.BodyName, exported.Files, exported.Missing }, Indented, cancellation);
        return exported;
    }

    private async Task<byte[]?> ContentOfAsync(AuditContext db, AttachmentRow file, CancellationToken cancellation)
    {
        if (!file.InFolder)
        {
            return await db.AttachmentContents.Where(row => row.AttachmentId == file.Id).Select(row => row.Content).SingleOrDefaultAsync(cancellation);
        }

        var path = Path.Combine(attachments ?? string.Empty, $"{file.Id:N}.bijlage");
        return attachments is not null && File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;
    }

    private static async Task<ExportedFile> AddTableAsync(ZipArchive zip, EntityTable table, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        var columns = table.Columns.Index().Where(column => !WithheldColumns.Contains(column.Item)).ToList();
        var count = 0;
        var file = await AddAsync(zip, $"{table.Name}.jsonl", rows.Select(row =>
        {
            count++;
            var line = new JsonObject(columns.Select(column => KeyValuePair.Create(column.Item, JsonSerializer.SerializeToNode(row[column.Index]))));
            return Encoding.UTF8.GetBytes(line.ToJsonString() + "\n");
        }));
        return file with { Rows = count };
    }

    private static async Task<ExportedFile> AddAsync(ZipArchive zip, string name, IAsyncEnumerable<byte[]> parts)
    {
        var bytes = 0L;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await foreach (var part in parts)
        {
            hash.AppendData(part);
            await entry.WriteAsync(part);
            bytes += part.Length;
        }

        return new(name, null, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
