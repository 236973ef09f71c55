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

    /// <summary>Id of the newest version; null when the process was never published.</summary>
    public static Task<Guid?> NewestAsync(AuditContext db, string definitionId, CancellationToken cancellation) =>
        db.WorkflowDefinitions
            .Where(row => row.DefinitionId == definitionId)
            .OrderByDescending(row => row.DefinitionVersion)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Publishes definitions that are new, all or nothing.</summary>
    public static async Task<IReadOnlyList<Problem>> PublishAsync(
        AuditContext db, IReadOnlyList<LoadedDefinition> files, IEnumerable<Problem> found, Publication by, CancellationToken cancellation)
    {
        var problems = found.ToList();
        var known = await db.WorkflowDefinitions.AsNoTracking()
            .Select(row => new { row.DefinitionId, row.DefinitionVersion, row.Sha256, row.PublishedById })
            .ToDictionaryAsync(row => (row.DefinitionId, row.DefinitionVersion), row => (row.Sha256, OnScreen: row.PublishedById is not null), cancellation);
        problems = [.. problems, .. files.Where(IsChanged).Select(Changed)];
        if (problems.All(problem => problem.IsWarning))
        {
            db.WorkflowDefinitions.AddRange(files.Where(file => Published(file) is null).Select(file => Row(file.Definition, by)));
            await db.SaveChangesAsync(cancellation);
        }

        return problems;

        (string Sha256, bool OnScreen)? Published(LoadedDefinition file) =>
            known.TryGetValue((file.Definition.DefinitionId, file.Definition.Version), out var found) ? found : null;

        bool IsChanged(LoadedDefinition file) => Published(file) is { } earlier && earlier.Sha256 != file.Definition.Content.Sha256;

        // What an administrator published must not keep a newer program from starting.
        Problem Changed(LoadedDefinition file) => by.UserId is null && Published(file)!.Value.OnScreen
            ? new(file.Path, 1, Sentence.Of($"versie {file.Definition.Version} van '{file.Definition.DefinitionId}' is op het scherm gepubliceerd met andere inhoud; dit bestand wordt niet gebruikt"), IsWarning: true)
            : new(file.Path, 1, Sentence.Of($"versie {file.Definition.Version} van '{file.Definition.DefinitionId}' is al gepubliceerd met andere inhoud; verhoog 'version' tot {file.Definition.Version + 1}"));
    }

    private static WorkflowDefinitionRow Row(WorkflowDefinition definition, Publication by) => new()
    {
        Id = Guid.CreateVersion7(),
        DefinitionId = definition.DefinitionId,
        DefinitionVersion = definition.Version,
        Sha256 = definition.Content.Sha256,
        Json = definition.Content.Json,
        PublishedUtc = by.NowUtc,
        PublishedById = by.UserId,
    };

    private static WorkflowDefinition Parse(WorkflowDefinitionRow row)
    {
        // Only read, not checked again: a rule that became stricter must not stop a running case.
        var (definition, problems) = DefinitionFile.Read(row.Json, $"{row.DefinitionId} versie {row.DefinitionVersion}");
        return definition ?? throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }
}
