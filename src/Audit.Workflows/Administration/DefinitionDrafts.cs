using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Cases;
using Audit.Workflows.Definitions;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>Whether a draft can be published.</summary>
/// <param name="IsPublished">Exactly this content is published already.</param>
/// <param name="Refusal">Why it cannot be published, in Dutch; null when nothing stands in the way.</param>
public sealed record PublishAdvice(bool IsPublished, string? Refusal)
{
    public bool MayPublish => !IsPublished && Refusal is null;
}

/// <summary>Keeps uploaded definitions until they are published or thrown away. Every method works inside the caller's transaction.</summary>
public sealed class DefinitionDrafts(IWorkflowEngine engine)
{
    /// <summary>Largest upload. Unit: bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    private static string ForAllBodies =>
        Tr($"In deze installatie werken meer organisaties. Een werkstroom geldt voor al die organisaties. Alleen de beheerder van de hele installatie mag dan publiceren.");

    /// <summary>Reads and checks an upload; the row is null when it has errors.</summary>
    /// <param name="bodyId">Body of the administrator.</param>
    /// <param name="upload">Name of the file and what stands in it.</param>
    /// <param name="actor">Who uploads it.</param>
    public static (WorkflowDraftRow? Draft, IReadOnlyList<Problem> Problems) Read(Guid bodyId, (string FileName, string Text) upload, Actor actor)
    {
        var (definition, problems) = DefinitionFile.Parse(upload.Text, upload.FileName);
        return definition is null
            ? (null, problems)
            : (new()
            {
                Id = Guid.CreateVersion7(),
                BodyId = bodyId,
                FileName = upload.FileName,
                Json = upload.Text,
                UploadedById = actor.UserId!.Value,
                UploadedUtc = actor.NowUtc,
            }, problems);
    }

    /// <summary>The definition in a draft; null when rules have become stricter since it was uploaded.</summary>
    public static (WorkflowDefinition? Definition, IReadOnlyList<Problem> Problems) Open(WorkflowDraftRow draft) => DefinitionFile.Parse(draft.Json, draft.FileName);

    /// <summary>Looks whether somebody can publish a definition, without changing anything.</summary>
    public static async Task<PublishAdvice> AdviseAsync(AuditContext db, WorkflowDefinition definition, Guid? userId)
    {
        var hashes = await db.WorkflowDefinitions
            .Where(row => row.DefinitionId == definition.DefinitionId)
            .Select(row => new { row.DefinitionVersion, row.Sha256 })
            .ToDictionaryAsync(row => row.DefinitionVersion, row => row.Sha256);
        if (hashes.GetValueOrDefault(definition.Version) == definition.Content.Sha256)
        {
            return new(true, null);
        }

        var refusal = ClashOf(definition, [.. hashes.Keys]);
        return new(false, refusal ?? (await InstallationRights.MayPublishAsync(db, userId) ? null : ForAllBodies));
    }

    /// <summary>Publishes a draft, records that in the trail and removes the draft; also when it was published already.</summary>
    /// <returns>What stood in the way; nothing is changed when that is a refusal.</returns>
    public async Task<PublishAdvice> PublishAsync(AuditContext db, WorkflowDraftRow draft, Actor actor)
    {
        var (definition, problems) = Open(draft);
        if (definition is null)
        {
            return new(false, Tr($"Het bestand past niet meer bij de regels: {Tr(problems[0].Message)}."));
        }

        var advice = await AdviseAsync(db, definition, actor.UserId);
        if (advice.MayPublish)
        {
            problems = await engine.PublishAsync(db, new(draft.FileName, definition), new(actor.NowUtc, actor.UserId));
            advice = problems.FirstOrDefault(problem => !problem.IsWarning) is { } problem ? new(false, Tr(problem.Message)) : advice;
        }

        if (advice.Refusal is null)
        {
            await CloseAsync(db, draft, definition, advice, actor);
        }

        return advice;
    }

    /// <summary>Why the number of a version cannot be used, with the next free one; null when it can.</summary>
    private static string? ClashOf(WorkflowDefinition definition, IReadOnlyCollection<int> published)
    {
        var (version, newest) = (definition.Version, published.Append(0).Max());
        if (version > newest)
        {
            return null;
        }

        var clash = published.Contains(version)
            ? Tr($"Versie {version} van ‘{definition.DefinitionId}’ is al gepubliceerd met andere inhoud.")
            : Tr($"Versie {version} is ouder dan versie {newest}, die al is gepubliceerd: nieuwe doorlichtingen zouden haar nooit volgen.");
        return Tr($"{clash} Zet ‘version’ in het bestand op {newest + 1} en voeg het opnieuw toe.");
    }

    private static async Task CloseAsync(AuditContext db, WorkflowDraftRow draft, WorkflowDefinition definition, PublishAdvice advice, Actor actor)
    {
        db.WorkflowDrafts.Remove(draft);
        if (!advice.IsPublished)
        {
            db.Trail.Add(new TrailRow
            {
                BodyId = draft.BodyId,
                UserId = actor.UserId,
                AtUtc = actor.NowUtc,
                Event = "workflow.published",
                Subject = $"{definition.DefinitionId} v{definition.Version}",
            });
        }

        await db.SaveChangesAsync();
    }
}
