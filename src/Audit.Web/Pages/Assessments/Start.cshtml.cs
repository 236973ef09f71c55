using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>Begins a case: its name, its date and who does what.</summary>
public sealed class StartModel(CaseAccess access, CaseStart start, InstrumentLibrary library) : PageModel
{
    public StartForm Form { get; private set; } = null!;

    public IReadOnlyList<Candidate> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form = StartForm.For(People);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form = StartForm.Read(Request.Form);
        Form.Check(ModelState, People);
        return ModelState.IsValid && await BeginAsync() is { } elsewhere ? elsewhere : Page();
    }

    private async Task<bool> LoadAsync()
    {
        People = await access.ReadAsync(PeopleAsync);
        return await access.ReadAsync(db => StartRights.MayStartAsync(db, access.User));
    }

    private async Task<IActionResult?> BeginAsync()
    {
        var (content, refusal) = await access.ReadAsync(db => StartContent.ReadAsync(db, library));
        if (content is not null)
        {
            var input = new NewCase(access.User.BodyId, Form.Name, content) { Members = [.. Form.Chosen], ReferenceDate = Form.ReferenceDate, DefinitionId = Form.Process };
            refusal = await start.StartAsync(input, access.User.Actor, db => RecheckAsync(db, input));
            if (refusal is null)
            {
                this.Tell($"Doorlichting ‘{Form.Name}’ is begonnen.");
                return Redirect(Form.Chosen.Any(member => member.UserId == access.User.Id) ? StepLinks.Hub(input.Id) : "/doorlichtingen");
            }
        }

        ModelState.AddModelError(string.Empty, refusal!);
        return null;
    }

    /// <summary>Rights and people as they are in the transaction that writes.</summary>
    private async Task<string?> RecheckAsync(AuditContext db, NewCase input)
    {
        var ids = input.Members.Select(member => member.UserId).Distinct().ToList();
        var known = await db.Users.CountAsync(user => user.BodyId == input.BodyId && ids.Contains(user.Id));
        return !await StartRights.MayStartAsync(db, access.User) ? "U mag geen doorlichting beginnen."
            : known != ids.Count ? "Kies alleen mensen van uw eigen organisatie."
            : null;
    }

    private async Task<IReadOnlyList<Candidate>> PeopleAsync(AuditContext db)
    {
        var bodyId = access.User.BodyId;
        var roles = (await db.BodyRoles.Where(row => row.BodyId == bodyId).ToListAsync()).ToLookup(row => row.UserId, row => row.Role);
        var users = await db.Users.Where(user => user.BodyId == bodyId).OrderBy(user => user.DisplayName).ToListAsync();
        return [.. users.Select(user => new Candidate(user.Id, user.DisplayName, [.. roles[user.Id]]))];
    }
}
