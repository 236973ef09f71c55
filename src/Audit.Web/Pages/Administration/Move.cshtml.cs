using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Administration;
using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration;

/// <summary>Moves running cases of the body to this version, after showing what that changes for each of them.</summary>
public sealed class MoveModel(AdminAccess access, ProcessMoves moves) : PageModel
{
    public WorkflowDefinition Definition { get; private set; } = null!;

    public IReadOnlyList<MoveLine> Lines { get; private set; } = [];

    public MoveForm Form { get; private set; } = new();

    /// <summary>How many cases were just moved while others were not; 0 before anything was sent.</summary>
    public int Moved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string definitionId, int version) => await LoadAsync(definitionId, version) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string definitionId, int version, MoveForm form)
    {
        if (!await LoadAsync(definitionId, version))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var orders = form.Orders(definitionId, version).ToList();
        foreach (var order in orders)
        {
            Moved += await MoveAsync(order) ? 1 : 0;
        }

        return await AnswerAsync(orders.Count);
    }

    private async Task<bool> LoadAsync(string definitionId, int version)
    {
        if (RunningProcesses.AreHidden(definitionId) || await access.ReadAsync(db => DefinitionVersions.FindAsync(db, definitionId, version)) is not { } found)
        {
            return false;
        }

        Definition = found.Definition;
        Lines = await access.ReadAsync(LinesAsync);
        return true;
    }

    private async Task<IReadOnlyList<MoveLine>> LinesAsync(AuditContext db)
    {
        var candidates = await moves.CandidatesAsync(db, access.User.BodyId, Definition.DefinitionId, Definition.Version);
        var names = new Dictionary<int, Dictionary<string, string>>();
        foreach (var version in candidates.Select(candidate => candidate.Process.Version).Distinct())
        {
            names[version] = NamesOf((await DefinitionVersions.FindAsync(db, Definition.DefinitionId, version))!.Definition);
        }

        var passed = NamesOf(Definition);
        return [.. candidates.Select(candidate => new MoveLine(
            candidate.Process,
            StepLine.AllOf(candidate.Preview, names[candidate.Process.Version]),
            [.. candidate.Preview.Passed.Select(id => passed[id])],
            candidate.Preview.Refusal is { } why ? Tr(why) : null))];
    }

    private static Dictionary<string, string> NamesOf(WorkflowDefinition definition) =>
        definition.Activities.ToDictionary(node => node.Id, StepWords.NameOf);

    /// <summary>Moves one case in a transaction of its own; what stands in the way becomes an error of the page.</summary>
    private async Task<bool> MoveAsync(MoveOrder order)
    {
        var refusal = await access.WriteAsync(async db => await moves.MoveAsync(db, access.User.BodyId, order, access.User.Actor) ?? string.Empty);
        if (refusal is "")
        {
            return true;
        }

        // A case of another body has no name here, and there is nothing to say about it.
        if (Lines.FirstOrDefault(line => line.Process.InstanceId == order.InstanceId) is { } line)
        {
            ModelState.AddModelError(string.Empty, Tr($"‘{line.Process.CaseName}’ is niet verplaatst: {refusal ?? Tr($"u bent geen beheerder meer")}."));
        }

        return false;
    }

    private async Task<IActionResult> AnswerAsync(int chosen)
    {
        if (ModelState.IsValid)
        {
            var others = Moved == chosen ? string.Empty : Tr($" Niet verplaatst: {chosen - Moved}. Wat niet meer loopt of al op deze versie staat, blijft zoals het is.");
            this.Tell(Tr($"{AdminWords.Cases(Moved)} verplaatst naar versie {Definition.Version}.{others}"));
            return Redirect(AdminLinks.Version(Definition.DefinitionId, Definition.Version));
        }

        Lines = await access.ReadAsync(LinesAsync);
        return Page();
    }

    /// <summary>A case with what moving it changes.</summary>
    /// <param name="Process">The running process.</param>
    /// <param name="Steps">Its open steps.</param>
    /// <param name="Passed">Names of new steps that it has passed already.</param>
    /// <param name="Refusal">Why it cannot be moved; null when it can.</param>
    public sealed record MoveLine(RunningProcess Process, IReadOnlyList<StepLine> Steps, IReadOnlyList<string> Passed, string? Refusal);

    /// <summary>An open step with what changes for it; the same step of several tasks is one line.</summary>
    public sealed record StepLine(string Name, int Tasks, IReadOnlyList<string> Changes)
    {
        public static IReadOnlyList<StepLine> AllOf(MovePreview preview, Dictionary<string, string> names) =>
            [.. preview.Steps.GroupBy(step => step.ActivityId).Select(same => new StepLine(names[same.Key], same.Count(), same.First().Changes))];
    }
}
