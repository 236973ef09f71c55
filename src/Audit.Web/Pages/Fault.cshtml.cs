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
    public string Title { get; private set; } = string.Empty;

    public string Advice { get; private set; } = string.Empty;

    public void OnGet(int code) => Explain(code);

    /// <summary>A form that failed is shown here by its own method.</summary>
    public void OnPost(int code) => Explain(code);

    /// <summary>A request that could not be read is a fault of whoever sent it.</summary>
    internal static int StatusOf(Exception fault) => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private void Explain(int code) => (Title, Advice) = (HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: { } fault } ? StatusOf(fault) : code) switch
    {
        400 => (Tr($"Het formulier is niet meer geldig"), Tr($"Ga terug, ververs de pagina en verstuur het formulier opnieuw.")),
        403 => (Tr($"U hebt geen toegang"), Tr($"Uw rol geeft geen toegang tot deze pagina. Vraag de beheerder van uw organisatie.")),
        404 => (Tr($"Deze pagina is er niet"), Tr($"Het adres klopt niet, of u doet niet mee aan deze doorlichting.")),
        413 => (Tr($"Dit bestand is te groot"), Tr($"Ga terug en kies een kleiner bestand.")),
        429 => (Tr($"Te veel pogingen"), Tr($"Wacht een minuut en ververs dan deze pagina: wat u invulde, wordt dan alsnog verstuurd.")),
        _ => (Tr($"Er ging iets mis"), Tr($"Dit ligt aan ons. Uw laatste wijziging is misschien niet bewaard. Probeer het later opnieuw.")),
    };
}
