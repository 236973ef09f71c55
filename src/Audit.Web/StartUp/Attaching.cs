using Audit.Web.Attachments;
using Quartz;

namespace Audit.Web.StartUp;

/// <summary>Attachments: where they are kept, what looks at them, and how long they stay.</summary>
internal static class Attaching
{
    public static void AddAttachments(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AttachmentSettings.Of(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<AttachmentDesk>();
        services.AddOverAllBodies<AttachmentRetention>();
        if (settings.ScansFiles)
        {
            services.AddSingleton<IMalwareScanner, ClamAvScanner>();
        }
        else
        {
            services.AddSingleton<IMalwareScanner, NoScanner>();
        }
    }
}

/// <summary>Removes attachments whose time is over, once a day on every node; the rows decide, so twice does no harm.</summary>
[DisallowConcurrentExecution]
internal sealed class RemoveOldAttachments(AttachmentRetention retention) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await retention.RunAsync(cancellationToken);
}
