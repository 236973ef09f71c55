using Audit.Web.Access;
using Audit.Web.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Jobs;

/// <summary>Begins long work about a case: its workbook, its scores, its whole record.</summary>
[ShowsAnswers]
public sealed class StartModel(CaseAccess access, JobDesk desk) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public Guid Submission { get; private set; } = Guid.CreateVersion7();

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? werk, Guid inzending)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var jobId = inzending == Guid.Empty ? Submission : Combined(inzending, werk);
        var refusal = await access.ChangeAsync(id, async (db, view) => werk is not null && (await CaseWork.ForAsync(db, view)).Contains(werk)
            ? await desk.AddAsync(db, desk.Make(jobId, werk, id))
            : Tr($"Kies werk dat u in deze doorlichting kunt laten doen."));
        if (refusal is not null)
        {
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        desk.Wake();
        return Redirect(JobWords.Link(jobId));
    }

    /// <summary>One form has several buttons; each asks for a job of its own, and pressing one twice asks once.</summary>
    private Guid Combined(Guid submission, string? kind) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{access.User.Id}/{View.Id}/{submission}/{kind}")).AsSpan(0, 16));

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        Kinds = await access.ReadAsync(db => CaseWork.ForAsync(db, view));
        return true;
    }
}
