using Audit.Data.Database;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>What moving one process to another version of its definition would change.</summary>
/// <param name="InstanceId">The process.</param>
/// <param name="AssessmentId">Its case.</param>
/// <param name="From">The version on which it runs.</param>
/// <param name="Steps">Its open steps, each with what changes for it.</param>
/// <param name="Passed">Activities that are new and lie only behind the process: they will not be done in this case.</param>
/// <param name="Refusal">Why it cannot be moved, for the reader; null when it can.</param>
public sealed record MovePreview(
    Guid InstanceId, Guid AssessmentId, int From, IReadOnlyList<StepMove> Steps, IReadOnlyList<string> Passed, Sentence? Refusal);

/// <summary>What changes for an open step.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="TaskKey">Key of the branch's task, or empty.</param>
/// <param name="Changes">For the reader, such as "rol: auditor → jurist"; empty when nothing changes.</param>
public sealed record StepMove(string ActivityId, string TaskKey, IReadOnlyList<string> Changes);

/// <summary>Moves running processes to another version of their definition; what was done stays done.</summary>
internal static class VersionMove
{
    /// <summary>Looks at what would change, without changing anything.</summary>
    public static async Task<MovePreview> PreviewAsync(
        AuditContext db, WorkflowInstanceRow instance, (WorkflowDefinition Old, WorkflowDefinition New) versions, CancellationToken cancellation)
    {
        var (old, next) = versions;
        var open = await OpenAsync(db, instance, cancellation);
        var steps = open.Select(step => new StepMove(old.Find(step.Path)!.Id, step.TaskKey, [.. DefinitionDifference.OfNode(old.Find(step.Path)!, next.Find(step.Path))])).ToList();
        return new(instance.Id, instance.AssessmentId, old.Version, steps, PassedBy(versions, open), await RefusalAsync(db, instance, versions, open, cancellation));
    }

    /// <summary>Moves the process.</summary>
    public static async Task MoveAsync(
        AuditContext db, WorkflowInstanceRow instance, (Guid Id, WorkflowDefinition New) to, CancellationToken cancellation)
    {
        instance.WorkflowDefinitionId = to.Id;
        instance.Version = Guid.NewGuid();
        foreach (var step in await OpenAsync(db, instance, cancellation))
        {
            var node = to.New.Find(step.Path)!;
            (step.StepKey, step.Role, step.Version) = (node.StepKey, node.Role, Guid.NewGuid());
            if (node.DueDays is { } days)
            {
                await SetDeadlineAsync(db, step, node, step.OpenedUtc.AddDays(days), cancellation);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static async Task SetDeadlineAsync(AuditContext db, WorkflowStepRow step, ActivityNode node, DateTime due, CancellationToken cancellation)
    {
        if (step.DueUtc == due || step.EscalatedUtc is not null)
        {
            return;
        }

        await Deadlines.ClearAsync(db, [step.Id], cancellation);
        step.DueUtc = due;
        if (Deadlines.First(step, node) is { } timer)
        {
            db.WorkflowTimers.Add(timer);
        }
    }

    private static Task<List<WorkflowStepRow>> OpenAsync(AuditContext db, WorkflowInstanceRow instance, CancellationToken cancellation) =>
        db.WorkflowSteps.AsTracking()
            .Where(step => step.InstanceId == instance.Id && (step.Status == StepStatus.Open || step.Status == StepStatus.Failed))
            .OrderBy(step => step.OpenedUtc)
            .ThenBy(step => step.TaskKey)
            .ToListAsync(cancellation);

    private static async Task<Sentence?> RefusalAsync(
        AuditContext db, WorkflowInstanceRow instance, (WorkflowDefinition Old, WorkflowDefinition New) versions, List<WorkflowStepRow> open, CancellationToken cancellation)
    {
        var (old, next) = versions;
        foreach (var step in open)
        {
            var before = old.Find(step.Path)!;
            if (next.Find(step.Path) is not { } after || after.Type != before.Type)
            {
                return Sentence.Of($"de stap '{before.Id}' staat open en bestaat in versie {next.Version} niet meer op dezelfde plaats");
            }
        }

        var parallels = await db.WorkflowBranches.Where(branch => branch.InstanceId == instance.Id && !branch.Done).Select(branch => branch.Path).Distinct().ToListAsync(cancellation);
        if (parallels.Find(path => next.Find(path)?.Type.Kind is not Activities.ActivityKind.Parallel) is { } gone)
        {
            return Sentence.Of($"het onderdeel '{old.Find(gone)!.Id}' is bezig en bestaat in versie {next.Version} niet meer op dezelfde plaats");
        }

        return open.Select(step => DefinitionChecker.FirstBrokenFrom(versions, step.Path)).FirstOrDefault(broken => broken is not null);
    }

    /// <summary>New activities from which an open step can be reached and that cannot come after any open step.</summary>
    private static List<string> PassedBy((WorkflowDefinition Old, WorkflowDefinition New) versions, List<WorkflowStepRow> open)
    {
        var graph = new FlowGraph(versions.New);
        var places = open.Select(step => versions.New.Find(step.Path)).OfType<ActivityNode>().Where(node => !node.Type.IsContainer).ToList();
        var ahead = places.SelectMany(graph.ReachedFrom).ToHashSet();
        var here = places.Select(node => node.Path).ToHashSet();
        return [.. graph.Leaves
            .Where(node => versions.Old.Find(node.Path) is null && !ahead.Contains(node.Path) && !here.Contains(node.Path))
            .Where(node => graph.ReachedFrom(node).Overlaps(here))
            .Select(node => node.Id)];
    }
}
