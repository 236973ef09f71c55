using System.Text;
using Audit.Data.Templates.Documents;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.StartUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Results;

/// <summary>Everything needed to calculate the score of a task again, as a file.</summary>
[HandsOutFile]
[ShowsAnswers]
public sealed class ReceiptModel(CaseAccess access) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey)
    {
        if (await access.FindAsync(id) is not { } view || view.Case.Tasks.All(task => task.Key != taskKey))
        {
            return NotFound();
        }

        var now = access.User.NowUtc;
        var receipt = view.Case.Score(now, taskKey).ToReceipt(new DateTimeOffset(now, TimeSpan.Zero));
        Response.Headers.CacheControl = "no-store";
        return File(
            Encoding.UTF8.GetBytes(receipt.ToJsonString(CanonicalJson.Indented)),
            "application/json",
            SafeFileName.Of("rekenbewijs", taskKey, DutchText.Day(now), "json"));
    }
}
