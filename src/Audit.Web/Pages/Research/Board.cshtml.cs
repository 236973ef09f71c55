using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Research;

/// <summary>The research plan as cards in a column per status; a card is moved with a button, without a mouse or scripts.</summary>
public sealed class BoardModel(CaseAccess access) : ResearchPage(access)
{
    public IReadOnlyList<(ResearchStatus Status, IReadOnlyList<PlanItem> Cards)> Columns { get; private set; } = [];

    public static string FieldOf(Guid itemId) => $"status-{itemId:N}";

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadPlanAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] ResearchMove move)
    {
        if (!await LoadPlanAsync(id))
        {
            return NotFound();
        }

        var refusal = move.Status is { } status
            ? await ChangeAsync((db, view) => MoveAsync(db, view, move, status))
            : Tr($"Kies hoe ver het is.");
        if (refusal is not null)
        {
            var known = Columns.Any(column => column.Cards.Any(card => card.Row.Id == move.Id));
            ModelState.AddModelError(known && MayEdit ? FieldOf(move.Id) : string.Empty, refusal);
            return await LoadPlanAsync(id) ? Page() : NotFound();
        }

        this.Tell(Tr($"De onderzoeksvraag staat nu bij ‘{ResearchTexts.NameOf(move.Status!.Value)}’."));
        return Redirect($"{StepLinks.OfResearch(id)}/bord");
    }

    private async Task<string?> MoveAsync(AuditContext db, CaseView view, ResearchMove move, ResearchStatus status)
    {
        var caseId = view.Id;
        var row = await db.ResearchItems.SingleOrDefaultAsync(item => item.Id == move.Id && item.AssessmentId == caseId);
        return row is null ? Tr($"Deze onderzoeksvraag staat niet meer in het plan.")
            : await ResearchPlan.ChangeAsync(db, view.Case, (move.Id, move.Seen, ResearchContent.Of(row) with { Status = status }), Access.User.Actor) == ResearchPlan.Changed
                ? Tr($"Een collega heeft deze onderzoeksvraag intussen gewijzigd. Kijk opnieuw en kies nog eens.")
                : null;
    }

    private async Task<bool> LoadPlanAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return false;
        }

        var rows = await Access.ReadAsync(db => ResearchPlan.ItemsAsync(db, id));
        var plan = new PlanView(View, Members, DutchText.Day(Access.User.NowUtc));
        var cards = rows.Select(plan.ItemOf).ToLookup(item => item.Row.Status);
        Columns = [.. Enum.GetValues<ResearchStatus>().Select(status => (status, (IReadOnlyList<PlanItem>)[.. cards[status]]))];
        return true;
    }
}

/// <summary>What the form of one card sends; everything may be missing or nonsense.</summary>
public sealed class ResearchMove
{
    public string? Vraag { get; set; }

    public string? Gezien { get; set; }

    public string? Naar { get; set; }

    public Guid Id => Guid.TryParse(Vraag, out var id) ? id : Guid.Empty;

    public Guid Seen => Guid.TryParse(Gezien, out var seen) ? seen : Guid.Empty;

    public ResearchStatus? Status => Enum.GetValues<ResearchStatus>().Where(status => status.ToString() == Naar).Select(status => (ResearchStatus?)status).FirstOrDefault();
}
