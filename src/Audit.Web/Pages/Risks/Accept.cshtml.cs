using System.Globalization;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>The sponsor accepts what is left of a risk, until a day.</summary>
[ShowsAnswers]
public sealed class AcceptModel(CaseAccess access, ContentShelf shelf) : OneRiskPage(access, shelf)
{
    public AcceptForm Form { get; private set; } = new();

    /// <summary>Position of the level that would be accepted; null while nobody has judged.</summary>
    public int? Level => Risk.LevelOf(RiskStage.Residual);

    public bool MaySend => RiskRights.MayAccept(View);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid riskId)
    {
        if (!await LoadAsync(id, riskId) || !MaySend || !IsExamined || Risk.IsOut)
        {
            return NotFound();
        }

        Form = new() { Inzending = Guid.CreateVersion7().ToString(), Gezien = Seen };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid riskId, AcceptForm form)
    {
        if (!await LoadAsync(id, riskId))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState, Scale, Today);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = await ChangeAsync(
            (RiskRights.MayAccept, RiskTexts.OnlySponsor), (db, view, risk) => RiskAccepting.AcceptAsync(db, view.Case, (risk, Scale, form.NewId, form.Wish), Access.User.Actor));
        if (refusal is null)
        {
            return Done(Tr($"U hebt het restrisico geaccepteerd."));
        }

        var page = await RefuseAsync(refusal);
        Form.Gezien = Seen;
        return page;
    }

    private string? Seen => Level?.ToString(CultureInfo.InvariantCulture);
}
