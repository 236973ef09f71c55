using Microsoft.AspNetCore.Diagnostics;

namespace Audit.Web.Operations;

/// <summary>Names pages by their pattern, which holds nothing of people or cases.</summary>
internal static class Pages
{
    /// <summary>The pattern of the page that was asked for, also when another one explains why it failed; null when there is no such page.</summary>
    public static string? PatternOf(HttpContext context)
    {
        var asked = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.GetEndpoint();
        return (asked as RouteEndpoint)?.RoutePattern.RawText;
    }
}
