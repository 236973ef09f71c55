using Audit.Data.Database;
using Audit.Workflows.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Workflows.Elsa;

/// <summary>Chooses Elsa as the engine of a host.</summary>
public static class ElsaRegistration
{
    public static void AddElsaEngine(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(provider => new ElsaEngine(settings, provider.GetServices<IAutomaticActivity>()));
        services.AddSingleton<IWorkflowEngine>(provider => provider.GetRequiredService<ElsaEngine>());
        services.AddHostedService<ElsaDelivery>();
    }
}
