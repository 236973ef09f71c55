using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Web.Operations;
using Audit.Web.Trails;
using Audit.Workflows.Administration;
using Quartz;

namespace Audit.Web.StartUp;

/// <summary>The key of the trail, its verification, and how long what people wrote is kept.</summary>
internal static class TrailSetup
{
    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration, IHostEnvironment environment)
    {
        try
        {
            var keys = Given(configuration);
            if (environment.IsDevelopment())
            {
                return null;
            }

            return keys is null
                ? "De sleutel van het spoor ontbreekt: zet Trail:KeyFile (bestand) of Trail:Key op een geheim van minstens 32 bytes in base64. Maak er een met: openssl rand -base64 32. Bewaar hem buiten de database en haar reservekopie."
                : keys.Find(TrailKeys.Demo.Current.Id) is not null ? "De sleutel van het spoor is de demosleutel. Die is openbaar en beschermt niets; maak een eigen sleutel met: openssl rand -base64 32" : null;
        }
        catch (DatabaseRefusedException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>The keys of the installation; in Development the demo key when none is given.</summary>
    public static TrailKeys KeysOf(IConfiguration configuration) => Given(configuration) ?? TrailKeys.Demo;

    public static void AddTrail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new TrailSettings(configuration["Trail:AnchorMail"]));
        services.AddSingleton(new RetentionPeriods(configuration.GetValue("Retention:CaseDays", 0), configuration.GetValue("Retention:MailDays", 0)));
        services.AddOverAllBodies<TrailRound>();
        services.AddOverAllBodies<Retention>();
        services.AddHealthChecks().AddCheck<TrailHealth>("trail", tags: [Readiness.Tag]);
    }

    private static TrailKeys? Given(IConfiguration configuration) => TrailKeys.Find(configuration["Trail:Key"], configuration["Trail:KeyFile"], configuration["Trail:OldKeys"]);
}

/// <summary>Verifies the trail once a day and at the start.</summary>
[DisallowConcurrentExecution]
internal sealed class VerifyTrail(TrailRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await round.RunAsync(cancellationToken);
}

/// <summary>Erases once a day what has been kept long enough; the rows decide, so twice does no harm.</summary>
[DisallowConcurrentExecution]
internal sealed class EraseWhatIsOver(Retention retention, TimeProvider time, ILogger<EraseWhatIsOver> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            var erased = await retention.RunAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
            if (erased.Count > 0)
            {
                logger.LogInformation("Retention erased what {Count} cases and outboxes held", erased.Count);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Retention failed; trying again tomorrow");
        }
    }
}
