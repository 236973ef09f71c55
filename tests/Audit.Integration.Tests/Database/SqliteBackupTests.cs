using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>A backup is whole, or it is not there.</summary>
public sealed class SqliteBackupTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Write_WhileOthersWrite_HoldsEverythingFromBefore()
    {
        var (file, target) = (demo.NewCopy(), demo.NewFile());
        using var database = DemoDatabase.Open(file);
        await database.MigrateAsync();
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await AddBodyAsync(database, $"Dienst {written + 1}");
                Interlocked.Increment(ref written);
            }
        });
        SpinWait.SpinUntil(() => Volatile.Read(ref written) >= 20, TimeSpan.FromMinutes(1));

        var before = Volatile.Read(ref written);
        SqliteBackup.Write(DemoDatabase.ConnectionTo(file), target, overwrite: false);
        SpinWait.SpinUntil(() => Volatile.Read(ref written) > before + 5, TimeSpan.FromMinutes(1));
        await stop.CancelAsync();
        await writing;

        using var copy = DemoDatabase.Open(target);
        await copy.MigrateAsync();
        await using var db = copy.Read();
        var names = await db.Bodies.Where(row => row.Name.StartsWith("Dienst ")).Select(row => row.Name).ToListAsync();
        Assert.Empty(Enumerable.Range(1, before).Select(number => $"Dienst {number}").Except(names));
        Assert.True(names.Count < written, "the backup saw rows that came later");
    }

    [Fact]
    public void Write_PagesDamagedInTheMiddle_IsNoticedAndLeavesNothing()
    {
        var (file, target) = (demo.NewCopy(), demo.NewFile());
        using (var stream = File.OpenWrite(file))
        {
            stream.Position = stream.Length / 2 / 4096 * 4096;
            stream.Write(Enumerable.Repeat((byte)0xA5, 4 * 4096).ToArray());
        }

        var refusal = Assert.Throws<DatabaseRefusedException>(() => SqliteBackup.Write(DemoDatabase.ConnectionTo(file), target, overwrite: false));

        Assert.Contains("beschadigd", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(target)!, Path.GetFileName(target) + "*"));
    }

    [Fact]
    public void Write_ExistingFile_IsKeptUnlessAskedOtherwise()
    {
        var target = demo.NewFile();
        File.WriteAllText(target, "eerder");

        Assert.Throws<DatabaseRefusedException>(() => SqliteBackup.Write(demo.Connection, target, overwrite: false));
        Assert.Equal("eerder", File.ReadAllText(target));

        SqliteBackup.Write(demo.Connection, target, overwrite: true);
        Assert.True(new FileInfo(target).Length > 4096);
        Assert.Equal([target], Directory.EnumerateFiles(Path.GetDirectoryName(target)!, Path.GetFileName(target) + "*"));
    }

    [Fact]
    public void Write_OverTheDatabaseItself_IsRefused() =>
        Assert.Throws<DatabaseRefusedException>(() => SqliteBackup.Write(demo.Connection, demo.Path, overwrite: true));

    [Fact]
    public void Write_NoSuchDatabase_IsRefusedAndNotMade()
    {
        var missing = demo.NewFile();

        Assert.Throws<DatabaseRefusedException>(() => SqliteBackup.Write(DemoDatabase.ConnectionTo(missing), demo.NewFile(), overwrite: false));

        Assert.False(File.Exists(missing));
    }

    [Fact]
    public void Write_FolderMissing_SaysWhy()
    {
        var target = Path.Combine(demo.NewFile(), "nergens.db");

        Assert.Throws<DatabaseRefusedException>(() => SqliteBackup.Write(demo.Connection, target, overwrite: false));
    }

    private static Task AddBodyAsync(AuditDatabase database, string name) => database.WriteAsync(db =>
    {
        db.Bodies.Add(new BodyRow { Id = Guid.NewGuid(), Name = name });
        return Task.CompletedTask;
    });
}
