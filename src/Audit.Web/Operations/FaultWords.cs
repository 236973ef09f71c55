using System.Diagnostics;
using Audit.Data.Database;
using Microsoft.AspNetCore.Diagnostics;

namespace Audit.Web.Operations;

/// <summary>What a person reads when a request failed.</summary>
/// <param name="Title">What went wrong.</param>
/// <param name="Advice">What it means for what was typed, and what to do.</param>
public sealed record FaultWords(string Title, string Advice)
{
    /// <summary>After how long it makes sense to try again. Unit: seconds.</summary>
    public const int RetryAfterSeconds = 10;

    /// <summary>Words for a failure of the program, or for an outage that passes.</summary>
    public static FaultWords Of(Exception? failure) => failure is null ? OfUs() : Outages.Of(failure) switch
    {
        Outage.Busy => new(Tr($"Het is even te druk"), Tr($"Bewaren lukt nu niet, omdat de database bezig is. Uw laatste wijziging is niet bewaard. Probeer het over een halve minuut opnieuw.")),
        Outage.Full => new(Tr($"De schijf is vol"), Tr($"Bewaren lukt nu niet, omdat de schijf van de server vol is. Uw laatste wijziging is niet bewaard. Vraag uw beheerder om ruimte te maken en probeer het dan opnieuw.")),
        Outage.ReadOnly => new(Tr($"Bewaren kan nu niet"), Tr($"De database kan nu alleen worden gelezen. Uw laatste wijziging is niet bewaard. Vraag uw beheerder en probeer het later opnieuw.")),
        Outage.Unreachable => new(Tr($"De database is niet bereikbaar"), Tr($"Uw laatste wijziging is niet bewaard. Probeer het over een paar minuten opnieuw. Blijft het zo, vraag dan uw beheerder.")),
        _ => OfUs(),
    };

    /// <summary>The status of the answer: an outage passes, a fault does not, and a request that could not be read is a fault of whoever sent it.</summary>
    public static int StatusOf(Exception failure) => failure is BadHttpRequestException bad ? bad.StatusCode
        : Outages.Of(failure) is null ? StatusCodes.Status500InternalServerError
        : StatusCodes.Status503ServiceUnavailable;

    /// <summary>By what the log of this request is found.</summary>
    public static string CodeOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>The failure of which this request is the answer; null when there is none.</summary>
    public static Exception? FailureOf(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error;

    private static FaultWords OfUs() => new(Tr($"Er ging iets mis"), Tr($"Dit ligt aan ons. Uw laatste wijziging is misschien niet bewaard. Probeer het later opnieuw."));
}
