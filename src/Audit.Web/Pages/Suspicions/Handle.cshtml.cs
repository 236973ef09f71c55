using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Suspicions;

/// <summary>What happens with a suspicion: five steps, each written down.</summary>
public sealed class HandleModel(SuspicionAccess access, Workflows.Cases.Suspicions suspicions) : PageModel
{
    private const int MostCharacters = 4000;

    public SuspicionView View { get; private set; } = null!;

    public IReadOnlyList<EntryLine> Entries { get; private set; } = [];

    public string? TaskName { get; private set; }

    public string Reporter { get; private set; } = string.Empty;

    /// <summary>Who received it instead of the sponsors; null when the sponsors did.</summary>
    public string? Recipient { get; private set; }

    public EntryInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, EntryInput input)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = input;
        if (input.Text.Length is 0 or > MostCharacters)
        {
            ModelState.AddModelError("tekst", input.Text.Length == 0 ? Tr($"Schrijf op wat er is gedaan.") : Tr($"Maak de tekst korter: hooguit {MostCharacters} tekens."));
            return Page();
        }

        var refusal = input.Actie == "sluiten" ? await CloseAsync(id) : await FinishAsync(id);
        if (refusal is not null)
        {
            ModelState.AddModelError("tekst", refusal);
            return await LoadAsync(id) ? Page() : NotFound();
        }

        this.Tell(input.Actie == "sluiten" ? Tr($"Het vermoeden is gesloten.") : Tr($"De stap is afgerond."));
        return Redirect($"/vermoedens/{id}");
    }

    private Task<string?> CloseAsync(Guid id) => access.ChangeAsync(id, async (db, view) => view.MayClose
        ? await suspicions.CloseAsync(db, view.Suspicion, view.Trail, Input.Text, access.User.Actor)
        : Tr($"Alleen de ontvanger kan een vermoeden sluiten."));

    private Task<string?> FinishAsync(Guid id) => access.FinishAsync(
        id,
        new(Input.Stap, Outcomes.Done, Input.Inzending, access.User.Id),
        (db, view) => Workflows.Cases.Suspicions.Write(db, view.Trail, EntryOf(view), access.User.Actor));

    private SuspicionEntryRow EntryOf(SuspicionView view) => new()
    {
        Id = Guid.CreateVersion7(),
        SuspicionId = view.Suspicion.Id,
        StepKey = view.Step!.StepKey,
        Text = Input.Text,
        Decision = EntryInput.Kept(Input.Besluit),
        Informed = EntryInput.Kept(Input.Geinformeerd),
        UserId = access.User.Id,
        SavedUtc = access.User.NowUtc,
    };

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        var suspicion = view.Suspicion;
        var names = await access.ReadAsync(db => db.Users.Where(user => user.BodyId == view.Case.BodyId).ToDictionaryAsync(user => user.Id, user => user.DisplayName));
        Reporter = names[suspicion.ReporterId];
        Recipient = suspicion.RecipientId is { } recipient ? names[recipient] : null;
        TaskName = await access.ReadAsync(db => db.PublicTasks
            .Where(task => task.AssessmentId == view.Case.Id && task.Key == suspicion.TaskKey)
            .Select(task => task.Name)
            .FirstOrDefaultAsync());
        var rows = await access.ReadAsync(db => db.SuspicionEntries.Where(row => row.SuspicionId == id).OrderBy(row => row.SavedUtc).ToListAsync());
        Entries = [.. rows.Select(row => new EntryLine(row, StepTexts.NameOf(row.StepKey), Tr($"{Dates.Moment(row.SavedUtc)} door {names[row.UserId]}")))];
        return true;
    }

    public sealed record EntryLine(SuspicionEntryRow Row, string Step, string When);

    /// <summary>What the form sends.</summary>
    public sealed class EntryInput
    {
        public string? Tekst { get; set; }

        public string? Besluit { get; set; }

        public string? Geinformeerd { get; set; }

        /// <summary>Button: afronden or sluiten.</summary>
        public string? Actie { get; set; }

        /// <summary>The step that was open when the form was shown.</summary>
        public Guid Stap { get; set; }

        /// <summary>Made when the form was shown.</summary>
        public Guid Inzending { get; set; } = Guid.NewGuid();

        internal string Text => Tekst?.ReplaceLineEndings("\n").Trim() ?? string.Empty;

        internal static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
    }
}
