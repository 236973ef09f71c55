using System.Globalization;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>A distinction that somebody saves.</summary>
/// <param name="Distinction">The distinction; its id is empty when it is new.</param>
/// <param name="Seen">Version that the person was looking at; null for a new one.</param>
/// <param name="NewId">Made when the form for a new one was shown, so that a form sent twice adds once.</param>
public sealed record DistinctionEdit(Distinction Distinction, Guid? Seen, Guid NewId);

/// <summary>Saves the register of distinctions of a task, with its trail. Every method works inside the caller's transaction.</summary>
public static class DistinctionRecorder
{
    /// <summary>Why a change was not made because of a colleague.</summary>
    public static string Changed => Tr($"Een collega heeft dit onderscheid intussen gewijzigd. Vergelijk en sla opnieuw op.");

    /// <summary>The distinction that a row holds.</summary>
    public static Distinction DistinctionOf(DistinctionRow row)
    {
        var root = DocumentReader.Read(row.ContentJson, new ProblemList($"distinction {row.Key}"));
        return TemplateReader.Distinction((MapNode)root!);
    }

    /// <summary>Adds a distinction, or changes the one with its id. One without an id is new and gets a key from its criterion.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="taskKey">The task.</param>
    /// <param name="edit">The distinction and what the person was looking at.</param>
    /// <param name="actor">Who saves it.</param>
    /// <returns>Why it was not saved, in Dutch; null when it was.</returns>
    public static async Task<string?> SaveAsync(AuditContext db, Case current, string taskKey, DistinctionEdit edit, Actor actor)
    {
        var rows = await db.Distinctions.AsTracking().Where(row => row.AssessmentId == current.Row.Id && row.TaskKey == taskKey).ToListAsync();
        if (rows.Exists(known => known.Id == edit.NewId))
        {
            return null;
        }

        var row = rows.Find(known => known.Key == edit.Distinction.Id);
        if (row?.Version != edit.Seen)
        {
            return Changed;
        }

        var before = row?.ContentJson;
        if (row is null)
        {
            var key = edit.Distinction.Id.Length > 0 ? edit.Distinction.Id : TaskKeys.For(edit.Distinction.Criterion, [.. rows.Select(known => known.Key)]);
            row = NewRow((current.Row.Id, taskKey), key, rows.Max(known => (int?)known.Position) + 1 ?? 0, edit.NewId);
            db.Distinctions.Add(row);
        }

        row.ContentJson = AnswersJson.Of(Signed(edit.Distinction with { Id = row.Key }, actor)).ToJsonString(CanonicalJson.Readable);
        row.Version = Guid.NewGuid();
        Record(db, current, (taskKey, row.Key), (before, row.ContentJson), actor);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes a distinction out of the register; what it said stays in the trail.</summary>
    /// <returns>Why it was not removed, in Dutch; null when it was.</returns>
    public static async Task<string?> RemoveAsync(AuditContext db, Case current, string taskKey, (string Key, Guid? Seen, string Reason) removal, Actor actor)
    {
        var row = await db.Distinctions.AsTracking()
            .SingleOrDefaultAsync(known => known.AssessmentId == current.Row.Id && known.TaskKey == taskKey && known.Key == removal.Key);
        if (row is null || row.Version != removal.Seen)
        {
            return Changed;
        }

        db.Distinctions.Remove(row);
        Record(db, current, (taskKey, row.Key), (row.ContentJson, null), actor, removal.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes the register of a task over into another task or case.</summary>
    public static async Task CopyAsync(AuditContext db, (Guid AssessmentId, string TaskKey) from, (Guid AssessmentId, string TaskKey) to)
    {
        var rows = await db.Distinctions.Where(row => row.AssessmentId == from.AssessmentId && row.TaskKey == from.TaskKey).ToListAsync();
        foreach (var source in rows)
        {
            var row = NewRow(to, source.Key, source.Position, Guid.CreateVersion7());
            row.ContentJson = source.ContentJson;
            db.Distinctions.Add(row);
        }
    }

    private static DistinctionRow NewRow((Guid AssessmentId, string TaskKey) place, string key, int position, Guid id) => new()
    {
        Id = id,
        AssessmentId = place.AssessmentId,
        TaskKey = place.TaskKey,
        Key = key,
        ContentJson = string.Empty,
        Position = position,
        Version = Guid.NewGuid(),
    };

    private static Distinction Signed(Distinction distinction, Actor actor) => distinction with
    {
        By = distinction.By ?? actor.Name,
        At = distinction.At ?? actor.NowUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    };

    private static void Record(
        AuditContext db, Case current, (string TaskKey, string Key) place, (string? Before, string? After) content, Actor actor, string? reason = null) => db.Trail.Add(new TrailRow
        {
            BodyId = current.Row.BodyId,
            AssessmentId = current.Row.Id,
            UserId = actor.UserId,
            AtUtc = actor.NowUtc,
            Event = content.After is null ? "distinction.removed" : "distinction.saved",
            Subject = $"{place.TaskKey}/{place.Key}",
            Before = content.Before,
            After = content.After,
            Reason = reason,
        });
}
