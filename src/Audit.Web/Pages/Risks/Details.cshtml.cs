using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Risks;

/// <summary>One risk with everything that was said of it.</summary>
[ShowsAnswers]
public sealed class DetailsModel(CaseAccess access, ContentShelf shelf) : OneRiskPage(access, shelf)
{
    private const int TextLength = 4000;

    private Dictionary<Guid, string> names = [];

    /// <summary>The answers and other things on which it rests.</summary>
    public TieLines Ties { get; private set; } = null!;

    /// <summary>The score of its task as the answers stand; null when the task is no longer examined.</summary>
    public TaskScore? Score { get; private set; }

    /// <summary>The risk in the previous case of which this is the copy; null when there is none.</summary>
    public EarlierRisk? Earlier { get; private set; }

    /// <summary>Everything that happened, newest first.</summary>
    public IReadOnlyList<TrailRow> History { get; private set; } = [];

    /// <summary>The explanation of a difference as typed; null unless it was refused.</summary>
    public string? Typed { get; private set; }

    public bool MayAccept => RiskRights.MayAccept(View);

    public bool? Side => RiskRights.SideOf(View);

    public bool MayChange => MayEdit && IsExamined && !Risk.IsOut;

    public string NameOf(Guid? userId) => userId is { } id ? names.GetValueOrDefault(id) ?? Tr($"Iemand die er niet meer is") : Tr($"Het programma");

    /// <summary>The newest explanation of a difference at a stage; null when there is none.</summary>
    public TrailRow? ExplanationOf(RiskStage stage)
    {
        var subject = RiskTrail.SubjectOf(Risk.Row.Id, RiskTrail.PartOf(stage));
        return History.FirstOrDefault(row => row.Event == RiskTrail.Explained && row.Subject == subject);
    }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid riskId)
    {
        if (!await LoadAsync(id, riskId))
        {
            return NotFound();
        }

        await LoadMoreAsync();
        return Page();
    }

    /// <summary>Puts the risk back into the register.</summary>
    public async Task<IActionResult> OnPostTerugzettenAsync(Guid id, Guid riskId, Guid gezien)
    {
        if (!await LoadAsync(id, riskId))
        {
            return NotFound();
        }

        var refusal = await ChangeAsync((RiskRights.MayEdit, RiskTexts.Closed), (db, view, _) => RiskRecorder.MoveAsync(db, view.Case, (riskId, gezien, null), Access.User.Actor));
        return refusal is null ? Done(Tr($"Het risico staat weer in het register.")) : await ShowAgainAsync(refusal, string.Empty);
    }

    /// <summary>Records why team and auditor judge differently.</summary>
    public async Task<IActionResult> OnPostVerschilAsync(Guid id, Guid riskId, string? onderwerp, string? verklaring)
    {
        if (!await LoadAsync(id, riskId) || RiskTexts.StageOf(onderwerp ?? string.Empty) is not { } stage)
        {
            return NotFound();
        }

        Typed = verklaring?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        var wrong = Typed.Length switch
        {
            0 => Tr($"Schrijf op waarom de oordelen verschillen."),
            > TextLength => Tr($"Maak de verklaring korter: hooguit {TextLength} tekens."),
            _ => null,
        };
        var refusal = wrong ?? await ChangeAsync(
            (view => RiskRights.SideOf(view) is not null, RiskTexts.NotYourJudgement),
            (db, view, risk) => RiskJudging.ExplainAsync(db, view.Case, (risk, stage, Typed), Access.User.Actor));
        return refusal is null ? Done(Tr($"De verklaring is vastgelegd.")) : await ShowAgainAsync(refusal, $"verklaring-{RiskTexts.SegmentOf(stage)}");
    }

    private async Task<IActionResult> ShowAgainAsync(string refusal, string field)
    {
        var page = await RefuseAsync(refusal, field);
        await LoadMoreAsync();
        return page;
    }

    private async Task LoadMoreAsync()
    {
        var current = View.Case;
        Score = RiskGates.ScoresOf(current, Access.User.NowUtc).FirstOrDefault(score => score.TaskId == Risk.Row.TaskKey);
        Ties = new(View, Risk, Words.AnswersOf(Risk.Row.TaskKey, Access.User.NowUtc), View.Case.ReferenceDate(Access.User.NowUtc));
        History = await Access.ReadAsync(db => RiskTrail.OfAsync(db, View.Id, Risk.Row.Id));
        Earlier = await Access.ReadAsync(db => EarlierRisk.FindAsync(db, current, Risk.Row));
        var people = Risk.Judgements.Select(row => row.UserId)
            .Concat(Risk.Acceptances.SelectMany(row => new[] { row.UserId, row.WithdrawnById ?? row.UserId }))
            .Concat(History.Select(row => row.UserId).OfType<Guid>())
            .Concat(Earlier?.Judgements.Select(row => row.UserId) ?? [])
            .Distinct()
            .ToList();
        names = await Access.ReadAsync(db => db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName));
    }
}
