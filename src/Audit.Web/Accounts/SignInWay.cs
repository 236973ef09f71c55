using System.Security.Claims;
using Audit.Data.Database;

namespace Audit.Web.Accounts;

/// <summary>How somebody is signing in, as the page that does so tells the session that begins.</summary>
/// <param name="Name">One of <see cref="SignInWays"/>.</param>
/// <param name="HasSecondFactor">Whether more than a password was asked.</param>
internal sealed record SignInWay(string Name, bool HasSecondFactor)
{
    private const string Amr = "amr";
    private const string SeveralFactors = "mfa";

    public void TellTo(HttpContext context) => context.Items[typeof(SignInWay)] = this;

    public static SignInWay Of(HttpContext context, ClaimsPrincipal principal) => context.Items[typeof(SignInWay)] as SignInWay
        ?? new(SignInWays.Password, principal.HasClaim(Amr, SeveralFactors));
}
