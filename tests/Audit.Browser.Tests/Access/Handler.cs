using System.Text.RegularExpressions;
using Audit.Browser.Tests.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Access;

/// <summary>Something that answers requests: a handler of a page, or an address without a page.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Template">Its route, as it is written in the program.</param>
/// <param name="Name">Name of the handler; empty for the one without a name.</param>
public sealed partial record Handler(string Method, string Template, string Name)
{
    /// <summary>What it is called in the table.</summary>
    public string Title => Name.Length == 0 ? $"{Method} /{Template}" : $"{Method} /{Template} · {Name}";

    /// <summary>Whether its address names something of one body.</summary>
    public bool IsOfOneBody => OfOneBody().IsMatch(Template);

    /// <summary>Every handler of the application as it is routed and compiled, so that a new one cannot be forgotten.</summary>
    public static async Task<IReadOnlyList<Handler>> AllAsync(AuditSite site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new List<Handler>();
        foreach (var page in site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            found.AddRange(compiled.HandlerMethods.Select(handler => new Handler(handler.HttpMethod.ToUpperInvariant(), page.AttributeRouteInfo!.Template!, handler.Name ?? string.Empty)));
        }

        var others = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null);
        found.AddRange(others.SelectMany(endpoint => MethodsOf(endpoint).Select(method => new Handler(method, endpoint.RoutePattern.RawText!.TrimStart('/'), string.Empty))));
        return [.. found.Distinct().OrderBy(handler => handler.Template, StringComparer.Ordinal).ThenBy(handler => handler.Title, StringComparer.Ordinal)];
    }

    /// <summary>Its address with these values.</summary>
    public string AddressWith(IReadOnlyDictionary<string, string> values)
    {
        var path = Hole().Replace(Template, hole => values.TryGetValue($"{Template.Split('/')[0]}/{hole.Groups[1].Value}", out var special) ? special : values[hole.Groups[1].Value]);
        return Name.Length == 0 ? $"/{path}" : $"/{path}?handler={Name}";
    }

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Hole();

    /// <summary>Ids are the installation's own; a key, a version or a status is the same in every body.</summary>
    [GeneratedRegex(@"\{\w*(id|rij)\b[^}]*:guid\}", RegexOptions.IgnoreCase)]
    private static partial Regex OfOneBody();
}
