using Audit.Data.Database;
using Audit.Workflows.Elsa.Activities;
using Elsa.Extensions;
using Elsa.Features.Services;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows.Activities.Flowchart.Models;
using Elsa.Workflows.Activities.Flowchart.Options;
using Elsa.Workflows.CommitStates;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Audit.Workflows.Elsa.Hosting;

/// <summary>Elsa's own services, apart from those of the host.</summary>
/// <remarks>
/// None of Elsa's background tasks is started: only this adapter moves a process. No expression language that runs code is
/// added, no endpoint and no scheduler.
/// </remarks>
internal static class ElsaServices
{
    public static ServiceProvider Build(DatabaseSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddElsa(elsa => Store(elsa, settings));
        services.AddActivityProvider<AuditActivityProvider>();
        services.AddScoped<CurrentBurst>();

        // The last registration wins: nothing of a rehearsal is stored.
        services.AddScoped<ICommitStateHandler, GuardedCommit>();

        // One token walks through a chart, as in our own engine; the default counters refuse to send back into another way.
        services.Configure<FlowchartOptions>(options => options.DefaultExecutionMode = FlowchartExecutionMode.TokenBased);
        return services.BuildServiceProvider();
    }

    private static void Store(IModule elsa, DatabaseSettings settings)
    {
        if (settings.Provider is DatabaseProvider.SqlServer)
        {
            // Elsa keeps its tables in the schema "Elsa" of the same database.
            elsa.UseWorkflowManagement(management => management.UseEntityFrameworkCore(ef => ef.UseSqlServer(settings.Connection)));
            elsa.UseWorkflowRuntime(runtime => runtime.UseEntityFrameworkCore(ef => ef.UseSqlServer(settings.Connection)));
            return;
        }

        var file = FileBeside(settings.Connection);
        elsa.UseWorkflowManagement(management => management.UseEntityFrameworkCore(ef => ef.UseSqlite(file)));
        elsa.UseWorkflowRuntime(runtime => runtime.UseEntityFrameworkCore(ef => ef.UseSqlite(file)));
    }

    /// <summary>SQLite has no schemas, and one file would make Elsa wait for the transaction it runs in.</summary>
    private static string FileBeside(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection);
        file.DataSource = Path.ChangeExtension(file.DataSource, ".elsa.db");
        return file.ConnectionString;
    }
}
