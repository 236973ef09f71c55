using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Administration;
using Audit.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>A checked definition before it is published: what changes, every way through it, and the decision.</summary>
public sealed class DraftModel(AdminAccess access, DefinitionDrafts drafts) : PageModel
{
    private const string Publish = "publiceren";

    public WorkflowDraftRow Draft { get; private set; } = null!;

    /// <summary>The definition; null when the rules have become stricter since it was uploaded.</summary>
    public WorkflowDefinition? Definition { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What changes since the newest version; null when the definition is new.</summary>
    public VersionChanges? Changes { get; private set; }

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
        (Definition, Problems) = DefinitionDrafts.Open(draft);
        if (Definition is not null)
        {
            Advice = await access.ReadAsync(db => DefinitionDrafts.AdviseAsync(db, Definition, access.User.Id));
            Changes = await access.ReadAsync(db => ChangesAsync(db, Definition));
        }

        return true;
    }

    private Task<WorkflowDraftRow?> FindAsync(AuditContext db, Guid draftId)
    {
        var bodyId = access.User.BodyId;
        return db.WorkflowDrafts.SingleOrDefaultAsync(draft => draft.Id == draftId && draft.BodyId == bodyId);
    }

    private static async Task<VersionChanges?> ChangesAsync(AuditContext db, WorkflowDefinition definition) =>
        await DefinitionVersions.NumbersAsync(db, definition.DefinitionId) is [var newest, ..]
        && await DefinitionVersions.FindAsync(db, definition.DefinitionId, newest) is { } older
            ? new(newest, DefinitionDifference.Between(older.Definition, definition))
            : null;

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

        var name = Tr($"Versie {Definition!.Version} van ‘{Definition.Name.Shown()}’");
        this.Tell(advice.IsPublished
            ? Tr($"{name} was al gepubliceerd met precies deze inhoud. Het concept is verwijderd.")
            : Tr($"{name} is gepubliceerd. Nieuwe doorlichtingen volgen deze versie; lopende doorlichtingen blijven op hun eigen versie."));
        return Redirect(AdminLinks.Version(Definition.DefinitionId, Definition.Version));
    }

    private async Task<IActionResult> RemoveAsync(Guid draftId)
    {
        await access.WriteAsync(async db =>
        {
            var draft = await FindAsync(db, draftId);
            db.WorkflowDrafts.RemoveRange(draft is null ? [] : [draft]);
            return draft;
        });
        this.Tell(Tr($"Het concept is verwijderd."));
        return Redirect(AdminLinks.Home);
    }

    /// <summary>The form was sent twice, or a colleague was first. A draft of another body is none.</summary>
    private async Task<IActionResult> GoneAsync(Guid draftId, DraftInput input)
    {
        if (await access.ReadAsync(db => db.WorkflowDrafts.IgnoreQueryFilters().AnyAsync(draft => draft.Id == draftId)) || input.Werkstroom is not { } id)
        {
            return NotFound();
        }

        var published = input.Actie == Publish && await access.ReadAsync(db => DefinitionVersions.FindAsync(db, id, input.Versie)) is not null;
        this.Tell(published ? Tr($"Versie {input.Versie} van ‘{id}’ is al gepubliceerd.") : Tr($"Dit concept is er niet meer."));
        return Redirect(published ? AdminLinks.Version(id, input.Versie) : AdminLinks.Home);
    }

    /// <summary>What the form sends.</summary>
    public sealed class DraftInput
    {
        /// <summary>Button: publiceren or verwijderen.</summary>
        public string? Actie { get; set; }

        /// <summary>Id of the definition, for who sends the form again after the draft is gone.</summary>
        public string? Werkstroom { get; set; }

        public int Versie { get; set; }
    }
}
