using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Integration.Tests.Mail;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>A database file with cases to work on, a mail server, and the settings of a server that uses both.</summary>
public sealed class CrashWorld : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-crash-");

    private CrashWorld()
    {
    }

    public MailServer Mail { get; } = new(Path.Combine(AuditSite.Content.Root, "tests", "data", "mailserver.py"));

    public string Folder => folder.FullName;

    public string Connection => $"Data Source={Path.Combine(folder.FullName, "audit.db")}";

    /// <summary>A case whose answers are open.</summary>
    public Guid Answers { get; private set; }

    /// <summary>Cases of which a task waits for its review.</summary>
    public IReadOnlyList<Guid> Reviews { get; private set; } = [];

    /// <summary>The auditor, who is called in comments.</summary>
    public Guid Auditor { get; private set; }

    /// <summary>Settings of the server.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Database__Connection"] = Connection,
        ["Keys__Folder"] = Path.Combine(folder.FullName, "keys"),
        ["Workflow__WakeSeconds"] = "1",
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = $"{Mail.Port}",
        ["Mail__Security"] = "None",
        ["Mail__From"] = "doorlichting@voorbeeld.example",
        ["Mail__PublicAddress"] = PostInstallation.PublicAddress,
    };

    public static async Task<CrashWorld> MakeAsync(int reviews = 1)
    {
        var world = new CrashWorld();
        await world.Mail.StartAsync();
        await using var site = new AuditSite();
        await Task.Run(site.Start);
        var maker = new CaseMaker(site.Services);
        world.Answers = await maker.MakeAsync("regulation");
        var cases = new List<Guid>();
        for (var number = 0; number < reviews; number++)
        {
            cases.Add(await maker.MakeAsync("review"));
        }

        (world.Reviews, world.Auditor) = (cases, await maker.UserAsync(Roles.Auditor));
        SqliteBackup.Write(site.Database.Connection, Path.Combine(world.Folder, "audit.db"), overwrite: false);
        return world;
    }

    public ValueTask DisposeAsync()
    {
        Mail.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
