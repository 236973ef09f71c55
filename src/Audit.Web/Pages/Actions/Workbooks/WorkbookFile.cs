using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>A workbook on its way to the browser, which keeps no copy beside the one that is saved.</summary>
internal static class WorkbookFile
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static FileStreamResult Of(PageModel page, Stream file, string name)
    {
        page.Response.Headers.CacheControl = "no-store";
        return page.File(file, Excel, name);
    }
}
