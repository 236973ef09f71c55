using Audit.Core.Research;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Audit.Web.Pages.Research;

/// <summary>Shows what the answers suggest for the research plan, and adds what is ticked.</summary>
public sealed class ProposeModel(CaseAccess access) : ResearchPage(access)
{
    public const string Field = "voorstel";

    /// <summary>The proposals per task; empty when there are none.</summary>
    public IReadOnlyList<ProposalGroup> Groups { get; private set; } = [];

    public bool AreAllTicked => Groups.All(group => group.Lines.All(line => line.IsTicked));

    public async Task<IActionResult> OnGetAsync(Guid id, string? alles)
    {
        if (!await LoadAsync(id) || !MayEdit)
        {
            return NotFound();
        }

        await ShowAsync(_ => alles == "ja");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var ticked = Read(Request.Form[Field]);
        if (ticked.Count == 0)
        {
            ModelState.AddModelError(Field, Tr($"Kies minstens één voorstel."));
        }

        var added = ModelState.IsValid ? await AddAsync(ticked) : 0;
        if (!ModelState.IsValid)
        {
            await ShowAsync(proposal => ticked.Contains(proposal.Place));
            return Page();
        }

        this.Tell(MessageFor(added, ticked.Count - added));
        return Redirect(StepLinks.OfResearch(id));
    }

    /// <summary>Adds what was ticked; a refusal becomes an error of the page.</summary>
    private async Task<int> AddAsync(HashSet<ResearchPlace> ticked)
    {
        var added = 0;
        var refusal = await ChangeAsync(async (db, view) =>
        {
            added = await ResearchPlan.AddProposalsAsync(db, view.Case, ticked, Access.User.Actor);
            return null;
        });
        if (refusal is not null)
        {
            ModelState.AddModelError(string.Empty, refusal);
        }

        return added;
    }

    private static string MessageFor(int added, int left) =>
        left == 0 ? Tr($"{ResearchTexts.Count(added)} toegevoegd.")
        : left == 1 ? Tr($"{ResearchTexts.Count(added)} toegevoegd. 1 niet: die staat al in het plan of is intussen beantwoord.")
        : Tr($"{ResearchTexts.Count(added)} toegevoegd. {left} niet: die staan al in het plan of zijn intussen beantwoord.");

    private static HashSet<ResearchPlace> Read(StringValues values) =>
        [.. values.OfType<string>().Select(value => value.Split('/')).Where(parts => parts.Length == 2).Select(parts => new ResearchPlace(parts[0], parts[1]))];

    private async Task ShowAsync(Func<ResearchProposal, bool> isTicked)
    {
        var proposals = await Access.ReadAsync(db => ResearchPlan.ProposalsAsync(db, View.Case, Access.User.NowUtc));
        Groups = [.. proposals.GroupBy(proposal => proposal.TaskId).Select(group => new ProposalGroup(
            View.Case.Tasks.FirstOrDefault(task => task.Key == group.Key)?.Name ?? ResearchTexts.Body,
            [.. group.Select(proposal => new ProposalLine(proposal, isTicked(proposal)))]))];
    }

    public sealed record ProposalGroup(string Name, IReadOnlyList<ProposalLine> Lines);

    public sealed record ProposalLine(ResearchProposal Proposal, bool IsTicked)
    {
        public string Value => $"{Proposal.TaskId}/{Proposal.Question.Id}";
    }
}
