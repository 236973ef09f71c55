using System.Collections.Concurrent;
using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>Published definitions: immutable rows, so that what has been read once may be kept.</summary>
internal sealed class PublishedDefinitions
{
    private readonly ConcurrentDictionary<Guid, WorkflowDefinition> read = [];

    public async Task<WorkflowDefinition> GetAsync(AuditContext db, Guid id, CancellationToken cancellation)
    {
        if (!read.TryGetValue(id, out var definition))
        {
            var row = await db.WorkflowDefinitions.AsNoTracking().SingleAsync(known => known.Id == id, cancellation);
            definition = read[id] = Parse(row);
        }

        return definition;
    }

    public static async Task<WorkflowDefinitionRow?> NewestAsync(AuditContext db, string definitionId, CancellationToken cancellation) =>
        await db.WorkflowDefinitions.AsNoTracking()
            .Where(row => row.DefinitionId == definitionId)
            .OrderByDescending(row => row.DefinitionVersion)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Publishes definitions that are new, all or nothing.</summary>
    public static async Task<IReadOnlyList<Problem>> PublishAsync(
        AuditContext db, IReadOnlyList<LoadedDefinition> files, IEnumerable<Problem> found, CancellationToken cancellation)
    {
        var problems = found.ToList();
        var known = await db.WorkflowDefinitions.AsNoTracking()
            .Select(row => new { row.DefinitionId, row.DefinitionVersion, row.Sha256 })
            .ToDictionaryAsync(row => (row.DefinitionId, row.DefinitionVersion), row => row.Sha256, cancellation);
        var fresh = new List<WorkflowDefinition>();
        foreach (var (path, definition) in files)
        {
            if (!known.TryGetValue((definition.DefinitionId, definition.Version), out var hash))
            {
                fresh.Add(definition);
            }
            else if (hash != definition.Content.Sha256)
            {
                problems.Add(new(path, 1, $"versie {definition.Version} van '{definition.DefinitionId}' is al gepubliceerd met andere inhoud; verhoog 'version' tot {definition.Version + 1}"));
            }
        }

        if (problems.TrueForAll(problem => problem.IsWarning))
        {
            db.WorkflowDefinitions.AddRange(fresh.Select(Row));
            await db.SaveChangesAsync(cancellation);
        }

        return problems;
    }

    private static WorkflowDefinitionRow Row(WorkflowDefinition definition) => new()
    {
        Id = Guid.CreateVersion7(),
        DefinitionId = definition.DefinitionId,
        DefinitionVersion = definition.Version,
        Sha256 = definition.Content.Sha256,
        Json = definition.Content.Json,
    };

    private static WorkflowDefinition Parse(WorkflowDefinitionRow row)
    {
        // Only read, not checked again: a rule that became stricter must not stop a running case.
        var (definition, problems) = DefinitionFile.Read(row.Json, $"{row.DefinitionId} versie {row.DefinitionVersion}");
        return definition ?? throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }
}
