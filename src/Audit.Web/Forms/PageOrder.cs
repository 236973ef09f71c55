using Microsoft.AspNetCore.Mvc.Rendering;

namespace Audit.Web.Forms;

/// <summary>The fields in the order in which they stand on the page, so that the error summary can keep to it.</summary>
/// <remarks>A page is written before its layout, in which the summary stands.</remarks>
internal static class PageOrder
{
    private static readonly object Key = new();

    /// <summary>Names of fields, in page order.</summary>
    public static List<string> Of(ViewContext context)
    {
        var items = context.HttpContext.Items;
        if (items[Key] is not List<string> fields)
        {
            items[Key] = fields = [];
        }

        return fields;
    }
}
