using System.Security.Claims;
using Audit.Data.Database;

namespace Audit.Web.Access;

/// <summary>Whose rows a request sees: those of the body for which the signed-in person works, and none without one.</summary>
/// <remarks>Work that no request asked for sees nothing either, unless it says that it works over all bodies.</remarks>
public sealed class SignedInBody(IHttpContextAccessor accessor)
{
    public BodyScope Scope => accessor.HttpContext?.User is { Identity.IsAuthenticated: true } user && Guid.TryParse(user.FindFirstValue(SessionClaims.BodyId), out var bodyId)
        ? BodyScope.Of(bodyId)
        : BodyScope.Nobody;
}
