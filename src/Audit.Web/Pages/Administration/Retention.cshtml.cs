using Audit.Web.Access;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration;

/// <summary>How long what people wrote is kept, and what goes at the next round.</summary>
public sealed class RetentionModel(AdminAccess access, Retention retention) : PageModel
{
    public RetentionPeriods Periods => retention.Periods;

    public IReadOnlyList<RetentionItem> Now { get; private set; } = [];

    /// <summary>What is added in the coming thirty days.</summary>
    public IReadOnlyList<RetentionItem> Soon { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (bodyId, now) = (access.User.BodyId, access.User.NowUtc);
        Now = await retention.PreviewAsync(now, bodyId);
        var over = Now.Select(item => item.AssessmentId).ToHashSet();
        Soon = [.. (await retention.PreviewAsync(now.AddDays(30), bodyId)).Where(item => !over.Contains(item.AssessmentId))];
    }
}
