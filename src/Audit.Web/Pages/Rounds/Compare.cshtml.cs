using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Rounds;

/// <summary>This round beside the one before: what changed in the instrument and in the answers, and which answers nobody has confirmed.</summary>
[ShowsAnswers]
public sealed class CompareModel(CaseAccess access, ContentStore contents) : PageModel
{
    private static readonly Dictionary<string, ComparisonFilter> Filters = new()
    {
        ["onbevestigd"] = ComparisonFilter.Unconfirmed,
        ["gewijzigd"] = ComparisonFilter.Changed,
        ["alles"] = ComparisonFilter.All,
    };

    public CaseView View { get; private set; } = null!;

    /// <summary>Null when the case began empty.</summary>
    public RoundComparison? Comparison { get; private set; }

    public IReadOnlyList<ComparedGroup> Groups { get; private set; } = [];

    /// <summary>Actions of earlier rounds that this round reopened, with the reason.</summary>
    public IReadOnlyList<(string Action, string Reason)> Reopened { get; private set; } = [];

    /// <summary>The chosen filter, as in the address.</summary>
    public string Shown { get; private set; } = "gewijzigd";

    public static IReadOnlyList<(string Value, string Label)> Choices =>
        [("onbevestigd", Tr($"Nog niet bevestigd")), ("gewijzigd", Tr($"Gewijzigd of nieuw")), ("alles", Tr($"Alles"))];

    public Task<IActionResult> OnGetAsync(Guid id, string? toon) => ShowAsync(id, toon);

    /// <summary>Confirms one answer, or every answer of a part.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, ConfirmForm form)
    {
        if (await access.FindAsync(id) is null)
        {
            return NotFound();
        }

        SaveResult? saved = null;
        var refusal = await access.ChangeAsync(id, async (db, view) =>
        {
            if (form.PartIn(view) is not { } part || !EditRights.MayEdit(view, part))
            {
                return Tr($"Dit onderdeel is niet (meer) open voor u. Er is niets bevestigd.");
            }

            saved = await TakenOverAnswers.ConfirmAsync(db, view.Case, form.Places(part), access.User.Actor);
            return null;
        });
        if (refusal is null && saved!.IsComplete)
        {
            this.Tell(saved.Saved == 1 ? Tr($"1 antwoord is bevestigd.") : Tr($"{saved.Saved} antwoorden zijn bevestigd."));
            return Redirect($"{StepLinks.OfPreviousRound(id)}?toon={(Filters.ContainsKey(form.Toon ?? string.Empty) ? form.Toon : "onbevestigd")}");
        }

        ModelState.AddModelError(string.Empty, refusal ?? Tr($"Een collega heeft intussen gewijzigd: vraag {string.Join(", ", saved!.Conflicts)}. Bekijk het antwoord en bevestig opnieuw."));
        return await ShowAsync(id, form.Toon);
    }

    private async Task<IActionResult> ShowAsync(Guid id, string? toon)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Comparison = await access.ReadAsync(db => RoundComparison.FindAsync(db, contents, view.Case));
        if (Comparison is null)
        {
            return Page();
        }

        Shown = toon is not null && Filters.ContainsKey(toon) ? toon : Comparison.Unconfirmed() > 0 ? "onbevestigd" : "gewijzigd";
        Groups = [.. new ComparisonView(view, Comparison, Filters[Shown], view.Case.ReferenceDate(access.User.NowUtc)).Groups.Where(group => group.Parts.Count > 0 || group.Note is not null || group.HeldByRegister.Count > 0)];
        Reopened = await access.ReadAsync(ReopenedAsync);
        return Page();
    }

    private async Task<IReadOnlyList<(string Action, string Reason)>> ReopenedAsync(AuditContext db)
    {
        var rows = await db.Trail.Where(row => row.AssessmentId == View.Id && row.Event == "previous-action.reopened").OrderBy(row => row.AtUtc).ToListAsync();
        return [.. rows.Select(row => (row.After ?? Tr($"Actie"), row.Reason ?? string.Empty))];
    }

    /// <summary>What the button of a part sends.</summary>
    public sealed class ConfirmForm
    {
        /// <summary>Key of the task, or the word for the whole body.</summary>
        public string? Taak { get; set; }

        /// <summary>Id of the part.</summary>
        public string? Onderdeel { get; set; }

        /// <summary>Id of the one question; empty for all that the form names.</summary>
        public string? Een { get; set; }

        /// <summary>Question and version of what was shown, such as "D1 0190…".</summary>
        public string[] Gezien { get; set; } = [];

        /// <summary>The filter to go back to.</summary>
        public string? Toon { get; set; }

        public QuestionPart? PartIn(CaseView view) => QuestionPart.Find(view.Case, Taak ?? string.Empty, Onderdeel ?? string.Empty);

        public IReadOnlyList<AnswerPlace> Places(QuestionPart part) =>
        [
            .. Gezien.Select(seen => seen.Split(' '))
                .Where(pair => pair.Length == 2 && (string.IsNullOrEmpty(Een) || pair[0] == Een) && part.Questions.Any(question => question.Id == pair[0]) && Guid.TryParse(pair[1], out _))
                .Select(pair => new AnswerPlace(part.TaskKey, pair[0], Guid.Parse(pair[1]))),
        ];
    }
}
