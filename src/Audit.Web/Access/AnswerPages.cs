using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Access;

/// <summary>Which pages can show what a team answered.</summary>
internal static class AnswerPages
{
    private const string CasePages = "doorlichtingen/{id";

    /// <summary>The case whose answers a page may show; null when it is no page of a case, or says that it shows none.</summary>
    public static Guid? CaseOf(CompiledPageActionDescriptor page, RouteData route)
    {
        var isAboutCase = page.AttributeRouteInfo?.Template?.StartsWith(CasePages, StringComparison.Ordinal) == true;
        var isOpen = AnswerVisibilityAttribute.Of(page.ModelTypeInfo ?? page.HandlerTypeInfo) is { ShowsAnswers: false };
        return isAboutCase && !isOpen && Guid.TryParse(route.Values["id"] as string, out var id) ? id : null;
    }
}
