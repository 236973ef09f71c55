using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Administration;
using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>One published version: its steps, what changed in it and what runs on it in the body of the administrator.</summary>
public sealed class VersionModel(AdminAccess access) : PageModel
{
    public DefinitionVersion Version { get; private set; } = null!;

    public WorkflowDefinition Definition => Version.Definition;

    /// <summary>Name of who published it, when that was somebody of this body.</summary>
    public string? PublishedBy { get; private set; }

    /// <summary>Numbers of all versions, newest first.</summary>
    public IReadOnlyList<int> Versions { get; private set; } = [];

    /// <summary>What changed since the version before; null when this is the first one.</summary>
    public VersionChanges? Changes { get; private set; }

    public IReadOnlyList<CaseLine> Cases { get; private set; } = [];

    /// <summary>How many cases of the body are at each step.</summary>
    public IReadOnlyDictionary<string, StepCounts> Counts { get; private set; } = new Dictionary<string, StepCounts>();

    public bool IsHidden => RunningProcesses.AreHidden(Definition.DefinitionId);

    public async Task<IActionResult> OnGetAsync(string definitionId, int version)
    {
        if (await access.ReadAsync(db => DefinitionVersions.FindAsync(db, definitionId, version)) is not { } found)
        {
            return NotFound();
        }

        Version = found;
        await access.ReadAsync(LoadAsync);
        return Page();
    }

    private async Task<bool> LoadAsync(AuditContext db)
    {
        PublishedBy = await db.Users
            .Where(user => user.Id == Version.PublishedById && user.BodyId == access.User.BodyId)
            .Select(user => user.DisplayName)
            .SingleOrDefaultAsync();
        Versions = await DefinitionVersions.NumbersAsync(db, Definition.DefinitionId);
        Changes = await ChangesAsync(db);
        await LoadCasesAsync(db);
        return true;
    }

    private async Task<VersionChanges?> ChangesAsync(AuditContext db) =>
        Versions.Where(number => number < Definition.Version).Select(number => (int?)number).FirstOrDefault() is { } before
        && await DefinitionVersions.FindAsync(db, Definition.DefinitionId, before) is { } older
            ? new(before, DefinitionDifference.Between(older.Definition, Definition))
            : null;

    private async Task LoadCasesAsync(AuditContext db)
    {
        var (id, version) = (Definition.DefinitionId, Definition.Version);
        var processes = await RunningProcesses.Of(db, access.User.BodyId)
            .Where(process => process.DefinitionId == id && process.Version == version)
            .OrderBy(process => process.StartedUtc)
            .ToListAsync();
        var steps = await RunningProcesses.StepsOf(db, access.User.BodyId)
            .Where(step => step.DefinitionId == id && step.Version == version)
            .OrderBy(step => step.OpenedUtc)
            .ToListAsync();
        var byCase = steps.ToLookup(step => step.InstanceId);
        Cases = [.. processes.Select(process => LineOf(process, [.. byCase[process.InstanceId]]))];
        Counts = steps.GroupBy(step => step.Path).ToDictionary(same => same.Key, CountsOf);
    }

    private CaseLine LineOf(RunningProcess process, IReadOnlyList<RunningStep> steps) => new(
        process.CaseName,
        AdminWords.Steps(steps.Select(step => AdminWords.StepName(Definition, step.Path))),
        process.StartedUtc,
        steps.Any(step => step.Incident is not null));

    private static StepCounts CountsOf(IEnumerable<RunningStep> steps) => new(
        steps.DistinctBy(step => step.InstanceId).Count(),
        steps.Where(step => step.Incident is not null).DistinctBy(step => step.InstanceId).Count());

    public sealed record CaseLine(string Name, string Steps, DateTime StartedUtc, bool HasIncident);
}

/// <summary>What changed since another version.</summary>
/// <param name="Since">Number of that version.</param>
/// <param name="Changes">In words; empty when only the number changed.</param>
public sealed record VersionChanges(int Since, IReadOnlyList<DefinitionChange> Changes);
