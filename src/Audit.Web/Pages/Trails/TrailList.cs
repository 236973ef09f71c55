using System.Globalization;
using Audit.Data.Database;
using Audit.Web.Pages.Team;
using Audit.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Trails;

/// <summary>Records of the trail as they are read.</summary>
/// <param name="Filter">Which ones.</param>
/// <param name="Lines">Those of one page, newest first.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record TrailList(TrailFilter Filter, IReadOnlyList<TrailLine> Lines, int Count)
{
    public const int PageSize = 50;

    /// <summary>Most records in a file.</summary>
    private const int MostInAFile = 200_000;

    public required IReadOnlyList<(Guid Id, string Name)> People { get; init; }

    /// <summary>Tasks to choose from; none on the page of a whole body.</summary>
    public IReadOnlyList<(string Key, string Name)> Tasks { get; init; } = [];

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public int PageNumber => Math.Clamp(Filter.Pagina, 1, Pages);

    /// <summary>One page of what may be seen.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seen">What may be seen.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="showsValues">Whether values of a record may be seen.</param>
    /// <param name="searchesValues">Whether they may be searched.</param>
    public static async Task<TrailList> ReadAsync(AuditContext db, IQueryable<TrailRow> seen, TrailFilter filter, Func<TrailRow, bool> showsValues, bool searchesValues)
    {
        var people = await (from user in db.Users where seen.Any(row => row.UserId == user.Id) orderby user.DisplayName, user.Id select new { user.Id, user.DisplayName }).ToListAsync();
        var found = filter.Of(seen, searchesValues);
        var list = new TrailList(filter, [], await found.CountAsync()) { People = [.. people.Select(person => (person.Id, person.DisplayName))] };
        var rows = await found.OrderByDescending(row => row.Id).Skip((list.PageNumber - 1) * PageSize).Take(PageSize).ToListAsync();
        return list with { Lines = list.LinesOf(rows, showsValues) };
    }

    /// <summary>All that was asked for as a file for a spreadsheet, in which no text counts as a formula.</summary>
    public static async Task<byte[]> CsvAsync(AuditContext db, IQueryable<TrailRow> seen, TrailFilter filter, Func<TrailRow, bool> showsValues, bool searchesValues)
    {
        var list = await ReadAsync(db, seen, filter, showsValues, searchesValues);
        var rows = await filter.Of(seen, searchesValues).OrderByDescending(row => row.Id).Take(MostInAFile).ToListAsync();
        var csv = new CsvText();
        csv.Add(Tr($"Nummer"), Tr($"Moment (UTC)"), Tr($"Wie"), Tr($"Gebeurtenis"), Tr($"Waarover"), Tr($"Was"), Tr($"Werd"), Tr($"Reden"), Tr($"Gewist op (UTC)"));
        foreach (var line in list.LinesOf(rows, showsValues))
        {
            csv.Add($"{line.Row.Sequence}", TimeOf(line.Row.AtUtc), line.Who, line.Happened, line.Row.Subject, line.Before, line.After, line.Reason, TimeOf(line.Row.ErasedUtc));
        }

        return csv.ToBytes();
    }

    private static string? TimeOf(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private List<TrailLine> LinesOf(List<TrailRow> rows, Func<TrailRow, bool> showsValues)
    {
        var names = People.ToDictionary(person => person.Id, person => person.Name);
        return [.. rows.Select(row => new TrailLine(row, row.UserId is { } user ? names.GetValueOrDefault(user) ?? Tr($"Iemand") : Tr($"Het programma"), showsValues(row)))];
    }
}

/// <summary>A record as it is read.</summary>
/// <param name="Row">The record.</param>
/// <param name="Who">Name of the person.</param>
/// <param name="ShowsValues">Whether its values may be seen.</param>
public sealed record TrailLine(TrailRow Row, string Who, bool ShowsValues)
{
    public string Happened => ActivityWords.Of(Row.Event, 1);

    public string Moment => Dates.Moment(Row.AtUtc);

    public string? Before => ShowsValues ? Row.Before : null;

    public string? After => ShowsValues ? Row.After : null;

    public string? Reason => ShowsValues ? Row.Reason : null;

    /// <summary>Whether there are values that this reader may not see.</summary>
    public bool HidesValues => !ShowsValues && (Row.Before ?? Row.After ?? Row.Reason) is not null;
}
