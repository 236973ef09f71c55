using System.Globalization;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>A running process and what moving it would change.</summary>
public sealed record MoveCandidate(RunningProcess Process, MovePreview Preview);

/// <summary>A process to move as the administrator saw it.</summary>
/// <param name="InstanceId">The process.</param>
/// <param name="State">Its state when the preview was shown.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="Version">The version to which it moves.</param>
/// <param name="Reason">Why, in the words of the administrator.</param>
public sealed record MoveOrder(Guid InstanceId, Guid State, string DefinitionId, int Version, string Reason);

/// <summary>Moves running processes of a body to another version of their definition. Every method works inside the caller's transaction.</summary>
public sealed class ProcessMoves(IWorkflowEngine engine)
{
    private static string Gone => Tr($"deze doorlichting loopt niet meer of staat al op deze versie");
    private static string Changed => Tr($"deze doorlichting is intussen verder gegaan; kijk eerst opnieuw wat er verandert");

    /// <summary>The processes on other versions, oldest first, each with what would change.</summary>
    public async Task<IReadOnlyList<MoveCandidate>> CandidatesAsync(AuditContext db, Guid bodyId, string definitionId, int version)
    {
        var processes = await RunningProcesses.Of(db, bodyId)
            .Where(process => process.DefinitionId == definitionId && process.Version != version)
            .OrderBy(process => process.StartedUtc)
            .ThenBy(process => process.InstanceId)
            .ToListAsync();
        var candidates = new List<MoveCandidate>(processes.Count);
        foreach (var process in processes)
        {
            if (await engine.PreviewMoveAsync(db, process.InstanceId, version) is { } preview)
            {
                candidates.Add(new(process, preview));
            }
        }

        return candidates;
    }

    /// <summary>Moves one process, when it is still as it was seen, and records that in the trail.</summary>
    /// <returns>Why it was not moved, in Dutch; null when it was.</returns>
    public async Task<string?> MoveAsync(AuditContext db, Guid bodyId, MoveOrder order, Actor actor)
    {
        var process = await RunningProcesses.Of(db, bodyId)
            .SingleOrDefaultAsync(known => known.InstanceId == order.InstanceId && known.DefinitionId == order.DefinitionId);
        if (process is null || process.Version == order.Version)
        {
            return Gone;
        }

        if (process.State != order.State)
        {
            return Changed;
        }

        var moved = await engine.MoveAsync(db, order.InstanceId, order.Version);
        if (moved is { Refusal: null })
        {
            Record(db, bodyId, process, order, actor);
        }

        return moved is null ? Gone : moved.Refusal is { } why ? Tr(why) : null;
    }

    private static void Record(AuditContext db, Guid bodyId, RunningProcess process, MoveOrder order, Actor actor) => db.Trail.Add(new TrailRow
    {
        BodyId = bodyId,
        AssessmentId = process.AssessmentId,
        UserId = actor.UserId,
        AtUtc = actor.NowUtc,
        Event = "process.moved",
        Subject = order.DefinitionId,
        Before = string.Create(CultureInfo.InvariantCulture, $"v{process.Version}"),
        After = string.Create(CultureInfo.InvariantCulture, $"v{order.Version}"),
        Reason = order.Reason,
    });
}
