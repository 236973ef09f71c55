using Audit.Web.Access;

namespace Audit.Web.Accounts;

/// <summary>Leads who must use a second factor, and has none yet, to the page where it is set up.</summary>
internal static class SecondFactorGuard
{
    public const string SetUp = "/account/tweede-stap";

    private static readonly PathString[] Open = [SetUp, "/account/passkeys", "/uitloggen", "/inloggen", "/taal", "/fout", "/health"];

    public static void UseSecondFactorGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.User.HasClaim(claim => claim.Type == SessionClaims.LacksSecondFactor) || Array.Exists(Open, open => context.Request.Path.StartsWithSegments(open)))
        {
            return next(context);
        }

        context.Response.Redirect(SetUp);
        return Task.CompletedTask;
    });
}
