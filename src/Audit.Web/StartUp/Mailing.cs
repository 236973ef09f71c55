using Audit.Web.Mail;
using Quartz;

namespace Audit.Web.StartUp;

/// <summary>E-mail: what is due is written and sent at the rhythm of the waker.</summary>
internal static class Mailing
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MailSettings.Of(configuration));
        services.AddSingleton<MentionMail>();
        services.AddSingleton<DigestReader>();
        services.AddOverAllBodies<DigestRound>();
        services.AddOverAllBodies<MailSender>();
    }
}

/// <summary>Writes the reminders of the day and sends what waits; apart from the processes, which do not wait for a mail server.</summary>
[DisallowConcurrentExecution]
internal sealed class SendMail(DigestRound digests, MailSender sender, TimeProvider time, ILogger<SendMail> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await digests.RunAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Writing reminders failed; trying again at the next moment");
        }

        try
        {
            await sender.SendDueAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Sending e-mail failed; trying again at the next moment");
        }
    }
}
