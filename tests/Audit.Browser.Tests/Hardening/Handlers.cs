using System.Reflection;
using Audit.Browser.Tests.Site;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Hardening;

/// <summary>What a page does on a request.</summary>
/// <param name="Template">Route of the page.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Name">Name after "handler="; empty for the usual one.</param>
/// <param name="Fields">Names of what it reads from form or query.</param>
/// <param name="Bound">Types of what it reads.</param>
public sealed record PageHandler(string Template, string Method, string Name, IReadOnlyList<string> Fields, IReadOnlyList<Type> Bound)
{
    public string Query => Name.Length == 0 ? string.Empty : $"?handler={Name}";
}

/// <summary>Every handler of every page as the application knows them, so that a new one cannot be forgotten.</summary>
public static class Handlers
{
    public static async Task<IReadOnlyList<PageHandler>> OfAsync(AuditSite site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var pages = site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var found = new List<PageHandler>();
        foreach (var page in pages)
        {
            var compiled = await loader.LoadAsync(page, new());
            found.AddRange(compiled.HandlerMethods.Select(handler => Of(compiled, handler)));
        }

        return [.. found.DistinctBy(handler => (handler.Template, handler.Method, handler.Name)).OrderBy(handler => $"{handler.Template} {handler.Method} {handler.Name}", StringComparer.Ordinal)];
    }

    private static PageHandler Of(CompiledPageActionDescriptor page, HandlerMethodDescriptor handler)
    {
        var read = handler.Parameters.Cast<ParameterDescriptor>().Concat(page.BoundProperties).ToList();
        return new(
            page.AttributeRouteInfo!.Template!.TrimStart('/'),
            handler.HttpMethod.ToUpperInvariant(),
            handler.Name ?? string.Empty,
            [.. read.SelectMany(one => NamesOf(one.BindingInfo?.BinderModelName ?? one.Name, one.ParameterType, 2)).Distinct()],
            [.. read.Select(one => one.ParameterType).Distinct()]);
    }

    private static IEnumerable<string> NamesOf(string name, Type type, int depth)
    {
        yield return name;
        if (depth == 0 || type.Namespace?.StartsWith("Audit.", StringComparison.Ordinal) != true || type.IsEnum)
        {
            yield break;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            foreach (var inner in NamesOf(property.Name, property.PropertyType, depth - 1))
            {
                yield return inner;
                yield return $"{name}.{inner}";
            }
        }
    }
}
