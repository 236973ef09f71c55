using Audit.Data.Database;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <content>Running processes and the versions of their definition.</content>
public sealed partial class EmbeddedEngine
{
    public async Task<MovePreview?> PreviewMoveAsync(AuditContext db, Guid instanceId, int version, CancellationToken cancellation = default) =>
        await MoveInHandAsync(db, instanceId, version, cancellation) is { } move
            ? await VersionMove.PreviewAsync(db, move.Instance, (move.Old, move.New), cancellation)
            : null;

    public async Task<MovePreview?> MoveAsync(AuditContext db, Guid instanceId, int version, CancellationToken cancellation = default)
    {
        if (await MoveInHandAsync(db, instanceId, version, cancellation) is not { } move)
        {
            return null;
        }

        var preview = await VersionMove.PreviewAsync(db, move.Instance, (move.Old, move.New), cancellation);
        if (preview.Refusal is null)
        {
            await VersionMove.MoveAsync(db, move.Instance, (move.Id, move.New), cancellation);
        }

        return preview;
    }

    private async Task<Move?> MoveInHandAsync(AuditContext db, Guid instanceId, int version, CancellationToken cancellation)
    {
        var instance = await db.WorkflowInstances.AsTracking().SingleOrDefaultAsync(
            row => row.Id == instanceId && row.Status == WorkflowStatus.Running, cancellation);
        if (instance is null)
        {
            return null;
        }

        var old = await definitions.GetAsync(db, instance.WorkflowDefinitionId, cancellation);
        var to = await db.WorkflowDefinitions
            .Where(row => row.DefinitionId == old.DefinitionId && row.DefinitionVersion == version)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellation);
        return to is { } id && id != instance.WorkflowDefinitionId
            ? new(instance, id, old, await definitions.GetAsync(db, id, cancellation))
            : null;
    }

    private sealed record Move(WorkflowInstanceRow Instance, Guid Id, WorkflowDefinition Old, WorkflowDefinition New);
}
