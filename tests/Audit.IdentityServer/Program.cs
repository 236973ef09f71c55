using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Audit.IdentityServer;

/// <summary>A provider for tests: whoever types a name is that person. Without a store: it knows one client, and its codes hold everything.</summary>
internal static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.Email, Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.DisableAccessTokenEncryption();
            server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var isKnown = context.ClientId == Server.ClientId && Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var back) && back is { IsLoopback: true, AbsolutePath: "/inloggen/organisatie/terug" };
                if (!isKnown || string.IsNullOrEmpty(context.Request.Nonce) || string.IsNullOrEmpty(context.Request.State))
                {
                    context.Reject(Errors.InvalidClient, "unknown client, or no nonce or state");
                }

                return default;
            }));
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Server.ClientId || context.ClientSecret != Server.ClientSecret)
                {
                    context.Reject(Errors.InvalidClient, "unknown client");
                }

                return default;
            }));
        });
        var app = builder.Build();
        app.MapMethods("/authorize", ["GET", "POST"], async context =>
        {
            var request = context.GetOpenIddictServerRequest()!;
            var name = context.Request.Query["who"].ToString();
            if (name.Length == 0)
            {
                var hidden = string.Concat(context.Request.Query.Select(pair => $"<input type=hidden name=\"{System.Net.WebUtility.HtmlEncode(pair.Key)}\" value=\"{System.Net.WebUtility.HtmlEncode(pair.Value)}\">"));
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync($"<!DOCTYPE html><title>Provider</title><form>{hidden}<label>Wie <input name=who></label><label><input type=checkbox name=mfa value=1> Met tweede stap</label><button>Verder</button></form>");
                return;
            }

            var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
            identity.AddClaim(new Claim(Claims.Subject, $"nummer-van-{name}"));
            identity.AddClaim(new Claim(Claims.Name, name));
            identity.AddClaim(new Claim(Claims.Email, name));
            if (context.Request.Query.ContainsKey("mfa"))
            {
                identity.SetClaims(Claims.AuthenticationMethodReference, ["pwd", "otp", "mfa"]);
            }

            identity.SetScopes(request.GetScopes());
            identity.SetDestinations(_ => [Destinations.IdentityToken]);
            await context.SignInAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        });
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"{Server.Listening}{app.Urls.First()}"));
        app.Run();
    }
}
