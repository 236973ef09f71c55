using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Administration;
using Audit.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>The definitions of this installation, and what runs on them in the body of the administrator.</summary>
public sealed class IndexModel(AdminAccess access) : PageModel
{
    public IReadOnlyList<DefinitionLine> Definitions { get; private set; } = [];

    /// <summary>Drafts of this body, newest first.</summary>
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    public int Incidents => Definitions.Sum(line => line.Incidents);

    public async Task OnGetAsync()
    {
        Definitions = await access.ReadAsync(DefinitionsAsync);
        Drafts = await access.ReadAsync(DraftsAsync);
    }

    private async Task<IReadOnlyList<DefinitionLine>> DefinitionsAsync(AuditContext db)
    {
        var running = (await RunningProcesses.Of(db, access.User.BodyId)
            .GroupBy(process => new { process.DefinitionId, process.Version })
            .Select(same => new { same.Key.DefinitionId, same.Key.Version, Count = same.Count() })
            .ToListAsync()).ToLookup(row => row.DefinitionId, row => new VersionCount(row.Version, row.Count));
        var incidents = await RunningProcesses.StepsOf(db, access.User.BodyId)
            .Where(step => step.Incident != null)
            .GroupBy(step => step.DefinitionId)
            .Select(same => new { DefinitionId = same.Key, Count = same.Count() })
            .ToDictionaryAsync(row => row.DefinitionId, row => row.Count);
        var lines = new List<DefinitionLine>();
        foreach (var (id, numbers) in await DefinitionVersions.NumbersAsync(db))
        {
            var newest = (await DefinitionVersions.FindAsync(db, id, numbers[0]))!;
            lines.Add(new(id, newest.Definition.Name.Shown(), numbers)
            {
                Running = [.. running[id].OrderByDescending(count => count.Version)],
                Incidents = incidents.GetValueOrDefault(id),
            });
        }

        return [.. lines.OrderBy(line => line.Name, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<DraftLine>> DraftsAsync(AuditContext db)
    {
        var bodyId = access.User.BodyId;
        var rows = await (
            from draft in db.WorkflowDrafts
            join user in db.Users on draft.UploadedById equals user.Id
            where draft.BodyId == bodyId
            orderby draft.UploadedUtc descending
            select new { Draft = draft, user.DisplayName }).ToListAsync();
        return [.. rows.Select(row => new DraftLine(row.Draft, DefinitionDrafts.Open(row.Draft).Definition, row.DisplayName))];
    }

    /// <summary>A definition in the list.</summary>
    /// <param name="Id">Id of the definition.</param>
    /// <param name="Name">Name of its newest version.</param>
    /// <param name="Versions">Numbers of its versions, newest first.</param>
    public sealed record DefinitionLine(string Id, string Name, IReadOnlyList<int> Versions)
    {
        /// <summary>How many cases run, per version that has any, newest first.</summary>
        public required IReadOnlyList<VersionCount> Running { get; init; }

        public required int Incidents { get; init; }

        public bool IsHidden => RunningProcesses.AreHidden(Id);
    }

    public sealed record VersionCount(int Version, int Count);

    /// <summary>A draft in the list.</summary>
    /// <param name="Draft">The draft.</param>
    /// <param name="Definition">What stands in it; null when the rules have become stricter since.</param>
    /// <param name="By">Name of who uploaded it.</param>
    public sealed record DraftLine(WorkflowDraftRow Draft, WorkflowDefinition? Definition, string By)
    {
        public string Name => Definition is null ? Draft.FileName : Tr($"{Definition.Name.Shown()}, versie {Definition.Version}");
    }
}
