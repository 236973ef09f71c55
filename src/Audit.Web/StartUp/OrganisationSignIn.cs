using Audit.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Audit.Web.StartUp;

/// <summary>OpenID Connect with the code flow, PKCE, state and nonce.</summary>
internal static class OrganisationSignIn
{
    public static void AddOrganisation(this AuthenticationBuilder authentication, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = OrganisationSettings.Of(configuration);
        authentication.Services.AddSingleton(settings);
        if (settings.IsOn)
        {
            authentication.AddOpenIdConnect(OrganisationSettings.Scheme, options => Set(options, settings, environment));
        }
    }

    private static void Set(OpenIdConnectOptions options, OrganisationSettings settings, IHostEnvironment environment)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = settings.Authority;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = true;
        options.RequireHttpsMetadata = !environment.IsDevelopment();
        options.CallbackPath = "/inloggen/organisatie/terug";
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.Scope.Add("email");
        Cookies.Harden(options.CorrelationCookie, "organisatie-stand-", environment);
        Cookies.Harden(options.NonceCookie, "organisatie-nonce-", environment);
        options.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OrganisationSignIn)).LogWarning(context.Failure, "Signing in at the organisation failed");
            context.Response.Redirect("/inloggen/organisatie");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
