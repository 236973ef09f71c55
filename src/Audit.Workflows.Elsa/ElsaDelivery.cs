using Audit.Data.Database;
using Audit.Workflows.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Audit.Workflows.Elsa;

/// <summary>Keeps Elsa's store up to date: at start-up, and shortly after every change.</summary>
public sealed partial class ElsaDelivery(AuditDatabase database, ElsaEngine engine, TimeProvider time, ILogger<ElsaDelivery> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Pause, time);
        do
        {
            await DeliverAsync(stoppingToken);
        }
        while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeliverAsync(CancellationToken cancellation)
    {
        try
        {
            await engine.DeliverAsync(database.OverAllBodies(), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Our own rows are complete; Elsa's store waits for the next round, or for the next step of that process.
            LogFailure(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Elsa's store could not be brought up to date; trying again")]
    private partial void LogFailure(Exception failure);
}

/// <summary>Chooses Elsa as the engine of a host.</summary>
public static class ElsaRegistration
{
    public static void AddElsaEngine(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(provider => new ElsaEngine(settings, provider.GetServices<IAutomaticActivity>(), provider.GetService<IProcessEvents>()));
        services.AddSingleton<IWorkflowEngine>(provider => provider.GetRequiredService<ElsaEngine>());
        services.AddHostedService<ElsaDelivery>();
    }
}
