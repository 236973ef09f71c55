using Audit.Core.Actions.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>Keeps which action waits for which. Works inside the caller's transaction.</summary>
public static class DependencyChanges
{
    private const string Name = "Afhankelijkheid";

    /// <summary>Lets an action wait for another one.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was done, or was so already.</returns>
    public static async Task<string?> AddAsync(ActionDesk desk, ActionBook book, ActionDependency added)
    {
        if (book.Find(added.Action) is not { } action || book.Find(added.DependsOn) is not { } other)
        {
            return Tr($"Kies een actie uit de lijst.");
        }

        if (book.Dependencies.Of(added.Action).Contains(added.DependsOn))
        {
            return null;
        }

        if (book.Dependencies.WouldCircle(added))
        {
            return added.Action == added.DependsOn
                ? Tr($"Een actie kan niet op zichzelf wachten.")
                : Tr($"Dit kan niet: actie {other.Item.Number} wacht zelf, direct of via andere acties, op actie {action.Item.Number}.");
        }

        desk.Db.ActionDependencies.Add(new() { ActionId = added.Action, DependsOnId = added.DependsOn });
        await RecordAsync(desk, action, ("action.dependency-added", null, Describe(other)));
        return null;
    }

    /// <summary>Lets an action no longer wait for another one.</summary>
    public static async Task RemoveAsync(ActionDesk desk, ActionBook book, ActionDependency removed)
    {
        var row = await desk.Db.ActionDependencies.SingleOrDefaultAsync(dependency => dependency.ActionId == removed.Action && dependency.DependsOnId == removed.DependsOn);
        if (row is not null && book.Find(removed.Action) is { } action)
        {
            desk.Db.ActionDependencies.Remove(row);
            await RecordAsync(desk, action, ("action.dependency-removed", book.Find(removed.DependsOn) is { } other ? Describe(other) : null, null));
        }
    }

    private static string Describe(TrackedAction action) => $"{action.Item.Number}. {action.Item.Measure}";

    private static async Task RecordAsync(ActionDesk desk, TrackedAction action, (string Event, string? Before, string? After) change)
    {
        // Two people may each close half of a circle: the second one finds the case changed, and looks again.
        var row = await desk.Db.Assessments.AsTracking().SingleAsync(candidate => candidate.Id == desk.Case.Row.Id);
        row.Version = Guid.NewGuid();
        action.Row.ChangedUtc = desk.Actor.NowUtc;
        desk.Trail.Add(desk.Db, desk.Actor, change.Event, ActionChanges.SubjectOf(action.Row.Id, Name), (change.Before, change.After), null);
    }
}
