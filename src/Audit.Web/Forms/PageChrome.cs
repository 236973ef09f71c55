using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Audit.Web.Forms;

/// <summary>A place on the way to this page.</summary>
public sealed record Crumb(string Text, string Href);

/// <summary>What pages tell the layout.</summary>
public static class PageChrome
{
    private const string CrumbsKey = "Crumbs";
    private const string MessageKey = "Message";

    /// <summary>Sets the way to this page; the page itself is not in it.</summary>
    public static void SetCrumbs(this ViewDataDictionary data, params Crumb[] crumbs) => data[CrumbsKey] = crumbs;

    public static IReadOnlyList<Crumb> Crumbs(this ViewDataDictionary data) => data[CrumbsKey] as Crumb[] ?? [];

    /// <summary>Leaves a message that the next page shows once.</summary>
    public static void Tell(this PageModel page, string message) => page.TempData[MessageKey] = message;

    public static string? TakeMessage(this ITempDataDictionary data) => data[MessageKey] as string;
}
