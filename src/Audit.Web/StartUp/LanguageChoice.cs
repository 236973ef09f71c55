using Audit.Data.Languages;
using Microsoft.AspNetCore.Localization;

namespace Audit.Web.StartUp;

/// <summary>Dutch, unless the reader chose English: by the switch on the page, which a cookie keeps, or with ?taal=en for one page. What the browser prefers does not count.</summary>
internal static class LanguageChoice
{
    public const string QueryKey = "taal";

    public static void Set(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Language.Dutch);
        options.SupportedCultures = options.SupportedUICultures = [Language.Dutch, Language.English];
        options.FallBackToParentCultures = options.FallBackToParentUICultures = false;
        options.RequestCultureProviders = [new CustomRequestCultureProvider(FromQuery), new CustomRequestCultureProvider(FromCookie)];
    }

    /// <summary>Name of the cookie, which holds no more than the language; script may not read it.</summary>
    public static string CookieOf(HttpRequest request) => request.IsHttps ? "__Host-audit-taal" : "audit-taal";

    private static Task<ProviderCultureResult?> FromCookie(HttpContext context) =>
        new CookieRequestCultureProvider { CookieName = CookieOf(context.Request) }.DetermineProviderCultureResult(context);

    private static Task<ProviderCultureResult?> FromQuery(HttpContext context) => Task.FromResult(context.Request.Query[QueryKey].ToString() switch
    {
        "en" => new ProviderCultureResult(Language.English.Name),
        "nl" => new ProviderCultureResult(Language.Dutch.Name),
        _ => null,
    });
}
