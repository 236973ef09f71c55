using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Audit.Web.Operations;

/// <summary>What the program writes about itself: JSON for machines outside Development, never what people wrote or who they are.</summary>
internal static class Logs
{
    private const string Default = "Default";
    private const string Health = "/health";
    private const string Unknown = "(geen)";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services.AddSerilog(logs => Configure(logs, builder.Configuration, isDevelopment), preserveStaticLogger: true);
    }

    /// <summary>One line per request: how, which page, what came of it, how long. The page is its pattern, so that no key, no file name and no secret in an address is written.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var withAddress = app.Configuration.GetValue("Logs:Addresses", false);
        app.UseSerilogRequestLogging(options =>
        {
            options.MessageTemplate = withAddress ? "{Method:l} {Page:l} {Status} {Milliseconds} ms {Address:l}" : "{Method:l} {Page:l} {Status} {Milliseconds} ms";
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.GetLevel = LevelOf;
            options.GetMessageTemplateProperties = (context, _, milliseconds, status) => PropertiesOf(context, withAddress, (milliseconds, status));
        });
    }

    internal static void Configure(LoggerConfiguration logs, IConfiguration configuration, bool isReadable)
    {
        logs.Enrich.FromLogContext();
        foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren())
        {
            var least = new LoggingLevelSwitch(LevelOf(level.Value));
            _ = level.Key == Default ? logs.MinimumLevel.ControlledBy(least) : logs.MinimumLevel.Override(level.Key, least);
        }

        _ = isReadable
            ? logs.WriteTo.Console(formatProvider: null)
            : logs.WriteTo.Console(new ImpersonalFormatter(new RenderedCompactJsonFormatter()));
    }

    private static IEnumerable<LogEventProperty> PropertiesOf(HttpContext context, bool withAddress, (double Milliseconds, int Status) outcome)
    {
        yield return new("Method", new ScalarValue(MethodOf(context.Request.Method)));
        yield return new("Page", new ScalarValue(Pages.PatternOf(context) ?? Unknown));
        yield return new("Status", new ScalarValue(outcome.Status));
        yield return new("Milliseconds", new ScalarValue(Math.Round(outcome.Milliseconds)));
        if (withAddress)
        {
            yield return new("Address", new ScalarValue(context.Connection.RemoteIpAddress?.ToString() ?? Unknown));
        }
    }

    /// <summary>A method is a word of the sender; only known ones are written.</summary>
    private static string MethodOf(string method) =>
        new[] { HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Options }.FirstOrDefault(known => known == method) ?? Unknown;

    private static LogEventLevel LevelOf(HttpContext context, double milliseconds, Exception? failure) =>
        failure is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : context.Request.Path.StartsWithSegments(Health) ? LogEventLevel.Debug
        : LogEventLevel.Information;

    private static LogEventLevel LevelOf(string? word) => Enum.TryParse<LogLevel>(word, ignoreCase: true, out var level)
        ? level switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Debug => LogEventLevel.Debug,
            LogLevel.Information => LogEventLevel.Information,
            LogLevel.Warning => LogEventLevel.Warning,
            LogLevel.Error => LogEventLevel.Error,
            LogLevel.Critical => LogEventLevel.Fatal,
            _ => LevelAlias.Off,
        }
        : LogEventLevel.Information;
}
