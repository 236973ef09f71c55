using System.Security.Claims;
using Audit.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Audit.Web.Access;

/// <summary>What a session knows about a person. Made again whenever the security stamp is checked.</summary>
internal sealed class SessionClaims(UserManager<UserRow> users, IOptions<IdentityOptions> options, AuditContext db)
    : UserClaimsPrincipalFactory<UserRow>(users, options)
{
    public const string DisplayName = "display-name";
    public const string BodyId = "body-id";
    public const string BodyName = "body-name";
    public const string BodyRole = "body-role";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(UserRow user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var bodyName = await db.Bodies.Where(body => body.Id == user.BodyId).Select(body => body.Name).SingleAsync();
        identity.AddClaim(new(DisplayName, user.DisplayName));
        identity.AddClaim(new(BodyId, user.BodyId.ToString()));
        identity.AddClaim(new(BodyName, bodyName));
        var roles = await db.BodyRoles.Where(row => row.UserId == user.Id && row.BodyId == user.BodyId).Select(row => row.Role).ToListAsync();
        identity.AddClaims(roles.Select(role => new Claim(BodyRole, role)));
        return identity;
    }
}
