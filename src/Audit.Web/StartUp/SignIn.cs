using System.Threading.RateLimiting;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Audit.Web.StartUp;

/// <summary>Accounts, the session cookie and the limit on sign-in attempts.</summary>
internal static class SignIn
{
    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration, IHostEnvironment environment) =>
        SessionRules.Refusal(configuration) ?? OrganisationSettings.Refusal(configuration, environment) ?? Keys.Refusal(configuration, environment);

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddIdentityCore<UserRow>(SetRules)
            .AddEntityFrameworkStores<AuditContext>()
            .AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<UserRow>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<IdentityPasskeyOptions>(options => SetPasskeys(options, configuration));
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        authentication.AddOrganisation(configuration, environment);
        services.ConfigureApplicationCookie(options => SetCookie(options, environment));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => Cookies.Harden(options.Cookie, "tweede-stap", environment));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, options => Cookies.Harden(options.Cookie, "organisatie", environment));
        AddAccounts(services, configuration);
        services.AddRateLimiter(options => SetLimits(options, configuration.GetValue("SignIn:AttemptsPerMinute", 20)));
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddScoped<CaseAccess>();
        services.AddScoped<SuspicionAccess>();
        services.AddScoped<TeamAccess>();
        services.AddScoped<StepDesk>();
        services.AddScoped<Questionnaires.AnswerDesk>();
        services.AddSingleton<Questionnaires.CardDesk>();
        services.AddSingleton<Questionnaires.QuestionDesk>();
        services.AddKeys(configuration);
    }

    private static void AddAccounts(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => SessionRules.Of(configuration));
        services.AddSingleton<AccountDatabase>();
        services.AddScoped<AccountManager>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<PasswordDesk>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<OrganisationDesk>();
        services.AddSingleton<AccountLetters>();
        services.AddSingleton(_ => new HashingGate(Environment.ProcessorCount, configuration.GetValue("SignIn:MostWaiting", 50)));
    }

    /// <summary>The person must be known to the device, so that a passkey alone counts as two factors.</summary>
    private static void SetPasskeys(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        if (Uri.TryCreate(configuration["Mail:PublicAddress"], UriKind.Absolute, out var address))
        {
            options.ServerDomain = address.Host;
        }
    }

    private static void SetRules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static void SetCookie(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        Cookies.Harden(options.Cookie, "sessie", environment);
        options.LoginPath = "/inloggen";
        options.LogoutPath = "/uitloggen";
        options.AccessDeniedPath = "/fout/403";
        options.ReturnUrlParameter = "terug";
        // How long a session lasts is decided by its row; the cookie is only not shorter.
        options.ExpireTimeSpan = TimeSpan.FromDays(7);
        options.SlidingExpiration = false;
        options.EventsType = typeof(SessionCookie);
    }

    private static void SetLimits(RateLimiterOptions options, int attemptsPerMinute)
    {
        options.AddPolicy(Limits.SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = attemptsPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(string.Empty));
    }
}

/// <summary>Names of the limits on requests.</summary>
internal static class Limits
{
    public const string SignIn = "sign-in";
}
