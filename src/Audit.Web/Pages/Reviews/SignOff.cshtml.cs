using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Reviews;

/// <summary>An auditor signs what was reviewed; everybody sees whether that is still what stands.</summary>
[ShowsAnswers]
public sealed class SignOffModel(CaseAccess access, ContentStore contents) : ReviewPage(access)
{
    private const string StatementField = "verklaring";
    private const string ReasonField = "reden";
    private const int MostCharacters = 4000;

    public CaseReport Report { get; private set; } = null!;

    public SignOffs SignOffs { get; private set; } = null!;

    public SignOffInput Input { get; private set; } = new();

    /// <summary>The standing signature of this member; null when there is none.</summary>
    public Signature? Mine => SignOffs.Signatures.FirstOrDefault(signature => signature.Stands && signature.Row.UserId == Access.User.Id);

    public bool MaySign => MayReview && Mine is null && SignOffs.Undecided.Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = new() { Verklaring = Tr($"Ik heb alle taken van deze doorlichting beoordeeld. Ik zat niet in het team."), Gezien = SignOffs.Facts.Sha256, Inzending = Guid.CreateVersion7().ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, SignOffInput input)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = input;
        var withdraws = input.Actie == "intrekken";
        var field = withdraws ? ReasonField : StatementField;
        ModelState.CheckText(field, withdraws ? input.Reden : input.Verklaring, (withdraws ? Tr($"Schrijf op waarom u intrekt.") : Tr($"Schrijf op wat u verklaart."), MostCharacters));
        if (ModelState.IsValid && await (withdraws ? WithdrawAsync(input) : SignAsync(id, input)) is { } refusal)
        {
            await LoadAsync(id);
            ModelState.AddModelError(refusal == ReviewRights.NotYours ? string.Empty : field, refusal);

            // Who signs again has seen what stands there now.
            input.Gezien = SignOffs.Facts.Sha256;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        this.Tell(withdraws ? Tr($"Uw ondertekening is ingetrokken.") : Tr($"U hebt de beoordeling ondertekend."));
        return Redirect(ReviewLinks.SignOff(id));
    }

    private Task<string?> SignAsync(Guid id, SignOffInput input) => ChangeAsync(ReviewRights.MayReview, async (db, _) =>
        await CaseReport.FindAsync(db, contents, id, Access.User.NowUtc) is { } report
            ? await SignOffs.SignAsync(db, report, (IdOf(input.Inzending), TypedText.Of(input.Verklaring)!, input.Gezien ?? string.Empty), Access.User.Actor)
            : ReviewRights.NotYours);

    private Task<string?> WithdrawAsync(SignOffInput input) => ChangeAsync((_, roles) => Policies.Review.Allows(roles), (db, view) =>
        SignOffs.WithdrawAsync(db, view.Case.Row, (input.Ondertekening, input.Versie, TypedText.Of(input.Reden)!), Access.User.Actor));

    private async Task<bool> LoadAsync(Guid id)
    {
        if (!await FindAsync(id) || await CaseReading.FindAsync(Access, contents, id) is not { } reading)
        {
            return false;
        }

        Report = reading.Report;
        SignOffs = await Access.ReadAsync(db => SignOffs.ReadAsync(db, Report));
        return true;
    }

    /// <summary>What the two forms send.</summary>
    public sealed class SignOffInput
    {
        /// <summary>Button: ondertekenen or intrekken.</summary>
        public string? Actie { get; set; }

        public string? Verklaring { get; set; }

        public string? Reden { get; set; }

        /// <summary>Hash of what the person was looking at.</summary>
        public string? Gezien { get; set; }

        /// <summary>Made when the form was shown.</summary>
        public string? Inzending { get; set; }

        /// <summary>The signature to withdraw, and its version that the person was looking at.</summary>
        public Guid Ondertekening { get; set; }

        public Guid Versie { get; set; }
    }
}
