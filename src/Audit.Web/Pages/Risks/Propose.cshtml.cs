using Audit.Core.Risks;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>Shows which risks answers and scores suggest, and adds what is ticked as a first draft.</summary>
[ShowsAnswers]
public sealed class ProposeModel(CaseAccess access, ContentShelf shelf) : RiskPage(access, shelf)
{
    public const string Field = "voorstel";

    /// <summary>The proposals per task; empty when there are none.</summary>
    public IReadOnlyList<ProposalGroup> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id) || !MayEdit)
        {
            return NotFound();
        }

        await ShowAsync([]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var ticked = Request.Form[Field].OfType<string>().ToHashSet();
        if (ticked.Count == 0)
        {
            ModelState.AddModelError(Field, Tr($"Kies minstens één voorstel."));
        }

        var added = 0;
        if (ModelState.IsValid && await ChangeAsync((RiskRights.MayEdit, RiskTexts.Closed), async (db, view) =>
        {
            added = await RiskDrafts.AddProposalsAsync(db, view.Case, proposal => ticked.Contains(ProposalLine.ValueOf(proposal)), Access.User.Actor);
            return null;
        }) is { } refusal)
        {
            ModelState.AddModelError(string.Empty, refusal);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(ticked);
            return Page();
        }

        this.Tell(Tr($"{RiskTexts.Count(added)} toegevoegd als concept. Herschrijf elk risico in uw eigen woorden en geef een oordeel.{(added < ticked.Count ? Tr($" Wat al in het register stond, is niet nog eens toegevoegd.") : string.Empty)}"));
        return Redirect(RiskLinks.Register(id));
    }

    private async Task ShowAsync(HashSet<string> ticked)
    {
        var proposals = await Access.ReadAsync(db => RiskDrafts.ProposalsAsync(db, View.Case, Access.User.NowUtc));
        Groups = [.. proposals.GroupBy(proposal => proposal.TaskId).Select(group => new ProposalGroup(
            Words.TaskName(group.Key), [.. group.Select(proposal => new ProposalLine(proposal, ticked.Contains(ProposalLine.ValueOf(proposal))))]))];
    }

    public sealed record ProposalGroup(string Name, IReadOnlyList<ProposalLine> Lines);

    public sealed record ProposalLine(RiskProposal Proposal, bool IsTicked)
    {
        public string Value => ValueOf(Proposal);

        public static string ValueOf(RiskProposal proposal) => $"{proposal.TaskId}/{proposal.Cue}/{proposal.Source}";
    }
}
