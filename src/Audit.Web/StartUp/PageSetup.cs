using System.Text.Encodings.Web;
using System.Text.Unicode;
using Audit.Web.Access;
using Audit.Web.Accounts;
using Audit.Web.Operations;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Audit.Web.StartUp;

/// <summary>Pages, language and the order in which a request is handled.</summary>
internal static class PageSetup
{
    private static readonly string[] BeforeSigningIn = ["Login", "Code", "Organisation", "Accept", "Forgotten", "NewPassword"];

    public static void AddPages(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorPages(options =>
        {
            foreach (var page in BeforeSigningIn)
            {
                options.Conventions.AllowAnonymousToPage($"/Account/{page}");
            }

            options.Conventions.AllowAnonymousToPage("/Account/Language");
            options.Conventions.AllowAnonymousToPage("/Fault");
            options.Conventions.CloseAdministration();
        });
        services.AddAdministration();
        services.Configure<MvcOptions>(options =>
        {
            // Pages say themselves what is missing, in Dutch and at the field.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.Filters.Add<OnlyHandledMethods>();
            options.Filters.Add<DraftAnswers>();
            options.Filters.Add<BlindRating>();
            DutchBinding.Set(options.ModelBindingMessageProvider);
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(options => Cookies.Harden(options.Cookie, "melding", environment));
        services.AddAntiforgery(options => Cookies.Harden(options.Cookie, "formulier", environment));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<RequestLocalizationOptions>(LanguageChoice.Set);
        services.AddSmallAnswers();
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseKnownProxies();
        // Outermost, so that error pages carry the headers too.
        app.UseSecurityHeaders(Headers.Policy(app.Services.GetRequiredService<OrganisationSettings>()));
        app.UseRequestLog();
        app.UseMiddleware<LastResort>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/fout/500", StatusCodeSelector = FaultWords.StatusOf });
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            // Who watches over this node asks it beside the proxy, on plain http.
            app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), asked => asked.UseHttpsRedirection());
        }

        app.UseRequestLocalization();
        app.UseDutchMarks();
        app.UseResponseCompression();
        app.UseStaticFiles(Delivery.OfFiles);
        app.UseRouting();
        app.UseNoStore();
        app.UseKnownMethods();
        // What has no page may be answered by the next: who comes back from the organisation.
        app.UseWhen(context => context.GetEndpoint() is null, asked => asked.UseRateLimiter());
        app.UseAuthentication();
        // After it, so that limits know the person.
        app.UseWhen(context => context.GetEndpoint() is not null, asked => asked.UseRateLimiter());
        app.UseAuthorization();
        app.UseSecondFactorGuard();
        app.MapHealth();
        app.MapRazorPages();
    }
}
