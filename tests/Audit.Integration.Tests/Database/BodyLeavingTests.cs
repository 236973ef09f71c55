using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Data.Database.Leaving;
using Audit.Integration.Tests.Cli;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>A body takes its data with it, and nothing of it stays behind but that it was there.</summary>
public sealed class BodyLeavingTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private const string Reason = "De organisatie is opgeheven.";
    private const string OtherName = "Gemeente Elders (fictief)";

    [Fact]
    public async Task Delete_DemoBody_LeavesItsBareTrailAndTheOtherBodyAsItWas()
    {
        var path = demo.NewCopy();
        using var database = DemoDatabase.Open(path);
        var (body, other) = await BodiesAsync(database);
        var before = await RowsAsync(path, other.Id);
        await using var reading = database.Read();
        var records = await reading.Trail.CountAsync(row => row.BodyId == body.Id);

        var deleted = await new BodyErasure(database).RunAsync(new(body.Id, $" {body.Name.ToUpperInvariant()} ", Reason), DateTime.UtcNow);

        Assert.True(deleted["Answers"] > 100, string.Join(' ', deleted));
        Assert.Equal(before, await RowsAsync(path, other.Id));
        var left = (await RowsAsync(path, body.Id)).Where(table => !table.Value.StartsWith("0 ", StringComparison.Ordinal)).Select(table => table.Key);
        Assert.Equal(["Trail", "TrailHeads"], left);
        Assert.Equal(records + 2, await reading.Trail.CountAsync(row => row.BodyId == body.Id));
        var told = await reading.Trail.Where(row => row.BodyId == body.Id && (row.Before != null || row.After != null || row.Reason != null)).OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal([("values.erased", Reason), (BodyErasure.Event, Reason)], told.Select(row => (row.Event, row.Reason)));
        Assert.True((await new TrailVerifier(database, TrailKeys.Demo).RunAsync(body.Id, TestContext.Current.CancellationToken)).Verifies);
        Assert.Empty(await TextsWithAsync(path, ["@demo.example", "Tess Teamlid", "Voorbeeldstad"]));
    }

    [Theory]
    [InlineData("Gemeente Anders")]
    [InlineData(BodyErasure.Gone)]
    public async Task Delete_UnderAnotherName_IsRefused(string name)
    {
        var path = demo.NewCopy();
        using var database = DemoDatabase.Open(path);
        var (body, _) = await BodiesAsync(database);
        var before = await RowsAsync(path, body.Id);

        await Assert.ThrowsAsync<DatabaseRefusedException>(() => new BodyErasure(database).RunAsync(new(body.Id, name, Reason), DateTime.UtcNow));

        Assert.Equal(before, await RowsAsync(path, body.Id));
    }

    [Fact]
    public async Task Export_DemoBody_HoldsEveryRowOfItAndNothingElse()
    {
        var path = demo.NewCopy();
        using var database = DemoDatabase.Open(path);
        var (body, _) = await BodiesAsync(database);
        using var file = new MemoryStream();

        await new BodyExport(database).WriteAsync(body.Id, file, DateTime.UtcNow);

        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var manifest = JsonNode.Parse(await TextOfAsync(zip, BodyExport.Manifest))!;
        var rows = await RowsAsync(path, body.Id);
        foreach (var part in manifest["Files"]!.AsArray())
        {
            var text = await TextOfAsync(zip, (string)part!["Name"]!);
            Assert.Equal((string)part["Sha256"]!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            Assert.DoesNotContain(OtherName, text, StringComparison.Ordinal);
            Assert.DoesNotContain("PasswordHash", text, StringComparison.Ordinal);
            var table = Path.GetFileNameWithoutExtension((string)part["Name"]!);
            Assert.True(!rows.TryGetValue(table, out var known) || known.StartsWith($"{part["Rows"]} ", StringComparison.Ordinal), $"{table}: {part["Rows"]} rows, {known}");
        }

        Assert.Contains("Tess Teamlid", await TextOfAsync(zip, "Users.jsonl"), StringComparison.Ordinal);
        Assert.Equal(zip.Entries.Count, manifest["Files"]!.AsArray().Count + 1);
    }

    [Fact]
    public async Task Commands_ExportAndDelete_SayWhatTheyDid()
    {
        var path = demo.NewCopy();
        Guid id;
        string name;
        using (var database = DemoDatabase.Open(path))
        {
            var (body, _) = await BodiesAsync(database);
            (id, name) = (body.Id, body.Name);
        }

        var file = Path.ChangeExtension(path, "zip");
        string[] at = ["--connection", DemoDatabase.ConnectionTo(path)];
        var export = await AuditProgram.RunAsync(["body", "export", $"{id}", "--out", file, .. at]);
        var wrong = await AuditProgram.RunAsync(["body", "delete", $"{id}", "--confirm", "Iets anders", "--reason", Reason, .. at]);
        var delete = await AuditProgram.RunAsync(["body", "delete", $"{id}", "--confirm", name, "--reason", Reason, .. at]);

        Assert.Equal((0, string.Empty), (export.ExitCode, export.Errors));
        Assert.Contains(name, export.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(file).Length > 1000);
        Assert.Equal((1, $"audit: De organisatie met nummer {id} heet niet 'Iets anders'. Er is niets verwijderd.\n"), (wrong.ExitCode, wrong.Errors));
        Assert.Equal((0, string.Empty), (delete.ExitCode, delete.Errors));
        Assert.Matches(@"(?m)^Answers: [1-9]\d* rijen verwijderd$", delete.Output);
    }

    /// <summary>The demo body, and another one with somebody in it.</summary>
    private static async Task<(BodyRow Demo, BodyRow Other)> BodiesAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        var body = await db.Bodies.SingleAsync();
        var other = new BodyRow { Id = Guid.CreateVersion7(), Name = OtherName };
        await database.WriteAsync(write =>
        {
            var user = new UserRow { Id = Guid.CreateVersion7(), BodyId = other.Id, DisplayName = "Bo Buiten" };
            write.Bodies.Add(other);
            write.Users.Add(user);
            write.BodyRoles.Add(new() { UserId = user.Id, Role = Roles.Admin });
            write.Trail.Add(new() { BodyId = other.Id, AtUtc = DateTime.UtcNow, Event = "proef", Subject = "proef", After = "waarde", UserId = user.Id });
            return Task.CompletedTask;
        });
        return (body, other);
    }

    /// <summary>Number and hash of the rows of a body, for every table that has such rows.</summary>
    private static async Task<SortedDictionary<string, string>> RowsAsync(string path, Guid bodyId)
    {
        await using var connection = new SqliteConnection(DemoDatabase.ConnectionTo(path));
        await connection.OpenAsync();
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await TextsAsync(connection, "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'BodyId' WHERE m.type = 'table'"))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var values = await TextsAsync(connection, $"SELECT * FROM \"{table}\" WHERE \"BodyId\" = '{bodyId.ToString().ToUpperInvariant()}' ORDER BY 1, 2, 3", row => hash.AppendData(Encoding.UTF8.GetBytes(row)));
            rows[table] = $"{values.Count} {Convert.ToHexStringLower(hash.GetHashAndReset())}";
        }

        return rows;
    }

    /// <summary>Places in the database, apart from published content, where one of these texts stands.</summary>
    private static async Task<List<string>> TextsWithAsync(string path, string[] texts)
    {
        await using var connection = new SqliteConnection(DemoDatabase.ConnectionTo(path));
        await connection.OpenAsync();
        var found = new List<string>();
        foreach (var table in await TextsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('PublishedContents', 'WorkflowDefinitions')"))
        {
            await TextsAsync(connection, $"SELECT * FROM \"{table}\"", row => found.AddRange(texts.Where(text => row.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{table}: {text}")));
        }

        return found;
    }

    private static async Task<List<string>> TextsAsync(SqliteConnection connection, string query, Action<string>? see = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            texts.Add(string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}")));
            see?.Invoke(texts[^1]);
        }

        return texts;
    }

    private static async Task<string> TextOfAsync(ZipArchive zip, string name)
    {
        await using var stream = await zip.GetEntry(name)!.OpenAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
