using Audit.Web.Operations;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Audit.Web.Pages;

/// <summary>Says in Dutch why a page cannot be shown.</summary>
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FaultModel : PageModel
{
    private const string Json = "application/json";

    public FaultWords Words { get; private set; } = new(string.Empty, string.Empty);

    /// <summary>By what the log of this request is found; null when there is nothing to look for.</summary>
    public string? ReportCode { get; private set; }

    /// <summary>The form that was sent, when it can be sent again.</summary>
    public SentForm? Sent { get; private set; }

    public Task<IActionResult> OnGetAsync(int code) => ExplainAsync(code);

    /// <summary>A form that failed is shown here by its own method.</summary>
    public Task<IActionResult> OnPostAsync(int code) => ExplainAsync(code);

    private async Task<IActionResult> ExplainAsync(int code)
    {
        Words = WordsFor(code);
        ReportCode = Response.StatusCode >= StatusCodes.Status500InternalServerError ? FaultWords.CodeOf(HttpContext) : null;
        if (Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = $"{FaultWords.RetryAfterSeconds}";
            Sent = HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? await SentForm.OfAsync(Request, failed.Path) : null;
        }

        return Request.Headers.Accept.ToString() == Json
            ? new JsonResult(new { melding = $"{Words.Title}." }) { StatusCode = Response.StatusCode }
            : Page();
    }

    private FaultWords WordsFor(int code) => FaultWords.FailureOf(HttpContext) is BadHttpRequestException bad ? WordsOf(bad.StatusCode) : WordsOf(code);

    private FaultWords WordsOf(int code) => code switch
    {
        400 => new(Tr($"Het formulier is niet meer geldig"), Tr($"Ga terug, ververs de pagina en verstuur het formulier opnieuw.")),
        403 => new(Tr($"U hebt geen toegang"), Tr($"Uw rol geeft geen toegang tot deze pagina. Vraag de beheerder van uw organisatie.")),
        404 => FaultWords.NotThere,
        413 => new(Tr($"Dit bestand is te groot"), Tr($"Ga terug en kies een kleiner bestand.")),
        429 => new(Tr($"Te veel pogingen"), Tr($"Wacht een minuut en ververs dan deze pagina: wat u invulde, wordt dan alsnog verstuurd.")),
        _ => FaultWords.Of(FaultWords.FailureOf(HttpContext)),
    };
}
