using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>A public task as the team chooses it.</summary>
/// <param name="Key">Stable key; empty for a new task, which then gets one from its name.</param>
/// <param name="Name">Name of the task or service.</param>
/// <param name="Reason">Why it was chosen.</param>
public sealed record ChosenTask(string Key, string Name, string? Reason = null);

/// <summary>Sets the public tasks of a case.</summary>
public static class TaskChoice
{
    /// <summary>Adds and changes tasks; a task that is not in the list is removed when nobody has answered for it yet.</summary>
    /// <returns>The reason in Dutch when the list cannot be taken.</returns>
    public static async Task<string?> SetAsync(AuditContext db, Guid assessmentId, IReadOnlyList<ChosenTask> chosen, Actor actor)
    {
        if (chosen.Count == 0)
        {
            return Tr($"Kies minstens één taak.");
        }

        if (chosen.GroupBy(task => task.Name.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return Tr($"De taak '{twice.Key}' staat er twee keer.");
        }

        var existing = await db.PublicTasks.AsTracking().Where(task => task.AssessmentId == assessmentId).ToListAsync();
        foreach (var gone in existing.Where(task => task.DroppedUtc is null && chosen.All(candidate => candidate.Key != task.Key)).ToList())
        {
            if (await db.Answers.AnyAsync(answer => answer.AssessmentId == assessmentId && answer.TaskKey == gone.Key)
                || await db.StartedAnswers.AnyAsync(started => started.AssessmentId == assessmentId && started.TaskKey == gone.Key))
            {
                return Tr($"De taak '{gone.Name}' heeft al antwoorden en kan niet meer weg.");
            }

            db.PublicTasks.Remove(gone);
            existing.Remove(gone);
        }

        for (var i = 0; i < chosen.Count; i++)
        {
            Put(db, assessmentId, existing, chosen[i], i);
        }

        await RecordAsync(db, assessmentId, chosen, actor);
        return null;
    }

    private static void Put(AuditContext db, Guid assessmentId, List<PublicTaskRow> existing, ChosenTask task, int position)
    {
        var row = existing.Find(candidate => candidate.Key == task.Key);
        if (row is null)
        {
            row = new PublicTaskRow
            {
                Id = Guid.CreateVersion7(),
                AssessmentId = assessmentId,
                Key = task.Key.Length > 0 ? task.Key : TaskKeys.For(task.Name, [.. existing.Select(row => row.Key)]),
                Name = task.Name.Trim(),
            };
            existing.Add(row);
            db.PublicTasks.Add(row);
        }

        row.Name = task.Name.Trim();
        row.Reason = string.IsNullOrWhiteSpace(task.Reason) ? null : task.Reason.Trim();
        row.Position = position;
    }

    private static async Task RecordAsync(AuditContext db, Guid assessmentId, IReadOnlyList<ChosenTask> chosen, Actor actor)
    {
        var bodyId = await db.Assessments.Where(row => row.Id == assessmentId).Select(row => row.BodyId).SingleAsync();
        db.Trail.Add(new TrailRow
        {
            BodyId = bodyId,
            AssessmentId = assessmentId,
            UserId = actor.UserId,
            AtUtc = actor.NowUtc,
            Event = "tasks.chosen",
            Subject = "tasks",
            After = string.Join("; ", chosen.Select(task => task.Name)),
        });
        await db.SaveChangesAsync();
    }
}
