using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Integration.Tests.Mail;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>A database file with cases to work on, a mail server, and the settings of a server that uses both.</summary>
public sealed class CrashWorld : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-crash-");

    /// <summary>How many cases wait for a review.</summary>
    private const int MostReviews = 2;

    private static readonly Lazy<Task<Template>> Made = new(MakeAsync);

    public MailServer Mail { get; } = new(Path.Combine(AuditSite.Content.Root, "tests", "data", "mailserver.py"));

    public string Folder => folder.FullName;

    /// <summary>The key of the trail: a server in production refuses that of the demo.</summary>
    private const string TrailKey = "bmlldCBkZSBkZW1vc2xldXRlbCwgbWFhciBlZW4gdmFuIGRlIHByb2VmIQ==";

    /// <summary>The database, for who opens it beside the server.</summary>
    public DatabaseSettings Database => new(DatabaseProvider.Sqlite, Connection) { TrailKeys = TrailKeys.Parse(TrailKey) };

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
        ["Trail__Key"] = TrailKey,
        ["Keys__Unprotected"] = "true",
        ["Workflow__WakeSeconds"] = "1",
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = $"{Mail.Port}",
        ["Mail__Security"] = "None",
        ["Mail__From"] = "doorlichting@voorbeeld.example",
        ["Mail__PublicAddress"] = PostInstallation.PublicAddress,
    };

    public async ValueTask InitializeAsync()
    {
        await Mail.StartAsync();
        var made = await Made.Value;
        await File.WriteAllBytesAsync(Path.Combine(Folder, "audit.db"), made.Database);
        (Answers, Reviews, Auditor) = (made.Answers, made.Reviews, made.Auditor);
    }

    public ValueTask DisposeAsync()
    {
        Mail.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Made once for all tests of a run, by the application itself.</summary>
    private static async Task<Template> MakeAsync()
    {
        await using var site = new AuditSite { Settings = new Dictionary<string, string> { ["Trail:Key"] = TrailKey } };
        await Task.Run(site.Start);
        var maker = new CaseMaker(site.Services);
        var answers = await maker.MakeAsync("regulation");
        var reviews = new List<Guid>();
        for (var number = 0; number < MostReviews; number++)
        {
            reviews.Add(await maker.MakeAsync("review"));
        }

        var copy = Path.GetTempFileName();
        SqliteBackup.Write(site.Database.Connection, copy, overwrite: true);
        var bytes = await File.ReadAllBytesAsync(copy);
        File.Delete(copy);
        return new(bytes, answers, reviews, await maker.UserAsync(Roles.Auditor));
    }

    private sealed record Template(byte[] Database, Guid Answers, IReadOnlyList<Guid> Reviews, Guid Auditor);
}
