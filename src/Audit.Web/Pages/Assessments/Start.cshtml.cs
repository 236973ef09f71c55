using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

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
        People = await access.ReadAsync(db => Candidate.OfBodyAsync(db, access.User.BodyId));
        return await access.ReadAsync(db => StartRights.MayStartAsync(db, access.User));
    }

    private async Task<IActionResult?> BeginAsync()
    {
        var (content, refusal) = await access.ReadAsync(db => StartContent.ReadAsync(db, library));
        if (content is not null)
        {
            var input = new NewCase(access.User.BodyId, Form.Name, content) { Members = [.. Form.Chosen], ReferenceDate = Form.ReferenceDate, DefinitionId = Form.Process };
            refusal = await start.StartAsync(input, access.User.Actor, db => StartRights.RefusalAsync(db, access.User, [.. input.Members.Select(member => member.UserId)]));
            if (refusal is null)
            {
                this.Tell(Tr($"Doorlichting ‘{Form.Name}’ is begonnen."));
                return Redirect(Form.Chosen.Any(member => member.UserId == access.User.Id) ? StepLinks.Hub(input.Id) : "/doorlichtingen");
            }
        }

        ModelState.AddModelError(string.Empty, refusal!);
        return null;
    }
}
