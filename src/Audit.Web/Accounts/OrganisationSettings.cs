using System.Security.Claims;

namespace Audit.Web.Accounts;

/// <summary>Signing in at the OpenID Connect provider of an organisation, from configuration.</summary>
public sealed class OrganisationSettings
{
    public const string Scheme = "organisatie";

    /// <summary>What "amr" of the provider is called once it has been read (OpenIdConnectOptions.MapInboundClaims).</summary>
    private const string Methods = "http://schemas.microsoft.com/claims/authnmethodsreferences";

    private const string SeveralFactors = "mfa";

    public bool IsOn => Authority.Length > 0;

    /// <summary>Address of the provider.</summary>
    public string Authority { get; private init; } = string.Empty;

    public string ClientId { get; private init; } = string.Empty;

    internal string ClientSecret { get; private init; } = string.Empty;

    /// <summary>Name on the button.</summary>
    public string Name { get; private init; } = string.Empty;

    /// <summary>Whether the provider always asks a second factor; otherwise only when it says so with "mfa".</summary>
    public bool IsSecondFactor { get; private init; }

    /// <summary>Whether what the provider said counts as more than a password.</summary>
    public bool HasSecondFactor(ClaimsPrincipal person) => IsSecondFactor || person.HasClaim(Methods, SeveralFactors);

    public static OrganisationSettings Of(IConfiguration configuration)
    {
        var oidc = configuration.GetSection("Oidc");
        return new()
        {
            Authority = oidc["Authority"]?.Trim() ?? string.Empty,
            ClientId = oidc["ClientId"] ?? string.Empty,
            ClientSecret = oidc["ClientSecret"] ?? string.Empty,
            Name = oidc["Name"] is { Length: > 0 } name ? name : Tr($"uw organisatie"),
            IsSecondFactor = oidc.GetValue("IsSecondFactor", false),
        };
    }

    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = Of(configuration);
        return !settings.IsOn ? null
            : !Uri.TryCreate(settings.Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment()) ? "Oidc:Authority moet een adres zijn dat met https:// begint."
            : settings.ClientId.Length == 0 || settings.ClientSecret.Length == 0 ? "Oidc:ClientId en Oidc:ClientSecret zijn verplicht als Oidc:Authority is gezet."
            : null;
    }
}
