using Audit.Data.Database;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>A published version of a definition.</summary>
/// <param name="Definition">Its content.</param>
/// <param name="PublishedUtc">When it was published.</param>
/// <param name="PublishedById">Who published it on screen; null when it came with the program.</param>
public sealed record DefinitionVersion(WorkflowDefinition Definition, DateTime PublishedUtc, Guid? PublishedById);

/// <summary>Published definitions for reading.</summary>
public static class DefinitionVersions
{
    /// <summary>Every definition by its id, with the numbers of its versions, newest first.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<int>>> NumbersAsync(AuditContext db)
    {
        var rows = await db.WorkflowDefinitions.Select(row => new { row.DefinitionId, row.DefinitionVersion }).ToListAsync();
        return rows.GroupBy(row => row.DefinitionId).ToDictionary(
            same => same.Key,
            IReadOnlyList<int> (same) => [.. same.Select(row => row.DefinitionVersion).OrderDescending()]);
    }

    /// <summary>The numbers of the versions of one definition, newest first; empty when it was never published.</summary>
    public static Task<List<int>> NumbersAsync(AuditContext db, string definitionId) =>
        db.WorkflowDefinitions
            .Where(row => row.DefinitionId == definitionId)
            .OrderByDescending(row => row.DefinitionVersion)
            .Select(row => row.DefinitionVersion)
            .ToListAsync();

    /// <summary>One version; null when it was never published.</summary>
    public static async Task<DefinitionVersion?> FindAsync(AuditContext db, string definitionId, int version)
    {
        var row = await db.WorkflowDefinitions.SingleOrDefaultAsync(row => row.DefinitionId == definitionId && row.DefinitionVersion == version);
        return row is null ? null : new(Read(row), row.PublishedUtc, row.PublishedById);
    }

    private static WorkflowDefinition Read(WorkflowDefinitionRow row)
    {
        // Only read, not checked again: what is published stays visible when a rule became stricter.
        var (definition, problems) = DefinitionFile.Read(row.Json, $"{row.DefinitionId} versie {row.DefinitionVersion}");
        return definition ?? throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }
}
