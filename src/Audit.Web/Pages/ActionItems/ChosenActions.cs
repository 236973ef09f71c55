using Audit.Workflows.Actions.Tracking;

namespace Audit.Web.Pages.ActionItems;

/// <summary>The actions that were ticked, in one hidden field: a thousand fields would be more than a form may have.</summary>
public static class ChosenActions
{
    /// <summary>The actions that the address names, in the order of their numbers.</summary>
    /// <param name="book">The actions of the case.</param>
    /// <param name="ids">Ids as sent; those of other cases and nonsense are left out.</param>
    public static IReadOnlyList<ChosenAction> In(ActionBook book, IEnumerable<string> ids)
    {
        var wanted = ids.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToHashSet();
        return Of(book.Actions.Where(action => wanted.Contains(action.Row.Id)));
    }

    /// <summary>The actions as they are seen now.</summary>
    public static IReadOnlyList<ChosenAction> Of(IEnumerable<TrackedAction> actions) => [.. actions.Select(action => new ChosenAction(action.Row.Id, action.Row.Version))];

    /// <summary>The actions as a hidden field holds them.</summary>
    public static string Write(IEnumerable<ChosenAction> chosen) => string.Join(' ', chosen.Select(one => $"{one.Id:N}.{one.Seen:N}"));

    /// <summary>Reads such a field; nonsense in it is left out, and who stands in it twice counts once.</summary>
    public static IReadOnlyList<ChosenAction> Read(string? field) =>
    [
        .. (field ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('.'))
            .Where(parts => parts.Length == 2)
            .Select(parts => Guid.TryParse(parts[0], out var id) && Guid.TryParse(parts[1], out var seen) ? new ChosenAction(id, seen) : null)
            .OfType<ChosenAction>()
            .DistinctBy(one => one.Id),
    ];
}
