using Audit.Web.Jobs;
using Audit.Workflows.Jobs;

namespace Audit.Web.StartUp;

/// <summary>Long work in the background.</summary>
internal static class LongWork
{
    public static void AddLongWork(this IServiceCollection services)
    {
        services.AddSingleton<JobBell>();
        services.AddOverAllBodies<JobMoment>();
        services.AddScoped<JobDesk>();
        services.AddSingleton<IJobWork, PlanWorkbookJob>();
        services.AddSingleton<IJobWork, WorkbookImportJob>();
        services.AddSingleton<IJobWork, RecalculationJob>();
        services.AddSingleton<IJobWork, CaseRecordJob>();
        services.AddOverAllBodies<JobClaims>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());
    }
}
