using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>A checked version before it is published: what changes, what it means for cases, and the decision.</summary>
public sealed class DraftModel(AdminAccess access, InstrumentDrafts drafts, InstrumentLibrary library, InstrumentEffects effects) : PageModel
{
    private const string Publish = "publiceren";

    public InstrumentDraftRow Draft { get; private set; } = null!;

    /// <summary>The version; null when the rules have become stricter since it was uploaded.</summary>
    public CheckedInstrument? Checked { get; private set; }

    public IReadOnlyList<UploadProblem> Problems { get; private set; } = [];

    /// <summary>What changes since the newest other version, by preference one that new cases can use; null when there is none.</summary>
    public InstrumentComparison? Comparison { get; private set; }

    public IReadOnlyList<CaseOnVersion> Effects { get; private set; } = [];

    public PublishAdvice Advice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid draftId) => await LoadAsync(draftId) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid draftId, DraftInput input)
    {
        if (!await LoadAsync(draftId))
        {
            return await GoneAsync(draftId, input);
        }

        return input.Actie == Publish ? await PublishAsync(draftId, input) : await RemoveAsync(draftId);
    }

    private async Task<bool> LoadAsync(Guid draftId)
    {
        if (await access.ReadAsync(db => FindAsync(db, draftId)) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        (Checked, Problems) = drafts.Open(draft);
        if (Checked is { } content)
        {
            await access.ReadAsync(db => ExplainAsync(db, content));
        }

        return true;
    }

    private async Task<bool> ExplainAsync(AuditContext db, CheckedInstrument content)
    {
        var instrument = content.Instrument.Value;
        Advice = await drafts.AdviseAsync(db, content, access.User.Id);
        Effects = await effects.OfAsync(db, InstrumentEffects.Cases(db, access.User.BodyId, content.Instrument), content.Instrument, access.User.NowUtc);
        var others = (await library.VersionsAsync(db)).Where(version => version.Instrument.Id == instrument.Id && version.Instrument.Version != instrument.Version).ToList();
        var previous = others.Find(version => version.IsOffered) ?? others.FirstOrDefault();
        Comparison = previous is null
            ? null
            : await InstrumentComparison.OfAsync(db, library, previous, (instrument, content.Measures is { } own ? [own] : library.Shipped().Catalogues));
        return true;
    }

    private Task<InstrumentDraftRow?> FindAsync(AuditContext db, Guid draftId)
    {
        var bodyId = access.User.BodyId;
        return db.InstrumentDrafts.SingleOrDefaultAsync(draft => draft.Id == draftId && draft.BodyId == bodyId);
    }

    private async Task<IActionResult> PublishAsync(Guid draftId, DraftInput input)
    {
        var advice = await access.WriteAsync(async db =>
            await FindAsync(db, draftId) is { } draft ? await drafts.PublishAsync(db, draft, access.User.Actor) : null);
        if (advice is null)
        {
            return await GoneAsync(draftId, input);
        }

        if (advice.Refusal is { } refusal)
        {
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        var instrument = Checked!.Instrument.Value;
        this.Tell(advice.IsPublished
            ? Tr($"Versie {instrument.Version} was er al, met precies deze inhoud. Het concept is verwijderd.")
            : Tr($"Versie {instrument.Version} is gepubliceerd.{(instrument.Id == InstrumentLibrary.InstrumentId ? Tr($" Nieuwe doorlichtingen gebruiken deze versie; lopende") : Tr($" Lopende"))} doorlichtingen blijven op hun eigen versie."));
        return Redirect(InstrumentLinks.Version(instrument));
    }

    private async Task<IActionResult> RemoveAsync(Guid draftId)
    {
        await access.WriteAsync(async db =>
        {
            var draft = await FindAsync(db, draftId);
            db.InstrumentDrafts.RemoveRange(draft is null ? [] : [draft]);
            return draft;
        });
        this.Tell(Tr($"Het concept is verwijderd."));
        return Redirect(InstrumentLinks.Home);
    }

    /// <summary>The form was sent twice, or a colleague was first. A draft of another body is none.</summary>
    private async Task<IActionResult> GoneAsync(Guid draftId, DraftInput input)
    {
        if (await access.ReadAsync(db => db.InstrumentDrafts.IgnoreQueryFilters().AnyAsync(draft => draft.Id == draftId)) || input.Vragenset is not { } id || input.Versie is not { } version)
        {
            return NotFound();
        }

        var published = input.Actie == Publish ? (await access.ReadAsync(library.VersionsAsync)).FirstOrDefault(known => known.PublishedUtc is not null && (known.Instrument.Id, known.Instrument.Version) == (id, version)) : null;
        this.Tell(published is null ? Tr($"Dit concept is er niet meer.") : Tr($"Versie {version} is al gepubliceerd."));
        return Redirect(published is null ? InstrumentLinks.Home : InstrumentLinks.Version(published.Instrument));
    }

    /// <summary>What the form sends.</summary>
    public sealed class DraftInput
    {
        /// <summary>Button: publiceren or verwijderen.</summary>
        public string? Actie { get; set; }

        /// <summary>Id of the instrument, for who sends the form again after the draft is gone.</summary>
        public string? Vragenset { get; set; }

        public string? Versie { get; set; }
    }
}
