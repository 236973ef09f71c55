using System.Security.Cryptography;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Jobs;
using Audit.Web.Pages.Jobs;
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
public sealed class UploadModel(CaseAccess access, ExportQueue queue, JobDesk desk) : PageModel
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
        var (next, refusal) = MayUpload ? await TakeAsync(id, bestand, cancel) : (string.Empty, WorkbookTexts.NotYours);
        if (refusal is null)
        {
            return Redirect(next);
        }

        ModelState.Clear();
        ModelState.AddModelError(MayUpload ? FileField : string.Empty, refusal);
        return Page();
    }

    private async Task<(string Next, string? Refusal)> TakeAsync(Guid id, IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            return (string.Empty, file is null ? Tr($"Kies het werkboek dat u wilt inlezen.") : Tr($"Het bestand is leeg."));
        }

        if (!string.Equals(Path.GetExtension(file.FileName), ".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return (string.Empty, Tr($"Kies een bestand waarvan de naam eindigt op .xlsx. Sla het werkboek zo nodig opnieuw op als Excel-werkmap (.xlsx)."));
        }

        await using var stream = file.OpenReadStream();
        var importId = await IdOfAsync(stream, cancel);
        return await IsLargeAsync(id, file) ? await LaterAsync(id, importId, file) : await NowAsync(id, importId, (file, stream), cancel);
    }

    private async Task<(string Next, string? Refusal)> NowAsync(Guid id, Guid importId, (IFormFile File, Stream Content) upload, CancellationToken cancel)
    {
        ImportedPlan? plan = null;
        if (!await queue.RunAsync(() => plan = ActionPlanImport.Read(upload.Content), cancel))
        {
            return (string.Empty, Tr($"Er worden nu te veel werkboeken tegelijk verwerkt. Probeer het over een minuut opnieuw."));
        }

        return (WorkbookLinks.Upload(id, importId), plan!.Refusal is { } unread ? Tr(unread) : await access.ChangeAsync(id, async (db, view) =>
            !StatusChange.MayChange(view.MyRoles) ? WorkbookTexts.NotYours
            : await new WorkbookUpload(importId, NameOf(upload.File), plan).KeepAsync(db, view.Case.Row.BodyId, id, access.User.Actor) is { } refusal ? Tr(refusal)
            : null));
    }

    /// <summary>Reads it in the background; the page of that work says when it is done.</summary>
    private async Task<(string Next, string? Refusal)> LaterAsync(Guid id, Guid importId, IFormFile file)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var refusal = await access.ChangeAsync(id, (db, view) => StatusChange.MayChange(view.MyRoles)
            ? desk.AddAsync(db, desk.Make(importId, JobKinds.WorkbookImport, id) with { Input = new WorkbookImportInput(importId, NameOf(file)), Content = content.ToArray() })
            : Task.FromResult<string?>(WorkbookTexts.NotYours));
        desk.Wake();
        return (JobWords.Link(importId), refusal);
    }

    private async Task<bool> IsLargeAsync(Guid id, IFormFile file) => file.Length <= JobKinds.LargestFile
        && (file.Length > JobKinds.LargeFile || await access.ReadAsync(db => ActionsAsync(db, id)) > JobKinds.ManyRows);

    /// <summary>Actions of the newest plan: a workbook that comes back has about as many rows.</summary>
    private static async Task<int> ActionsAsync(AuditContext db, Guid id)
    {
        var plan = await db.Plans.Where(row => row.AssessmentId == id).OrderByDescending(row => row.Sequence).Select(row => row.Id).FirstAsync();
        return await db.PlannedMeasures.CountAsync(row => row.PlanId == plan);
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
