using System.Threading.RateLimiting;
using Audit.Data.Database;
using Audit.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Audit.Web.StartUp;

/// <summary>Accounts, the session cookie and the limit on sign-in attempts.</summary>
internal static class SignIn
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddIdentityCore<UserRow>(SetRules)
            .AddEntityFrameworkStores<AuditContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<SessionClaims>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options => SetCookie(options, environment));
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
        AddKeys(services, configuration, environment);
    }

    private static void AddKeys(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = configuration["Keys:Folder"] ?? Path.Combine(environment.ContentRootPath, "data", "keys");
        services.AddDataProtection().SetApplicationName("audit").PersistKeysToFileSystem(new(folder));
    }

    private static void SetRules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static void SetCookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        Cookies.Harden(options.Cookie, "sessie", environment);
        options.LoginPath = "/inloggen";
        options.LogoutPath = "/uitloggen";
        options.AccessDeniedPath = "/fout/403";
        options.ReturnUrlParameter = "terug";
        options.ExpireTimeSpan = TimeSpan.FromHours(2);
        options.SlidingExpiration = true;
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
