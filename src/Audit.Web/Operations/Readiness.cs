using Audit.Data.Database;
using Audit.Web.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Audit.Web.Operations;

/// <summary>Whether this node can do its work: what it says is for the log; the address itself answers with one word.</summary>
internal static class Readiness
{
    /// <summary>Marks the checks of /health/ready.</summary>
    public const string Tag = "ready";

    public static void AddReadiness(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WakeMoment>();
        services.AddSingleton<DatabaseCheck>();
        var free = configuration.GetValue("Health:FreeMegabytes", 100);
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Tag])
            .AddCheck<KeysCheck>("keys", tags: [Tag])
            .AddCheck<WorkersCheck>("workers", tags: [Tag])
            .AddTypeActivatedCheck<RoomCheck>("room", null, [Tag], args: free);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(configuration.GetValue("Shutdown:Seconds", 30)));
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Tag) }).AllowAnonymous().DisableRateLimiting();
    }
}

/// <summary>The database answers, has the schema of this program, and can be written.</summary>
internal sealed class DatabaseCheck(AuditDatabase database) : IHealthCheck
{
    /// <summary>A probe that takes longer goes on by itself; those that come meanwhile wait for the same one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task probe = Task.CompletedTask;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Probe().WaitAsync(Longest, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy("the database does not take a change in time");
        }
    }

    private Task Probe()
    {
        lock (gate)
        {
            return probe = probe.IsCompleted ? Task.Run(() => database.ProbeAsync()) : probe;
        }
    }
}

/// <summary>Sessions and forms can be signed.</summary>
internal sealed class KeysCheck(IDataProtectionProvider keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var protector = keys.CreateProtector("health");
        return Task.FromResult(protector.Unprotect(protector.Protect("ready")) == "ready" ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the keys do not work"));
    }
}

/// <summary>Work in the background goes on, and the program is not being stopped.</summary>
internal sealed class WorkersCheck(JobWorker worker, WakeMoment wake, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("the program is being stopped")
        : worker.HasStopped ? HealthCheckResult.Unhealthy("the worker for long work has stopped")
        : wake.IsLate ? HealthCheckResult.Unhealthy("the waker for deadlines has stopped")
        : HealthCheckResult.Healthy());
}

/// <summary>There is room on the disk of a SQLite database.</summary>
internal sealed class RoomCheck(AuditDatabase database, int leastMegabytes) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (leastMegabytes == 0 || database.Settings.Provider != DatabaseProvider.Sqlite || Path.GetDirectoryName(SqliteFile.PathOf(database.Settings.Connection)) is not { } folder)
        {
            return Task.FromResult(HealthCheckResult.Healthy());
        }

        var free = new DriveInfo(folder).AvailableFreeSpace / Megabyte;
        return Task.FromResult(free >= leastMegabytes ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{free} MB free beside the database; {leastMegabytes} MB wanted"));
    }
}

/// <summary>When the waker of this node last did its round. By a clock that is never set.</summary>
internal sealed class WakeMoment(IConfiguration configuration, TimeProvider time)
{
    private const int MostMissed = 3;
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(1);

    private long last = time.GetTimestamp();

    /// <summary>Whether rounds stay away longer than they may.</summary>
    public bool IsLate => configuration.GetValue("Workflow:WakeSeconds", 60) is > 0 and var seconds
        && time.GetElapsedTime(Interlocked.Read(ref last)) > Start + TimeSpan.FromSeconds(MostMissed * (long)seconds);

    /// <summary>A round ended.</summary>
    public void Mark() => Interlocked.Exchange(ref last, time.GetTimestamp());
}
