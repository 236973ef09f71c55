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

/// <summary>Begins the case that follows on this one: the doorlichting after a quickscan, or the hertoets.</summary>
[ShowsNoAnswers]
public sealed class SequelModel(CaseAccess access, CaseSequel sequel, InstrumentLibrary library) : PageModel
{
    private const int NameLength = 300;

    public CaseView View { get; private set; } = null!;

    /// <summary>Name of the process that would begin.</summary>
    public string Process { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public string Title => Process == Processes.Full ? Tr($"Volledige doorlichting beginnen") : Tr($"Hertoets beginnen");

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Name = Process == Processes.Full ? $"Doorlichting na {View.Case.Row.Name}" : $"Hertoets {View.Case.Row.Name}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm(Name = "naam")] string? name)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Name = name?.Trim() ?? string.Empty;
        if (Name.Length is 0 or > NameLength)
        {
            ModelState.AddModelError("naam", Name.Length == 0 ? Tr($"Vul een naam in.") : Tr($"Maak de naam korter: hooguit {NameLength} tekens."));
            return Page();
        }

        return await BeginAsync() ?? Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view || (await access.ReadAsync(db => CaseOptions.ForAsync(db, view))).Sequel is not { } process)
        {
            return false;
        }

        (View, Process) = (view, process);
        return true;
    }

    private async Task<IActionResult?> BeginAsync()
    {
        var (content, refusal) = await access.ReadAsync(db => StartContent.ReadAsync(db, library));
        if (content is not null)
        {
            var input = new NewCase(View.Case.Row.BodyId, Name, content)
            {
                DefinitionId = Process,
                Target = View.Case.Target,
                Members = [.. await access.ReadAsync(db => CaseTeam.WithoutStandInsAsync(db, View.Id))],
            };
            refusal = await sequel.StartAsync(View.Case, input, access.User.Actor, RecheckAsync);
            if (refusal is null)
            {
                this.Tell(Tr($"‘{Name}’ is begonnen met de antwoorden van ‘{View.Case.Row.Name}’."));
                return Redirect(StepLinks.Hub(input.Id));
            }
        }

        ModelState.AddModelError(string.Empty, refusal!);
        return null;
    }

    /// <summary>Rights as they are in the transaction that writes; and a form sent twice must not begin two cases.</summary>
    private async Task<string?> RecheckAsync(AuditContext db)
    {
        if (await access.FindAsync(db, View.Id) is not { } view || (await CaseOptions.ForAsync(db, view)).Sequel != Process)
        {
            return Tr($"U kunt hier geen vervolg beginnen.");
        }

        var name = Name;
        return await db.Assessments.AnyAsync(row => row.PreviousId == view.Id && row.Name == name)
            ? Tr($"Er is al een vervolg met de naam ‘{Name}’.")
            : null;
    }
}
