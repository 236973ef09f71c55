using Audit.Web.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Jobs;

/// <summary>Long work that the reader began.</summary>
public sealed class IndexModel(JobDesk desk) : PageModel
{
    public IReadOnlyList<JobView> Jobs { get; private set; } = [];

    public async Task OnGetAsync() => Jobs = await desk.MineAsync();
}
