using System.Security.Cryptography;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Actions.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>What is known of a workbook that came back.</summary>
public sealed record ImportLine(Guid Id, string FileName, string By, DateTime UploadedUtc, WorkbookImportStatus Status);

/// <summary>A workbook comes back: it is read and kept, and nothing in the plan changes yet.</summary>
[LargestForm(LargestRequest)]
[ShowsAnswers]
public sealed class UploadModel(CaseAccess access, ExportQueue queue) : PageModel
{
    private const string FileField = "bestand";
    private const int LongestName = 200;

    /// <summary>Room for a file that is somewhat too large, so that its sender reads why at the field. Unit: bytes.</summary>
    private const int LargestRequest = 12 * 1024 * 1024;

    public CaseView View { get; private set; } = null!;

    public bool MayUpload { get; private set; }

    public Guid Submission { get; private set; } = Guid.CreateVersion7();

    public IReadOnlyList<ImportLine> Imports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? bestand, Guid inzending, CancellationToken cancel)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Submission = inzending == Guid.Empty ? Submission : inzending;
        var (importId, refusal) = MayUpload ? await TakeAsync(id, bestand, cancel) : (Guid.Empty, WorkbookTexts.NotYours);
        if (refusal is null)
        {
            return Redirect(WorkbookLinks.Upload(id, importId));
        }

        ModelState.Clear();
        ModelState.AddModelError(MayUpload ? FileField : string.Empty, refusal);
        return Page();
    }

    private async Task<(Guid Id, string? Refusal)> TakeAsync(Guid id, IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            return (Guid.Empty, file is null ? Tr($"Kies het werkboek dat u wilt inlezen.") : Tr($"Het bestand is leeg."));
        }

        if (!string.Equals(Path.GetExtension(file.FileName), ".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return (Guid.Empty, Tr($"Kies een bestand waarvan de naam eindigt op .xlsx. Sla het werkboek zo nodig opnieuw op als Excel-werkmap (.xlsx)."));
        }

        ImportedPlan? plan = null;
        await using var stream = file.OpenReadStream();
        var importId = await IdOfAsync(stream, cancel);
        if (!await queue.RunAsync(() => plan = ActionPlanImport.Read(stream), cancel))
        {
            return (importId, Tr($"Er worden nu te veel werkboeken tegelijk verwerkt. Probeer het over een minuut opnieuw."));
        }

        return (importId, plan!.Refusal ?? await access.ChangeAsync(id, (db, view) => StatusChange.MayChange(view.MyRoles)
            ? new WorkbookUpload(importId, NameOf(file), plan).KeepAsync(db, view.Case.Row.BodyId, id, access.User.Actor)
            : Task.FromResult<string?>(WorkbookTexts.NotYours)));
    }

    /// <summary>The same form with the same file is the same submission; with another file it is another one.</summary>
    private async Task<Guid> IdOfAsync(Stream file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(access.User.Id.ToByteArray());
        hash.AppendData(View.Id.ToByteArray());
        hash.AppendData(Submission.ToByteArray());
        hash.AppendData(await SHA256.HashDataAsync(file, cancel));
        file.Position = 0;
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static string NameOf(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)));
        return name.Length <= LongestName ? name : $"{name[..LongestName]}….xlsx";
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view || !await access.ReadAsync(db => db.Plans.AnyAsync(plan => plan.AssessmentId == id)))
        {
            return false;
        }

        View = view;
        MayUpload = StatusChange.MayChange(view.MyRoles);
        Imports = await access.ReadAsync(db => ImportsAsync(db, id));
        return true;
    }

    private static Task<List<ImportLine>> ImportsAsync(AuditContext db, Guid id) => (
        from row in db.WorkbookImports
        join user in db.Users on row.UserId equals user.Id
        where row.AssessmentId == id
        orderby row.UploadedUtc descending
        select new ImportLine(row.Id, row.FileName, user.DisplayName, row.UploadedUtc, row.Status)).ToListAsync();
}
