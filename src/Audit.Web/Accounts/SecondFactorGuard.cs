using System.Security.Claims;
using Audit.Web.Access;

namespace Audit.Web.Accounts;

/// <summary>Leads who must use a second factor to the page where it is set up; who has one already, to where it is asked.</summary>
internal static class SecondFactorGuard
{
    private const string SignIn = "/inloggen";
    private const string SetUp = "/account/tweede-stap";

    private static readonly PathString[] Open = [SignIn, "/uitloggen", "/taal", "/fout", "/health"];
    private static readonly PathString[] OpenWithoutAny = [.. Open, SetUp, "/account/passkeys"];

    /// <summary>Whether somebody has a second factor that was not used in this session, and must be.</summary>
    public static bool IsAsked(ClaimsPrincipal user) => Lacks(user) && user.HasClaim(claim => claim.Type == SessionClaims.HasSecondFactor);

    public static void UseSecondFactorGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var (open, way) = IsAsked(context.User) ? (Open, SignIn) : (OpenWithoutAny, SetUp);
        if (!Lacks(context.User) || Array.Exists(open, path => context.Request.Path.StartsWithSegments(path)))
        {
            return next(context);
        }

        context.Response.Redirect(way);
        return Task.CompletedTask;
    });

    /// <summary>Whether somebody gets no further than the pages of the account, because a second factor was not used in this session.</summary>
    public static bool Lacks(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == SessionClaims.LacksSecondFactor);
}
