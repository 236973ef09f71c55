using Audit.Data.Database;
using Audit.Data.Templates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Site;

/// <summary>The web application on a free port of this machine, with the demo data in a database file of its own.</summary>
public sealed class AuditSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder;
    private readonly string? earlier;
    private bool keepsFolder;

    public AuditSite()
        : this(Directory.CreateTempSubdirectory("audit-browser-"), null)
    {
    }

    private AuditSite(DirectoryInfo folder, string? earlier)
    {
        (this.folder, this.earlier) = (folder, earlier);
        UseKestrel();
    }

    public static TemplateFolder Content { get; } = TemplateFolder.Find(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("the tests run outside the repository");

    /// <summary>Settings beside the usual ones, such as those of a mail server.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What a test puts beside the services of the application, or in their place.</summary>
    public Action<IServiceCollection> Added { get; init; } = _ => { };

    /// <summary>Name of the environment; Development, with demo data, unless said otherwise.</summary>
    public string Environment { get; init; } = "Development";

    public string Scheme { get; init; } = "http";

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

    /// <summary>Stops the application as when its machine goes down; the database and the keys stay.</summary>
    /// <param name="settings">Other settings for when it starts again; null for the same.</param>
    /// <returns>The same installation on the same address, still to be started.</returns>
    public async Task<AuditSite> StopAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        keepsFolder = true;
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return new(folder, Address) { Settings = settings ?? Settings, Added = Added, Environment = Environment, Scheme = Scheme };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!keepsFolder)
        {
            folder.Delete(recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseContentRoot(Path.Combine(Content.Root, "src", "Audit.Web"));
        builder.UseSetting("urls", earlier ?? $"{Scheme}://127.0.0.1:0");
        builder.UseSetting("Database:Connection", Database.Connection);
        // Tests move time themselves.
        builder.UseSetting("Workflow:WakeSeconds", "0");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        builder.ConfigureTestServices(Added);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
