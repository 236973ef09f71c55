using Audit.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Audit.Web.Accounts;

/// <summary>Who changes how they sign in has done so not long ago: a computer that was left open is not enough.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSessionAttribute : Attribute, IAuthorizationFilter
{
    /// <summary>Longest time since signing in.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var user = context.HttpContext.RequestServices.GetRequiredService<CurrentUser>();
        if (user.IsSignedIn && user.NowUtc - user.SignedInUtc > Longest)
        {
            context.Result = new RedirectResult($"/inloggen?opnieuw=true&terug={Uri.EscapeDataString(context.HttpContext.Request.Path)}");
        }
    }
}
