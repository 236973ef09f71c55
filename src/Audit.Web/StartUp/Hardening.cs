using System.Net;
using Audit.Web.Forms;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.StartUp;

/// <summary>Bounds on what comes in, whose word about an address is taken, and what may be kept of what goes out.</summary>
internal static class Hardening
{
    /// <summary>Largest form of a page that says nothing else; a full page of long answers fits twenty times. Unit: bytes.</summary>
    public const int LargestForm = 4 * 1024 * 1024;

    private const int MostFields = 4096;
    private const string Proxies = "ForwardedHeaders:KnownProxies";
    private const string Networks = "ForwardedHeaders:KnownNetworks";

    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration) =>
        Array.Find(Listed(configuration["ForwardedHeaders:KnownProxies"]), text => !IPAddress.TryParse(text, out _)) is { } proxy ? $"{Proxies}: '{proxy}' is geen IP-adres."
        : Array.Find(Listed(configuration["ForwardedHeaders:KnownNetworks"]), text => !System.Net.IPNetwork.TryParse(text, out _)) is { } network ? $"{Networks}: '{network}' is geen netwerk, zoals 10.0.0.0/28."
        : SecurityContact.Refusal(configuration);

    public static void AddHardening(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRateLimits(configuration);
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(new LargestFormAttribute(LargestForm));
            // Names with brackets in the way of jQuery: no page uses them, and one that is not closed is a fault.
            options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = MostFields;
            options.ValueLengthLimit = LargestForm;
        });
        services.Configure<HstsOptions>(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        services.Configure<HttpsRedirectionOptions>(options => options.HttpsPort = HttpsPortOf(configuration));
        services.Configure<HostFilteringOptions>(options =>
        {
            options.AllowedHosts = HostsOf(configuration);
            options.IncludeFailureMessage = false;
        });
        services.Configure<ForwardedHeadersOptions>(options => Trust(options, configuration));
    }

    /// <summary>Takes the word of the proxies that configuration names about who asks and how; of nobody when it names none.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (Listed(app.Configuration["ForwardedHeaders:KnownProxies"]).Length + Listed(app.Configuration["ForwardedHeaders:KnownNetworks"]).Length > 0)
        {
            app.UseForwardedHeaders();
        }
    }

    /// <summary>Reading and sending are all there is; what else somebody asks for is refused before it is looked at.</summary>
    public static void UseKnownMethods(this WebApplication app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        // No page follows: it would be asked for by the same method.
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    });

    /// <summary>Whatever a page or a file holds, no browser or proxy keeps it, unless the page itself says otherwise.</summary>
    public static void UseNoStore(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (!headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            {
                headers.CacheControl = "private, no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Names by which this application may be asked for: those of AllowedHosts, else the name in its public address, else any.</summary>
    private static List<string> HostsOf(IConfiguration configuration) =>
        configuration["AllowedHosts"] is { Length: > 0 } hosts ? [.. hosts.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
        : Uri.TryCreate(configuration["Mail:PublicAddress"], UriKind.Absolute, out var address) ? [address.Host, "localhost", "127.0.0.1", "[::1]"]
        : ["*"];

    /// <summary>Where the browser finds https: usually at a proxy, so this process cannot know it by itself.</summary>
    private static int HttpsPortOf(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Mail:PublicAddress"], UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address.Port : 443;

    private static void Trust(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many as there are proxies in a row; the first address that is none of them is the visitor.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in Listed(configuration["ForwardedHeaders:KnownProxies"]))
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        foreach (var network in Listed(configuration["ForwardedHeaders:KnownNetworks"]))
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }

    private static string[] Listed(string? setting) =>
        (setting ?? string.Empty).Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
