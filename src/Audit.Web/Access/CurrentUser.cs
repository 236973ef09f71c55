using System.Globalization;
using System.Security.Claims;
using Audit.Workflows.Cases;

namespace Audit.Web.Access;

/// <summary>Who is signed in, and the moment of this request.</summary>
public sealed class CurrentUser(IHttpContextAccessor accessor, TimeProvider time)
{
    public bool IsSignedIn => Principal?.Identity?.IsAuthenticated == true;

    /// <summary>Id of the person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Guid Id => Guid.Parse(Claim(ClaimTypes.NameIdentifier));

    /// <summary>Name as screens and the trail show it.</summary>
    public string Name => Claim(SessionClaims.DisplayName);

    /// <summary>Body for which the person works.</summary>
    public Guid BodyId => Guid.Parse(Claim(SessionClaims.BodyId));

    public string BodyName => Claim(SessionClaims.BodyName);

    /// <summary>The session that this request belongs to.</summary>
    public Guid SessionId => Guid.Parse(Claim(SessionClaims.SessionId));

    /// <summary>When this session began.</summary>
    public DateTime SignedInUtc => new(long.Parse(Claim(SessionClaims.SignedInUtc), CultureInfo.InvariantCulture), DateTimeKind.Utc);

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Whether the menu leads to the pages of administrators; those pages ask the database themselves.</summary>
    public bool SeesAdministration => Has(Policies.AdministerBody);

    /// <summary>Whether the menu leads to the pages of who administers the whole installation; those pages ask the database themselves.</summary>
    public bool SeesInstallation => Has(Policies.AdministerInstallation);

    /// <summary>The person as the one who changes something now.</summary>
    public Actor Actor => new(Id, Name, NowUtc);

    private ClaimsPrincipal? Principal => accessor.HttpContext?.User;

    private bool Has(Policy policy) => Principal is { } principal && policy.Allows([.. principal.FindAll(SessionClaims.BodyRole).Select(claim => claim.Value)]);

    private string Claim(string type) =>
        Principal?.FindFirstValue(type) ?? throw new InvalidOperationException($"nobody is signed in: no claim '{type}'");
}
