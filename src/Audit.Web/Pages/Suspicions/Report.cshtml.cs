using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Suspicions;

/// <summary>Any member of a case reports a suspicion of discrimination.</summary>
[ShowsNoAnswers]
public sealed class ReportModel(CaseAccess access, Workflows.Cases.Suspicions suspicions) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>People of the body who may receive it instead of the sponsors.</summary>
    public IReadOnlyList<Person> Recipients { get; private set; } = [];

    public ReportInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, string? taak)
    {
        Input.Taak = taak;
        return await LoadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, ReportInput input)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = input;
        if (input.Text.Length == 0)
        {
            ModelState.AddModelError("tekst", Tr($"Beschrijf wat u hebt gezien."));
        }

        if (input.IsSponsorConcerned && Recipients.All(person => person.Id != input.Ontvanger))
        {
            ModelState.AddModelError("ontvanger", Tr($"Kies wie het vermoeden ontvangt in plaats van de opdrachtgever."));
        }

        return ModelState.IsValid && await ReportAsync(id) is { } elsewhere ? elsewhere : Page();
    }

    private async Task<IActionResult?> ReportAsync(Guid id)
    {
        Guid? reported = null;
        var report = new SuspicionReport(Input.Text, Input.Taak ?? string.Empty, Input.IsSponsorConcerned ? Input.Ontvanger : null);
        var refusal = await access.ChangeAsync(id, async (db, view) =>
        {
            // The same form sent twice is one report.
            if (await db.Suspicions.SingleOrDefaultAsync(row => row.Id == Input.Inzending && row.ReporterId == access.User.Id) is { } known)
            {
                reported = known.Id;
                return null;
            }

            (reported, var reason) = await suspicions.ReportAsync(db, (view.Case.Row, Input.Inzending), report, access.User.Actor);
            return reason;
        });
        if (refusal is not null)
        {
            ModelState.AddModelError("tekst", refusal);
            return null;
        }

        this.Tell(Tr($"Uw vermoeden is gemeld. U kunt hier volgen wat ermee gebeurt."));
        return Redirect($"/vermoedens/{reported}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        var (userId, bodyId) = (access.User.Id, access.User.BodyId);
        Recipients = await access.ReadAsync(db => db.Users
            .Where(user => user.BodyId == bodyId && user.Id != userId
                && !db.Members.Any(member => member.AssessmentId == id && member.UserId == user.Id && member.Role == Roles.Sponsor))
            .OrderBy(user => user.DisplayName)
            .Select(user => new Person(user.Id, user.DisplayName))
            .ToListAsync());
        return true;
    }

    public sealed record Person(Guid Id, string Name);

    /// <summary>What the form sends.</summary>
    public sealed class ReportInput
    {
        public string? Tekst { get; set; }

        /// <summary>Key of the task it is about; empty when it is about more than one.</summary>
        public string? Taak { get; set; }

        /// <summary>"ja" when a sponsor is concerned.</summary>
        public string? Opdrachtgever { get; set; }

        public Guid? Ontvanger { get; set; }

        /// <summary>Made when the form was shown.</summary>
        public Guid Inzending { get; set; } = Guid.CreateVersion7();

        internal string Text => Tekst?.ReplaceLineEndings("\n").Trim() ?? string.Empty;

        internal bool IsSponsorConcerned => Opdrachtgever == "ja";
    }
}
