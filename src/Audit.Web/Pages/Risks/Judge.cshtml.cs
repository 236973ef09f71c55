using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>The team or the auditor judges one stage of a risk, each beside the other.</summary>
[ShowsAnswers]
public sealed class JudgeModel(CaseAccess access, ContentShelf shelf) : OneRiskPage(access, shelf)
{
    public RiskStage Stage { get; private set; }

    public JudgeForm Form { get; private set; } = new();

    /// <summary>Whether a colleague's judgement is shown beside one's own.</summary>
    public bool HasConflict { get; private set; }

    public bool MaySend => RiskRights.SideOf(View) is not null && IsExamined && !Risk.IsOut;

    /// <summary>The newest judgement of the same side; null when there is none.</summary>
    public RiskJudgementRow? Mine => Risk.Newest(Stage, Side.ByReviewer);

    /// <summary>The newest judgement of the other side; null when there is none.</summary>
    public RiskJudgementRow? Theirs => Risk.Newest(Stage, !Side.ByReviewer);

    public JudgedSide Side => new(Stage, RiskRights.SideOf(View) == true);

    public RiskBounds Bounds => RiskJudging.BoundsOf(Risk, Side, Scale);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid riskId, string stage)
    {
        if (!await LoadAsync(id, riskId, stage) || !MaySend)
        {
            return NotFound();
        }

        Form = JudgeForm.Of(Mine, Scale);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid riskId, string stage, JudgeForm form)
    {
        if (!await LoadAsync(id, riskId, stage))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState, Bounds);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var verdict = form.VerdictOf(Side, Scale);
        var refusal = await ChangeAsync(
            (view => RiskRights.SideOf(view) == verdict.Side.ByReviewer, RiskTexts.NotYourJudgement),
            (db, view, risk) => RiskJudging.JudgeAsync(db, view.Case, (risk, Scale, verdict), Access.User.Actor));
        return refusal is null ? Done(Tr($"Het oordeel is vastgelegd.")) : await RefuseAsync(refusal);
    }

    private async Task<IActionResult> RefuseAsync(string refusal)
    {
        var page = await RefuseAsync(refusal, refusal == RiskJudging.Changed ? JudgeForm.LevelField : string.Empty);
        HasConflict = refusal == RiskJudging.Changed;
        if (HasConflict)
        {
            // Who saves again has read the colleague's judgement.
            Form.Gezien = Mine?.Id.ToString();
        }

        return page;
    }

    private async Task<bool> LoadAsync(Guid id, Guid riskId, string segment)
    {
        if (RiskTexts.StageOf(segment) is not { } stage || !await LoadAsync(id, riskId))
        {
            return false;
        }

        Stage = stage;
        return true;
    }
}
