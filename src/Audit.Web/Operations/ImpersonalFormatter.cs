using Microsoft.Data.Sqlite;
using Serilog.Events;
using Serilog.Formatting;

namespace Audit.Web.Operations;

/// <summary>Writes log events without what people wrote: messages of exceptions can quote a value, an address names a case or a secret.</summary>
/// <param name="inner">How the rest is written.</param>
internal sealed class ImpersonalFormatter(ITextFormatter inner) : ITextFormatter
{
    /// <summary>What ASP.NET Core adds to every event of a request.</summary>
    private static readonly string[] Personal = ["RequestPath", "RequestId", "ConnectionId", "ActionName", "QueryString", "Path", "PathBase", "Host", "RouteData"];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var properties = logEvent.Properties
            .Where(property => Array.IndexOf(Personal, property.Key) < 0)
            .Select(property => new LogEventProperty(property.Key, property.Value is ScalarValue { Value: Exception inside } ? new ScalarValue(Outline(inside)) : property.Value));
        inner.Format(
            new LogEvent(
                logEvent.Timestamp,
                logEvent.Level,
                logEvent.Exception is { } failure ? new OutlinedException(Outline(failure)) : null,
                logEvent.MessageTemplate,
                properties,
                logEvent.TraceId ?? default,
                logEvent.SpanId ?? default),
            output);
    }

    /// <summary>Kind and place of a failure and of those behind it.</summary>
    private static string Outline(Exception failure)
    {
        var kind = failure switch
        {
            SqliteException sqlite => $"{failure.GetType()} ({sqlite.SqliteErrorCode}/{sqlite.SqliteExtendedErrorCode})",
            Microsoft.Data.SqlClient.SqlException server => $"{failure.GetType()} ({server.Number})",
            System.Net.Sockets.SocketException socket => $"{failure.GetType()} ({socket.SocketErrorCode})",
            IOException file => $"{failure.GetType()} (0x{file.HResult:x8})",
            _ => $"{failure.GetType()}",
        };
        var behind = failure.InnerException is { } inner ? $"{Environment.NewLine} ---> {Outline(inner)}{Environment.NewLine} --- " : string.Empty;
        return $"{kind}{behind}{Environment.NewLine}{failure.StackTrace}";
    }

    /// <summary>Carries an outline to the formatter.</summary>
    private sealed class OutlinedException(string outline) : Exception(string.Empty)
    {
        public override string ToString() => outline;
    }
}
