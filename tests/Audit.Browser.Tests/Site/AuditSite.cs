using Audit.Data.Database;
using Audit.Data.Templates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Site;

/// <summary>The web application on a free port of this machine, with the demo data in a database file of its own.</summary>
public sealed class AuditSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-browser-");

    public AuditSite()
    {
        UseKestrel();
    }

    public static TemplateFolder Content { get; } = TemplateFolder.Find(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("the tests run outside the repository");

    /// <summary>Settings beside the usual ones, such as those of a mail server.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the application listens, without a slash at the end.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The database file, for who opens it beside the application.</summary>
    public DatabaseSettings Database => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "audit.db")}");

    /// <summary>Starts the application and waits until it answers.</summary>
    public void Start()
    {
        StartServer();
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = addresses.Single().TrimEnd('/');
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(Path.Combine(Content.Root, "src", "Audit.Web"));
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Database:Connection", Database.Connection);
        // Tests move time themselves.
        builder.UseSetting("Workflow:WakeSeconds", "0");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
