using Audit.Data.Database;
using Audit.Web.Pages.Team;
using Audit.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Trails;

/// <summary>Records of the trail as they are read.</summary>
/// <param name="Filter">Which ones.</param>
/// <param name="Lines">Those of one page, newest first.</param>
/// <param name="Count">How many there are in all, counted up to one more than <see cref="MostCounted"/>.</param>
public sealed record TrailList(TrailFilter Filter, IReadOnlyList<TrailLine> Lines, int Count)
{
    /// <summary>Counting more would take longer than reading a page.</summary>
    public const int MostCounted = 10_000;

    public required IReadOnlyList<(Guid Id, string Name)> People { get; init; }

    /// <summary>Tasks to choose from; none on the page of a whole body.</summary>
    public IReadOnlyList<(string Key, string Name)> Tasks { get; init; } = [];

    /// <summary>Address of the page with newer ones; null when there are none.</summary>
    public string? Newer { get; init; }

    /// <summary>Address of the page with older ones; null when there are none.</summary>
    public string? Older { get; init; }

    /// <summary>One page of what may be seen.</summary>
    public static async Task<TrailList> ReadAsync(TrailSight sight, TrailFilter filter)
    {
        var people = await PeopleAsync(sight);
        var names = people.ToDictionary(person => person.Id, person => person.Name);
        var found = filter.Of(sight.Rows, sight.SearchesValues);
        var window = await TrailWindow.ReadAsync(found, sight.Order, filter.Voor, filter.Na);
        return new(filter, [.. window.Rows.Select(row => LineOf(row, names, sight))], await found.Take(MostCounted + 1).CountAsync())
        {
            People = people,
            Newer = window.Newer is { } newer ? filter.To("na", newer) : null,
            Older = window.Older is { } older ? filter.To("voor", older) : null,
        };
    }

    internal static async Task<IReadOnlyList<(Guid Id, string Name)>> PeopleAsync(TrailSight sight)
    {
        var people = await sight.People.OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Select(user => new { user.Id, user.DisplayName }).ToListAsync();
        return [.. people.Select(person => (person.Id, person.DisplayName))];
    }

    internal static TrailLine LineOf(TrailRow row, Dictionary<Guid, string> names, TrailSight sight) =>
        new(row, row.UserId is { } user ? names.GetValueOrDefault(user) ?? Tr($"Iemand") : Tr($"Het programma"), sight.ShowsValues(row)) { InWords = value => sight.InWords(row, value) };
}

/// <summary>A record as it is read.</summary>
/// <param name="Row">The record.</param>
/// <param name="Who">Name of the person.</param>
/// <param name="ShowsValues">Whether its values may be seen.</param>
public sealed record TrailLine(TrailRow Row, string Who, bool ShowsValues)
{
    /// <summary>A value as people read it.</summary>
    public required Func<string, string> InWords { get; init; }

    public string Happened => ActivityWords.Of(Row.Event, 1);

    public string Moment => Dates.Moment(Row.AtUtc);

    public string? Before => ShowsValues ? Row.Before : null;

    public string? After => ShowsValues ? Row.After : null;

    public string? Reason => ShowsValues ? Row.Reason : null;

    /// <summary>Whether there are values that this reader may not see.</summary>
    public bool HidesValues => !ShowsValues && (Row.Before ?? Row.After ?? Row.Reason) is not null;
}
