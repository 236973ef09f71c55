using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Data.Excel.Import;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Actions.Workbooks;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>What a workbook would change, cell by cell; and what it changed, once that was decided.</summary>
[LargestForm(LargestRequest)]
[RequestFormLimits(ValueCountLimit = MostFields)]
[ShowsAnswers]
public sealed class PreviewModel(CaseAccess access, ContentStore contents) : PageModel
{
    private const int LargestRequest = 16 * 1024 * 1024;

    /// <summary>A choice for each conflict; the usual limit would refuse a large workbook.</summary>
    private const int MostFields = 100_000;

    public CaseView View { get; private set; } = null!;

    public WorkbookImportRow Row { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public bool MayDecide { get; private set; }

    /// <summary>Why it can no longer be applied; null when it can, or when it was decided before.</summary>
    public string? Outdated { get; private set; }

    /// <summary>What it would change; null when that was decided before or cannot be said any more.</summary>
    public PreviewView? Preview { get; private set; }

    /// <summary>What it changed; null when it changed nothing.</summary>
    public MergePatch? Patch { get; private set; }

    public ChangePage? Written { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid importId, int pagina = 1) =>
        await LoadAsync(id, importId, PreviewForm.Empty with { Page = pagina }) ? Page() : NotFound();

    /// <summary>Shows the same again, with all conflicts chosen or with another page of changes; nothing that was chosen is lost.</summary>
    public async Task<IActionResult> OnPostKiezenAsync(Guid id, Guid importId, string? alles)
    {
        var form = PreviewForm.Read(Request.Form);
        if (!await LoadAsync(id, importId, form))
        {
            return NotFound();
        }

        if (alles is not null && Preview is { } shown)
        {
            Preview = new PreviewView(shown.Merge, form.WithAll(alles, shown.Preview));
        }

        return Page();
    }

    public Task<IActionResult> OnPostVerwerkenAsync(Guid id, Guid importId)
    {
        var form = PreviewForm.Read(Request.Form);
        return DecideAsync((id, importId), form, imports => imports.ApplyAsync(form.Seen, form.Choices), row => Tr($"Het werkboek is verwerkt: {WorkbookImports.SizeOf(StoredRows.Patch(row.PatchJson!))}."));
    }

    public Task<IActionResult> OnPostWegleggenAsync(Guid id, Guid importId) =>
        DecideAsync((id, importId), PreviewForm.Empty, imports => imports.SetAsideAsync(), _ => Tr($"Het werkboek is weggelegd. Er is niets gewijzigd."));

    public Task<IActionResult> OnPostTerugdraaienAsync(Guid id, Guid importId) =>
        DecideAsync((id, importId), PreviewForm.Empty, imports => imports.UndoAsync(), _ => Tr($"Het inlezen is ongedaan gemaakt. De waarden van ervoor staan er weer."));

    private async Task<IActionResult> DecideAsync(
        (Guid Case, Guid Import) which, PreviewForm form, Func<WorkbookImports, Task<ImportResult>> decide, Func<WorkbookImportRow, string> done)
    {
        var (id, importId) = which;
        var message = string.Empty;
        var result = await access.WriteAsync<ImportResult>(id, async (db, view) =>
        {
            if (await WorkbookImports.FindAsync(db, id, importId) is not { } row)
            {
                return null;
            }

            var outcome = StatusChange.MayChange(view.MyRoles) ? await decide(new(db, contents, row, access.User.Actor)) : ImportResult.Refused(WorkbookTexts.NotYours);
            message = outcome.Outcome == ImportOutcome.Done ? done(row) : Tr($"Over dit werkboek is al beslist: {WorkbookTexts.NameOf(row.Status).ToLowerInvariant()}.");
            return outcome;
        });
        if (result is null)
        {
            return NotFound();
        }

        if (result.Outcome is ImportOutcome.Done or ImportOutcome.AlreadyDecided)
        {
            this.Tell(message);
            return Redirect(WorkbookLinks.Upload(id, importId));
        }

        foreach (var reason in result.Outcome == ImportOutcome.Changed ? [WorkbookTexts.Changed] : result.Reasons)
        {
            ModelState.AddModelError(string.Empty, reason);
        }

        return await LoadAsync(id, importId, form) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, Guid importId, PreviewForm form)
    {
        if (await access.FindAsync(id) is not { } view || await access.ReadAsync(db => WorkbookImports.FindAsync(db, id, importId)) is not { } row)
        {
            return false;
        }

        (View, Row) = (view, row);
        MayDecide = StatusChange.MayChange(view.MyRoles);
        await access.ReadAsync(async db =>
        {
            var people = new[] { row.UserId, row.UndoneById ?? row.UserId };
            Names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName);
            var report = (await CaseReport.FindAsync(db, contents, id, access.User.NowUtc))!;
            await (row.Status == WorkbookImportStatus.Previewed ? PreviewAsync(db, report, form) : ShowWrittenAsync(report, form));
            return true;
        });
        return true;
    }

    private async Task PreviewAsync(AuditContext db, CaseReport report, PreviewForm form)
    {
        var export = await db.WorkbookExports.SingleAsync(export => export.Id == Row.ExportId);
        Outdated = await WorkbookUpload.OutdatedAsync(db, export) is { } why ? Tr(why) : null;
        Preview = Outdated is null ? new PreviewView(await PlanMerge.OfAsync(db, report, export, Row.ContentJson), form) : null;
    }

    private Task ShowWrittenAsync(CaseReport report, PreviewForm form)
    {
        if (Row.PatchJson is not null)
        {
            Patch = StoredRows.Patch(Row.PatchJson);
            var actions = PlanMerge.ActionsOf(report).ToDictionary(action => action.RowKey);
            Written = ChangePage.Of([.. Patch.Cells.Select(change => ChangeLine.Of(change.Cell, change.Old, change.New))], actions, form.Page);
        }

        return Task.CompletedTask;
    }
}
