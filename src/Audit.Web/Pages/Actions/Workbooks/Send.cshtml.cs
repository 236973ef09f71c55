using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Actions.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>What the form for sending rows sends.</summary>
public sealed class SendForm
{
    public string? Adres { get; set; }

    /// <summary>Fingerprint of the rows that were looked at.</summary>
    public string? Gezien { get; set; }

    /// <summary>Made when the form was shown; the export gets it as its id, so that a form that is sent twice sends once.</summary>
    public Guid Inzending { get; set; } = Guid.CreateVersion7();
}

/// <summary>Sends the rows of one owner by e-mail: first an address, then exactly what goes to whom, then it goes.</summary>
[ShowsAnswers]
public sealed class SendModel(CaseAccess access, ContentStore contents, ExportQueue queue) : PageModel
{
    private const string AddressField = "adres";

    public OwnerExport Own { get; private set; } = null!;

    public SendForm Form { get; private set; } = new();

    /// <summary>Address to be confirmed; null while there is none.</summary>
    public string? Address { get; private set; }

    public string Classification => Own.ToExport(Guid.Empty, access.User.NowUtc).Classification;

    public async Task<IActionResult> OnGetAsync(Guid id, string owner)
    {
        if (!await LoadAsync(id, owner))
        {
            return NotFound();
        }

        Form.Adres = Own.Rows.Email;
        return Page();
    }

    /// <summary>Shows what would go to whom.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string owner, SendForm form)
    {
        if (!await LoadAsync(id, owner))
        {
            return NotFound();
        }

        Form = form;
        Address = Check();

        // Who comes back for another address sends another e-mail.
        Form.Inzending = Guid.CreateVersion7();
        return Page();
    }

    public async Task<IActionResult> OnPostVersturenAsync(Guid id, string owner, SendForm form, CancellationToken cancel)
    {
        if (!await LoadAsync(id, owner))
        {
            return NotFound();
        }

        Form = form;
        if (Check() is not { } address)
        {
            return Page();
        }

        Address = address;
        if (form.Gezien != Own.Rows.Fingerprint)
        {
            ModelState.AddModelError(string.Empty, Tr($"De acties van deze eigenaar zijn intussen veranderd. Kijk de lijst na en verstuur opnieuw. Er is nog niets verstuurd."));
            return Page();
        }

        if (await SendAsync(id, address, cancel) is { } refusal)
        {
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        this.Tell(Tr($"Het werkboek gaat zo naar {address}."));
        return Redirect(WorkbookLinks.Owners(id));
    }

    private string? Check()
    {
        ModelState.Clear();
        var address = RowsMail.AddressIn(Form.Adres);
        if (address is null)
        {
            ModelState.AddModelError(AddressField, Tr($"Vul een e-mailadres in, zoals naam@voorbeeld.nl."));
        }

        return address;
    }

    private async Task<string?> SendAsync(Guid id, string address, CancellationToken cancel)
    {
        var export = Own.ToExport(Form.Inzending == Guid.Empty ? Guid.CreateVersion7() : Form.Inzending, access.User.NowUtc);
        if (await queue.MakeAsync(export, cancel) is not { } file)
        {
            return Tr($"Er worden nu te veel werkboeken tegelijk gemaakt. Probeer het over een minuut opnieuw. Er is nog niets verstuurd.");
        }

        var mail = new RowsMail(address, Own.FileNameOn(access.User.NowUtc), file.ToArray());
        return await access.ChangeAsync(id, async (db, view) =>
        {
            if (!StatusChange.MayChange(view.MyRoles))
            {
                return WorkbookTexts.NotYours;
            }

            return await db.WorkbookExports.AnyAsync(row => row.Id == export.ExportId) ? null : Write(db, view, export, mail);
        });
    }

    private string? Write(AuditContext db, CaseView view, ActionPlanExport export, RowsMail mail)
    {
        ExportRecorder.Add(db, Own.Reading.Report, export, access.User.Actor, mail.To);
        db.Mails.Add(mail.ToRow(view.Case, export.ExportId, export.Classification, access.User.Actor));
        return null;
    }

    private async Task<bool> LoadAsync(Guid id, string owner)
    {
        if (await OwnerExport.FindAsync(access, contents, id, owner) is not { } own)
        {
            return false;
        }

        Own = own;
        return true;
    }
}
