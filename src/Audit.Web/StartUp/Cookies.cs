namespace Audit.Web.StartUp;

/// <summary>Every cookie: out of reach of script, same site, and on https bound to this host.</summary>
internal static class Cookies
{
    /// <summary>Sets name and limits of a cookie. Development runs on http, where a browser refuses the prefix.</summary>
    public static void Harden(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        var plain = environment.IsDevelopment();
        cookie.Name = plain ? $"audit-{name}" : $"__Host-audit-{name}";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
