using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>Moves running cases of the body to this version, after showing what that changes for each of them.</summary>
public sealed class MoveModel(AdminAccess access, InstrumentLibrary library, InstrumentMoves moves) : PageModel
{
    public InstrumentVersion Target { get; private set; } = null!;

    /// <summary>Running cases on other versions.</summary>
    public IReadOnlyList<CaseOnVersion> Cases { get; private set; } = [];

    public MoveForm Form { get; private set; } = new();

    /// <summary>How many cases were just moved while others were not; 0 before anything was sent.</summary>
    public int Moved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string instrumentId, string instrumentVersion) =>
        await LoadAsync(instrumentId, instrumentVersion) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string instrumentId, string instrumentVersion, MoveForm form)
    {
        if (!await LoadAsync(instrumentId, instrumentVersion))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var orders = form.Chosen.Select(chosen => new InstrumentMoveOrder(chosen.Id, chosen.State, Target, form.Reason)).ToList();
        foreach (var order in orders)
        {
            Moved += await MoveAsync(order) ? 1 : 0;
        }

        return await AnswerAsync(orders.Count);
    }

    private async Task<bool> LoadAsync(string instrumentId, string instrumentVersion)
    {
        if (InstrumentLibrary.Find(await access.ReadAsync(library.VersionsAsync), instrumentId, instrumentVersion) is not { } found)
        {
            return false;
        }

        Target = found;
        Cases = await access.ReadAsync(CandidatesAsync);
        return true;
    }

    private Task<IReadOnlyList<CaseOnVersion>> CandidatesAsync(AuditContext db) =>
        moves.CandidatesAsync(db, access.User.BodyId, Target, access.User.NowUtc);

    /// <summary>Moves one case in a transaction of its own; what stands in the way becomes an error of the page.</summary>
    private async Task<bool> MoveAsync(InstrumentMoveOrder order)
    {
        var refusal = await access.WriteAsync(async db => await moves.MoveAsync(db, access.User.BodyId, order, access.User.Actor) ?? string.Empty);
        if (refusal is "")
        {
            return true;
        }

        // A case of another body has no name here, and there is nothing to say about it.
        if (Cases.FirstOrDefault(found => found.Id == order.CaseId) is { } known)
        {
            ModelState.AddModelError(string.Empty, Tr($"‘{known.Name}’ is niet verplaatst: {refusal ?? Tr($"u bent geen beheerder meer")}."));
        }

        return false;
    }

    private async Task<IActionResult> AnswerAsync(int chosen)
    {
        if (ModelState.IsValid)
        {
            var others = Moved == chosen ? string.Empty : Tr($" Niet verplaatst: {chosen - Moved}. Wat niet meer loopt of al op deze versie staat, blijft zoals het is.");
            this.Tell(Tr($"{AdminWords.Cases(Moved)} verplaatst naar versie {Target.Instrument.Version}.{others}"));
            return Redirect(InstrumentLinks.Version(Target.Instrument));
        }

        Cases = await access.ReadAsync(CandidatesAsync);
        return Page();
    }
}
