using System.Diagnostics;
using Audit.Data.Database;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Operations;

/// <summary>What a person reads when a request failed.</summary>
/// <param name="Title">What went wrong.</param>
/// <param name="Advice">What it means for what was typed, and what to do.</param>
public sealed record FaultWords(string Title, string Advice)
{
    /// <summary>After how long it makes sense to try again. Unit: seconds.</summary>
    public const int RetryAfterSeconds = 10;

    /// <summary>An address, or an id in a form, that leads to nothing for this person; whether it is there for others is not told.</summary>
    public static FaultWords NotThere => new(Tr($"Deze pagina is er niet"), Tr($"Het adres klopt niet, of u doet niet mee aan deze doorlichting."));

    /// <summary>Words for a failure of the program, for an outage that passes, or for ids that a form may not use.</summary>
    public static FaultWords Of(Exception? failure) => failure is null ? OfUs()
        : failure is ForeignBodyException ? NotThere
        : IsTaken(failure) ? new(Tr($"Dit formulier is niet meer te gebruiken"), Tr($"Het is al eens verstuurd, of een ander was u voor. Uw laatste wijziging is niet bewaard. Ga terug, ververs de pagina en vul het formulier opnieuw in."))
        : OfOutage(failure);

    private static FaultWords OfOutage(Exception failure) => Outages.Of(failure) switch
    {
        Outage.Busy => new(Tr($"Het is even te druk"), Tr($"Bewaren lukt nu niet, omdat de database bezig is. Uw laatste wijziging is niet bewaard. Probeer het over een halve minuut opnieuw.")),
        Outage.Full => new(Tr($"De schijf is vol"), Tr($"Bewaren lukt nu niet, omdat de schijf van de server vol is. Uw laatste wijziging is niet bewaard. Vraag uw beheerder om ruimte te maken en probeer het dan opnieuw.")),
        Outage.ReadOnly => new(Tr($"Bewaren kan nu niet"), Tr($"De database kan nu alleen worden gelezen. Uw laatste wijziging is niet bewaard. Vraag uw beheerder en probeer het later opnieuw.")),
        Outage.Unreachable => new(Tr($"De database is niet bereikbaar"), Tr($"Uw laatste wijziging is niet bewaard. Probeer het over een paar minuten opnieuw. Blijft het zo, vraag dan uw beheerder.")),
        _ => OfUs(),
    };

    /// <summary>The status of the answer: an outage passes, a fault does not, and a request that could not be read is a fault of whoever sent it.</summary>
    public static int StatusOf(Exception failure) => failure is BadHttpRequestException bad ? bad.StatusCode
        : failure is ForeignBodyException ? StatusCodes.Status404NotFound
        : IsTaken(failure) ? StatusCodes.Status409Conflict
        : Outages.Of(failure) is null ? StatusCodes.Status500InternalServerError
        : StatusCodes.Status503ServiceUnavailable;

    /// <summary>By what the log of this request is found.</summary>
    public static string CodeOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>The failure of which this request is the answer; null when there is none.</summary>
    public static Exception? FailureOf(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error;

    /// <summary>Whether a row was to be made with an id that another one has, of whichever body.</summary>
    private static bool IsTaken(Exception failure) => failure is DbUpdateException update && Duplicates.Caused(update);

    private static FaultWords OfUs() => new(Tr($"Er ging iets mis"), Tr($"Dit ligt aan ons. Uw laatste wijziging is misschien niet bewaard. Probeer het later opnieuw."));
}
