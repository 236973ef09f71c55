using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Assessments;

/// <summary>Adds, splits, drops and restores tasks while the examination runs.</summary>
[ShowsNoAnswers]
public sealed class ChangeTasksModel(CaseAccess access, TaskChanges changes) : PageModel
{
    private const int NameLength = 300;
    private const int ReasonLength = 4000;

    public CaseView View { get; private set; } = null!;

    public ChangeInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, ChangeInput input)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = input;
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = await access.ChangeAsync(id, async (db, view) => (await CaseOptions.ForAsync(db, view)).MayChangeTasks
            ? await changes.MakeAsync(db, view.Case, input.Change, access.User.Actor)
            : Tr($"De taken kunnen nu niet meer worden gewijzigd."));
        if (refusal is not null)
        {
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        this.Tell(Tr($"De taken zijn gewijzigd."));
        return Redirect(StepLinks.Hub(id));
    }

    private void Check()
    {
        if (Input.NeedsTask && (Input.Wijziging == ChangeInput.Restore ? View.Case.DroppedTasks : View.Case.Tasks).All(task => task.Key != Input.Taak))
        {
            ModelState.AddModelError("taak", Input.Wijziging == ChangeInput.Restore ? Tr($"Kies een vervallen taak.") : Tr($"Kies een taak die wordt onderzocht."));
        }

        if (Input.NeedsName && Input.Name.Length is 0 or > NameLength)
        {
            ModelState.AddModelError("naam", Input.Name.Length == 0 ? Tr($"Vul de naam van de nieuwe taak in.") : Tr($"Maak de naam korter: hooguit {NameLength} tekens."));
        }

        if (Input.Reason.Length is 0 or > ReasonLength)
        {
            ModelState.AddModelError("reden", Input.Reason.Length == 0 ? Tr($"Schrijf op waarom u de taken wijzigt.") : Tr($"Maak de reden korter: hooguit {ReasonLength} tekens."));
        }
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view || !(await access.ReadAsync(db => CaseOptions.ForAsync(db, view))).MayChangeTasks)
        {
            return false;
        }

        View = view;
        return true;
    }

    /// <summary>What the form sends.</summary>
    public sealed class ChangeInput
    {
        public const string Add = "toevoegen";
        public const string Split = "splitsen";
        public const string Drop = "vervallen";
        public const string Restore = "terughalen";

        /// <summary>What to do: toevoegen, splitsen, vervallen or terughalen.</summary>
        public string? Wijziging { get; set; } = Add;

        /// <summary>Key of the task that is split, dropped or restored.</summary>
        public string? Taak { get; set; }

        public string? Naam { get; set; }

        public string? Reden { get; set; }

        internal bool NeedsTask => Wijziging is Split or Drop or Restore;

        internal bool NeedsName => Wijziging is not (Drop or Restore);

        internal string Name => Naam?.Trim() ?? string.Empty;

        internal string Reason => Reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;

        internal TaskChange Change => Wijziging switch
        {
            Split => new TaskChange.Split(Taak!, Name, Reason),
            Drop => new TaskChange.Drop(Taak!, Reason),
            Restore => new TaskChange.Restore(Taak!, Reason),
            _ => new TaskChange.Add(Name, Reason),
        };
    }
}
