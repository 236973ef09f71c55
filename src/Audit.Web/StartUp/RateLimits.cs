using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Audit.Web.StartUp;

/// <summary>How often one person, or one address of who is not signed in, may ask for what: enough for who works, too little for a program that collects or floods.</summary>
internal static class RateLimits
{
    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits");
        var perMinute = Enum.GetValues<RequestKind>().ToDictionary(kind => kind, kind => PerMinute(limits, kind));
        var perAddress = limits.GetValue("AddressPerMinute", 6000);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellWhenAsync;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsMultipart(context.Request) ? Window(PersonOf(context), perMinute[RequestKind.Upload]) : RateLimitPartition.GetNoLimiter(string.Empty)),
                PartitionedRateLimiter.Create<HttpContext, (RequestKind Kind, string Person)>(context => Window((KindOf(context), PersonOf(context)), perMinute[KindOf(context)])),
                PartitionedRateLimiter.Create<HttpContext, string>(context => Window(AddressOf(context), perAddress)));
        });
    }

    /// <summary>What counts together. A kind of its own is for what costs much, or is worth much to who collects; the page says so, not who asks.</summary>
    private static RequestKind KindOf(HttpContext context)
    {
        var request = context.Request;
        return Runs<HandsOutFileAttribute>(context) ? RequestKind.Export
            : Runs<SavesWhileTypingAttribute>(context) ? RequestKind.Autosave
            : HttpMethods.IsPost(request.Method) ? RequestKind.Change
            : request.Query.ContainsKey("zoek") ? RequestKind.Search
            : RequestKind.Page;
    }

    /// <summary>Whether this mark is on the page, or on the handler of it that will run.</summary>
    private static bool Runs<TMark>(HttpContext context)
        where TMark : Attribute
    {
        var metadata = context.GetEndpoint()?.Metadata;
        return metadata?.GetMetadata<TMark>() is not null
            || metadata?.GetMetadata<CompiledPageActionDescriptor>()?.HandlerMethods.FirstOrDefault(handler => IsAsked(handler.HttpMethod, handler.Name, context.Request))?.MethodInfo.IsDefined(typeof(TMark)) == true;
    }

    /// <summary>Whether a handler is asked for; pages find theirs whatever the case of its letters, and answer HEAD with the one for GET.</summary>
    private static bool IsAsked(string method, string? name, HttpRequest request) =>
        string.Equals(method, HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method, StringComparison.OrdinalIgnoreCase)
        && string.Equals(name, request.Query["handler"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this may bring a file; that counts beside being a change, for any form can be packed like this.</summary>
    private static bool IsMultipart(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static int PerMinute(IConfigurationSection limits, RequestKind kind) => kind switch
    {
        RequestKind.Page => limits.GetValue("PagePerMinute", 600),
        RequestKind.Search => limits.GetValue("SearchPerMinute", 60),
        RequestKind.Change => limits.GetValue("ChangePerMinute", 120),
        RequestKind.Autosave => limits.GetValue("AutosavePerMinute", 240),
        RequestKind.Upload => limits.GetValue("UploadPerMinute", 30),
        RequestKind.Export => limits.GetValue("ExportPerMinute", 30),
    };

    private static RateLimitPartition<TKey> Window<TKey>(TKey key, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        key,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });

    private static string PersonOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context);

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;

    private static ValueTask TellWhenAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}

/// <summary>What a request asks for, as far as limits tell apart.</summary>
internal enum RequestKind
{
    Page,
    Search,
    Change,
    Autosave,
    Upload,
    Export,
}

/// <summary>A page, or a handler of one, that answers with a file rather than with a page.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class HandsOutFileAttribute : Attribute;

/// <summary>A handler that the script asks for while somebody types.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SavesWhileTypingAttribute : Attribute;
