using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Assessments;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Life;

/// <summary>Begins a new case with the people and tasks of this one, with or without its answers.</summary>
[ShowsNoAnswers]
public sealed class CopyModel(CaseAccess access, CaseLife life, InstrumentLibrary library) : PageModel
{
    private const int NameLength = 300;

    public CaseView View { get; private set; } = null!;

    public CopyInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = new() { Naam = Tr($"Kopie van {View.Case.Row.Name}"), Inzending = Guid.CreateVersion7() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CopyInput input)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = input;
        if (Input.Name.Length is 0 or > NameLength)
        {
            ModelState.AddModelError("naam", Input.Name.Length == 0 ? Tr($"Vul een naam in.") : Tr($"Maak de naam korter: hooguit {NameLength} tekens."));
            return Page();
        }

        return await access.FindAsync(Input.CaseId) is not null ? Redirect(StepLinks.Hub(Input.CaseId)) : await BeginAsync();
    }

    private async Task<IActionResult> BeginAsync()
    {
        var (content, refusal) = await access.ReadAsync(db => StartContent.ReadAsync(db, library));
        if (content is not null)
        {
            var caseId = View.Id;
            var members = await access.ReadAsync(db => CaseTeam.WithoutStandInsAsync(db, caseId));
            var copy = new NewCase(View.Case.Row.BodyId, Input.Name, content)
            {
                Id = Input.CaseId,
                DefinitionId = View.Process == Processes.QuickScan ? Processes.QuickScan : Processes.Full,
                Target = View.Case.Target,
                ReferenceDate = Input.WithAnswers ? View.Case.Row.ReferenceDate : null,
                Members = members,
            };
            refusal = await life.CopyAsync(View.Case, copy, Input.WithAnswers, access.User.Actor);
        }

        if (refusal is not null)
        {
            // Somebody else may have used this id; the form goes on with one of its own.
            Input.Inzending = Guid.CreateVersion7();
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        this.Tell(Tr($"‘{Input.Name}’ is begonnen als kopie."));
        return Redirect(StepLinks.Hub(Input.CaseId));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        View = (await access.FindAsync(id))!;
        return View is not null && CaseLife.MayCopy(View.MyRoles) && await access.ReadAsync(db => StartRights.MayStartAsync(db, access.User));
    }

    /// <summary>What the form sends.</summary>
    public sealed class CopyInput
    {
        public const string With = "met";

        public string? Naam { get; set; }

        /// <summary>"met" or "zonder" answers.</summary>
        public string? Antwoorden { get; set; } = "zonder";

        /// <summary>Made when the form was shown; it becomes the id of the new case, so that a double click makes one.</summary>
        public Guid Inzending { get; set; }

        internal string Name => Naam?.Trim() ?? string.Empty;

        internal bool WithAnswers => Antwoorden == With;

        internal Guid CaseId => Inzending == Guid.Empty ? Inzending = Guid.CreateVersion7() : Inzending;
    }
}
