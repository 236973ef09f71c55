using System.Diagnostics;
using Audit.Web.StartUp;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Audit.Web.Operations;

/// <summary>Traces and metrics for a collector of the organisation; off unless a setting of OpenTelemetry names one.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WorkMeter>();
        services.AddOverAllBodies<BacklogWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<BacklogWatch>());
        var (traces, metrics) = (IsSet(configuration, TracesEndpoint), IsSet(configuration, MetricsEndpoint));
        if (!traces && !metrics)
        {
            return;
        }

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("audit-web", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)));
        if (traces)
        {
            telemetry.WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation()
                .AddProcessor<ImpersonalSpans>()
                .AddOtlpExporter());
        }

        if (metrics)
        {
            telemetry.WithMetrics(meters => meters
                .AddMeter(WorkMeter.Name, "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
        }
    }

    private static bool IsSet(IConfiguration configuration, string own) => configuration[Endpoint] is { Length: > 0 } || configuration[own] is { Length: > 0 };
}

/// <summary>Takes out of spans what can name a case, a person or a secret: addresses, and words of a failure.</summary>
internal sealed class ImpersonalSpans : BaseProcessor<Activity>
{
    private static readonly string[] Personal = ["url.path", "url.query", "url.full", "http.target", "http.url", "client.address", "network.peer.address", "user_agent.original", "exception.message"];

    public override void OnEnd(Activity data)
    {
        foreach (var key in Personal)
        {
            data.SetTag(key, null);
        }

        if (data.Status == ActivityStatusCode.Error)
        {
            data.SetStatus(ActivityStatusCode.Error);
        }
    }
}
