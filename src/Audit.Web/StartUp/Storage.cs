using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
#if WITH_ELSA
using Audit.Workflows.Elsa;
#endif

namespace Audit.Web.StartUp;

/// <summary>Database, content and process engine.</summary>
internal static class Storage
{
    private const string Embedded = "Embedded";
#if WITH_ELSA
    private const string Elsa = "Elsa";
#endif

    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration)
    {
        var provider = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out _))
        {
            return $"Database:Provider is '{provider}'; mogelijk zijn Sqlite en SqlServer.";
        }

        var engine = EngineOf(configuration);
#if WITH_ELSA
        return engine is Embedded or Elsa ? null : $"Workflow:Engine is '{engine}'; mogelijk zijn {Embedded} en {Elsa}.";
#else
        return engine == Embedded
            ? null
            : $"Workflow:Engine is '{engine}', maar deze versie is zonder Elsa gebouwd; alleen 'Embedded' is mogelijk.";
#endif
    }

    public static void AddStorage(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = SettingsOf(configuration, environment);
        var contextOptions = AuditDatabase.OptionsFor(settings);
        services.AddSingleton<SignedInBody>();
        services.AddSingleton(provider => DatabaseOf(settings, provider));
        services.AddScoped(_ => new AuditContext(contextOptions, BodyScope.Accounts));
        services.AddSingleton(_ => FolderOf(configuration, environment));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ContentStore>();
        services.AddSingleton<InstrumentLibrary>();
        services.AddSingleton<Questionnaires.ContentShelf>();
        services.AddSingleton<Help.ExampleShelf>();
        services.AddSingleton(_ => new ExportQueue());
        services.AddSingleton<IAutomaticActivity, ScoreTasks>();
        services.AddSingleton<IAutomaticActivity, GenerateActionPlan>();
        services.AddSingleton<IAutomaticActivity, Notify>();
        services.AddSingleton<IProcessEvents, CaseEvents>();
        AddEngine(services, configuration, settings);
        services.AddSingleton<WorkflowRunner>();
        services.AddSingleton<CaseStart>();
        services.AddSingleton<CaseSequel>();
        services.AddSingleton<CaseLife>();
        services.AddSingleton<TaskChanges>();
        services.AddSingleton<Suspicions>();
        services.AddWaker(configuration);
    }

    /// <summary>Adds what works in the background, over all bodies: it gets the database without the body of a request.</summary>
    public static void AddOverAllBodies<T>(this IServiceCollection services)
        where T : class => services.AddSingleton(provider => ActivatorUtilities.CreateInstance<T>(provider, provider.GetRequiredService<AuditDatabase>().OverAllBodies()));

    private static AuditDatabase DatabaseOf(DatabaseSettings settings, IServiceProvider provider)
    {
        var (body, log) = (provider.GetRequiredService<SignedInBody>(), provider.GetRequiredService<ILogger<AuditDatabase>>());
        return new AuditDatabase(settings, () => body.Scope) { Log = log };
    }

    private static string EngineOf(IConfiguration configuration) => configuration["Workflow:Engine"] ?? Embedded;

    private static void AddEngine(IServiceCollection services, IConfiguration configuration, DatabaseSettings settings)
    {
#if WITH_ELSA
        if (EngineOf(configuration) == Elsa)
        {
            services.AddElsaEngine(settings);
            return;
        }
#endif
        services.AddSingleton<IWorkflowEngine, EmbeddedEngine>();
    }

    private static DatabaseSettings SettingsOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = Enum.Parse<DatabaseProvider>(configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite), ignoreCase: true);
        if (configuration["Database:Connection"] is { Length: > 0 } connection)
        {
            return new(provider, connection) { MaxBatchSize = configuration.GetValue<int?>("Database:MaxBatchSize"), Patience = PatienceOf(configuration), TrailKeys = TrailSetup.KeysOf(configuration) };
        }

        if (provider == DatabaseProvider.SqlServer)
        {
            throw new InvalidOperationException("Database:Connection ontbreekt; bij SqlServer is die verplicht.");
        }

        var folder = Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, "data"));
        return new(provider, $"Data Source={Path.Combine(folder.FullName, "audit.db")}") { Patience = PatienceOf(configuration), TrailKeys = TrailSetup.KeysOf(configuration) };
    }

    /// <summary>Shorter than a browser waits, so that whoever saves reads why it takes so long.</summary>
    private static TimeSpan PatienceOf(IConfiguration configuration) => TimeSpan.FromSeconds(configuration.GetValue("Database:WaitSeconds", 15));

    private static TemplateFolder FolderOf(IConfiguration configuration, IHostEnvironment environment) =>
        TemplateFolder.Find(configuration["Templates:Root"] ?? environment.ContentRootPath)
        ?? throw new InvalidOperationException("De mappen 'templates' en 'workflows' zijn niet gevonden; zet Templates:Root op de map waar ze in staan.");
}
