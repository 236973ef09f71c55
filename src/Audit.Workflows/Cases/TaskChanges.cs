using Audit.Data.Database;
using Audit.Workflows.Engine;
using Audit.Workflows.Risks;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>A change to the tasks of a case that is under way.</summary>
/// <param name="Reason">Why, for the trail.</param>
public abstract record TaskChange(string Reason)
{
    /// <summary>A task comes in.</summary>
    public sealed record Add(string Name, string Reason) : TaskChange(Reason);

    /// <summary>Part of a task becomes a task of its own, beginning with the same answers.</summary>
    public sealed record Split(string Key, string Name, string Reason) : TaskChange(Reason);

    /// <summary>A task goes out; its answers are kept.</summary>
    public sealed record Drop(string Key, string Reason) : TaskChange(Reason);

    /// <summary>A task that went out comes back with its answers; its steps begin again.</summary>
    public sealed record Restore(string Key, string Reason) : TaskChange(Reason);
}

/// <summary>Adds, splits, drops and restores tasks while a case runs; the process gains or closes a branch in the same transaction.</summary>
public sealed class TaskChanges(IWorkflowEngine engine)
{
    /// <summary>Makes the change.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was made. The caller must roll back after a refusal.</returns>
    public async Task<string?> MakeAsync(AuditContext db, Case current, TaskChange change, Actor actor)
    {
        if (change.Reason.Length == 0)
        {
            return Tr($"Schrijf op waarom u de taken wijzigt.");
        }

        if (await db.Plans.AnyAsync(plan => plan.AssessmentId == current.Row.Id))
        {
            return Tr($"Er is al een actieplan. De taken liggen nu vast.");
        }

        var rows = await db.PublicTasks.AsTracking().Where(task => task.AssessmentId == current.Row.Id).ToListAsync();
        var refusal = change switch
        {
            TaskChange.Add add => AddTask(db, current, rows, (add.Name, null), actor) is null ? Taken(add.Name) : null,
            TaskChange.Split split => await SplitAsync(db, current, rows, split, actor),
            TaskChange.Drop drop => Take(rows, drop, actor),
            TaskChange.Restore restore => PutBack(rows, restore),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        new CaseTrail(current.Row.BodyId, current.Row.Id).Add(db, actor, EventOf(change), SubjectOf(change), NameOf(change), change.Reason);
        await db.SaveChangesAsync();
        return await engine.FollowTasksAsync(db, current.Row.Id, actor.NowUtc);
    }

    private static PublicTaskRow? AddTask(AuditContext db, Case current, List<PublicTaskRow> rows, (string Name, string? Reason) task, Actor actor)
    {
        var name = task.Name.Trim();
        if (name.Length == 0 || rows.Exists(row => row.DroppedUtc is null && string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var row = new PublicTaskRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = current.Row.Id,
            Key = TaskKeys.For(name, [.. rows.Select(known => known.Key)]),
            Name = name,
            Reason = task.Reason ?? Tr($"Toegevoegd tijdens het onderzoek door {actor.Name}."),
            Position = rows.Max(known => (int?)known.Position) + 1 ?? 0,
        };
        db.PublicTasks.Add(row);
        return row;
    }

    private static async Task<string?> SplitAsync(AuditContext db, Case current, List<PublicTaskRow> rows, TaskChange.Split split, Actor actor)
    {
        if (rows.Find(row => row.Key == split.Key && row.DroppedUtc is null) is not { } source)
        {
            return Tr($"Deze taak is er niet (meer).");
        }

        if (AddTask(db, current, rows, (split.Name, Tr($"Afgesplitst van ‘{source.Name}’.")), actor) is not { } part)
        {
            return Taken(split.Name);
        }

        var answers = await db.Answers.Where(answer => answer.AssessmentId == current.Row.Id && answer.TaskKey == source.Key).ToListAsync();
        foreach (var answer in answers)
        {
            AnswerRecorder.Copy(db, answer, (current.Row.Id, part.Key), actor);
        }

        await StartedAnswers.CopyAsync(db, (current.Row.Id, source.Key), part.Key);
        await DistinctionRecorder.CopyAsync(db, (current.Row.Id, source.Key), (current.Row.Id, part.Key));
        await RiskCopies.CopyAsync(db, (current.Row.Id, source.Key), (current, part.Key), actor);
        return null;
    }

    private static string? Take(List<PublicTaskRow> rows, TaskChange.Drop drop, Actor actor)
    {
        var left = rows.Where(row => row.DroppedUtc is null).ToList();
        if (left.Find(row => row.Key == drop.Key) is not { } row)
        {
            return Tr($"Deze taak is er niet (meer).");
        }

        if (left.Count == 1)
        {
            return Tr($"Dit is de enige taak. Voeg eerst een andere taak toe.");
        }

        (row.DroppedUtc, row.DropReason) = (actor.NowUtc, drop.Reason);
        return null;
    }

    private static string? PutBack(List<PublicTaskRow> rows, TaskChange.Restore restore)
    {
        if (rows.Find(row => row.Key == restore.Key && row.DroppedUtc is not null) is not { } row)
        {
            return Tr($"Deze taak is niet vervallen.");
        }

        if (rows.Exists(other => other.DroppedUtc is null && string.Equals(other.Name, row.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return Taken(row.Name);
        }

        (row.DroppedUtc, row.DropReason) = (null, null);
        return null;
    }

    private static string Taken(string name) => name.Trim().Length == 0 ? Tr($"Vul de naam van de taak in.") : Tr($"De taak ‘{name.Trim()}’ staat er al.");

    private static string EventOf(TaskChange change) => change switch
    {
        TaskChange.Add => "task.added",
        TaskChange.Split => "task.split",
        TaskChange.Restore => "task.restored",
        _ => "task.dropped",
    };

    private static string SubjectOf(TaskChange change) => change switch
    {
        TaskChange.Split split => split.Key,
        TaskChange.Drop drop => drop.Key,
        TaskChange.Restore restore => restore.Key,
        _ => "tasks",
    };

    private static string? NameOf(TaskChange change) => change switch
    {
        TaskChange.Add add => add.Name,
        TaskChange.Split split => split.Name,
        _ => null,
    };
}
