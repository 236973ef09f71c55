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
        options.RequestCultureProviders = [new CustomRequestCultureProvider(FromQuery), new CookieRequestCultureProvider { CookieName = CookieName }];
    }

    /// <summary>Name of the cookie, which holds no more than the language; script may not read it.</summary>
    public const string CookieName = "audit-taal";

    private static Task<ProviderCultureResult?> FromQuery(HttpContext context) => Task.FromResult(context.Request.Query[QueryKey].ToString() switch
    {
        "en" => new ProviderCultureResult(Language.English.Name),
        "nl" => new ProviderCultureResult(Language.Dutch.Name),
        _ => null,
    });
}
