using System.Threading.RateLimiting;
using Audit.Data.Database;
using Audit.Web.Mail;
using Microsoft.AspNetCore.RateLimiting;

namespace Audit.Web.Feeds;

/// <summary>The address that calendar programs read: whoever has the secret reads the days of one person, and nothing else.</summary>
internal static class FeedEndpoint
{
    public const string Folder = "/agenda";

    private const string Limit = "calendar";
    private const int DefaultPerMinute = 60;

    public static void AddFeed(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CalendarFeeds>();
        services.AddSingleton<FeedEntries>();
        var perMinute = configuration.GetValue("Calendar:RequestsPerMinute", DefaultPerMinute);
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })));
    }

    public static void MapFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Folder}/{{secret}}.ics", ReadAsync).AllowAnonymous().RequireRateLimiting(Limit);

    /// <summary>Address of a feed.</summary>
    public static string AddressOf(MailSettings settings, HttpRequest request, string secret) => $"{BaseOf(settings, request)}{Folder}/{secret}.ics";

    private static async Task<IResult> ReadAsync(string secret, HttpContext context, AuditDatabase database, FeedEntries entries, MailSettings settings)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        if (await OwnerOfAsync(secret, database) is not { } user)
        {
            return Results.NotFound();
        }

        await using var db = database.For(BodyScope.Of(user.BodyId)).Read();

        using var language = Use(user.Language);
        return Results.Text(CalendarText.Write(await entries.OfAsync(db, user), BaseOf(settings, context.Request)), "text/calendar", System.Text.Encoding.UTF8);
    }

    /// <summary>Nobody signs in here: the secret tells whose days they are, and with that of which body.</summary>
    private static async Task<UserRow?> OwnerOfAsync(string secret, AuditDatabase database)
    {
        await using var db = database.OverAllBodies().Read();
        return await CalendarFeeds.FindAsync(db, secret);
    }

    private static string BaseOf(MailSettings settings, HttpRequest request) =>
        settings.PublicAddress.Length > 0 ? settings.PublicAddress : $"{request.Scheme}://{request.Host}";
}
