using System.Linq.Expressions;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Pages.Trails;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Team;

/// <summary>Who did what when in a case. What was answered is not in it, nor anything of a suspicion.</summary>
[ShowsNoAnswers]
public sealed class ActivityModel(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public ActivityFilter Filter { get; private set; } = new();

    /// <summary>Newest first; the same thing by the same person after another is one line.</summary>
    public IReadOnlyList<ActivityLine> Lines { get; private set; } = [];

    /// <summary>Everybody who did something in the case.</summary>
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    /// <summary>Address of the page with newer lines; null when there are none.</summary>
    public string? Newer { get; private set; }

    /// <summary>Address of the page with older lines; null when there are none.</summary>
    public string? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, ActivityFilter filter)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        (View, Filter) = (view, filter);
        return await access.ReadAsync(LoadAsync) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(AuditContext db)
    {
        var all = db.Trail.Where(row => row.AssessmentId == View.Id && row.SuspicionId == null && !row.Event.StartsWith("suspicion."));
        var people = await (from user in db.Users where all.Select(row => row.UserId).Contains(user.Id) orderby user.DisplayName, user.Id select new { user.Id, user.DisplayName }).ToListAsync();
        People = [.. people.Select(person => (person.Id, person.DisplayName))];
        var window = await TrailWindow.ReadAsync(Filter.Of(all), TrailOrder.OfCase, Filter.Voor, Filter.Na);
        (Newer, Older) = (window.Newer is { } newer ? Filter.To("na", newer) : null, window.Older is { } older ? Filter.To("voor", older) : null);
        Lines = Group(window.Rows);
        return true;
    }

    private List<ActivityLine> Group(IReadOnlyList<TrailRow> rows)
    {
        var names = People.ToDictionary(person => person.Id, person => person.Name);
        var lines = new List<ActivityLine>();
        foreach (var row in rows)
        {
            var line = new ActivityLine(row.UserId is { } user ? names.GetValueOrDefault(user) ?? Tr($"Iemand") : Tr($"Het programma"), row.Event, Dates.Day(row.AtUtc))
            {
                Task = TaskOf(row.Subject),
                Details = DetailOf(row) is { } detail ? [detail] : [],
                Moment = Dates.Moment(row.AtUtc),
            };
            if (lines.Count > 0 && lines[^1].IsLike(line))
            {
                lines[^1] = lines[^1] with { Count = lines[^1].Count + 1, Details = [.. lines[^1].Details.Union(line.Details)] };
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private string? TaskOf(string subject)
    {
        var key = subject.Split('/')[0];
        return View.Case.Tasks.Concat(View.Case.DroppedTasks).FirstOrDefault(task => task.Key == key)?.Name;
    }

    /// <summary>Which question or step; of other records the subject is an id that says nothing.</summary>
    private string? DetailOf(TrailRow row)
    {
        var last = row.Subject.Split('/')[^1];
        var instrument = View.Case.Instrument.Value;
        return row.Event.StartsWith("answer.", StringComparison.Ordinal) || row.Event.StartsWith("question.", StringComparison.Ordinal) ? instrument.AllQuestions.FirstOrDefault(question => question.Id == last)?.Id
            : row.Event is "notes.saved" or "step.escalated" ? StepTexts.NameOf(string.Empty, last, instrument)
            : null;
    }
}

/// <summary>A line of the feed.</summary>
/// <param name="Who">Name of the person.</param>
/// <param name="Event">What happened.</param>
/// <param name="Day">On which day.</param>
public sealed record ActivityLine(string Who, string Event, string Day)
{
    /// <summary>Name of the task; null when it was about no task.</summary>
    public string? Task { get; init; }

    /// <summary>Ids of questions, or the name of a step.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public required string Moment { get; init; }

    public int Count { get; init; } = 1;

    public bool IsLike(ActivityLine other) => (Who, Event, Day, Task) == (other.Who, other.Event, other.Day, other.Task);
}

/// <summary>Which activities are shown; comes from the address.</summary>
public sealed class ActivityFilter
{
    public string? Wie { get; set; }

    /// <summary>Key of a task.</summary>
    public string? Taak { get; set; }

    public string? Soort { get; set; }

    /// <summary>Shows what comes before the record with this number.</summary>
    public long? Voor { get; set; }

    /// <summary>Shows what comes after the record with this number.</summary>
    public long? Na { get; set; }

    public IQueryable<TrailRow> Of(IQueryable<TrailRow> rows)
    {
        if (Guid.TryParse(Wie, out var userId))
        {
            rows = rows.Where(row => row.UserId == userId);
        }

        if (!string.IsNullOrEmpty(Taak))
        {
            var (key, prefix) = (Taak, $"{Taak}/");
            rows = rows.Where(row => row.Subject == key || row.Subject.StartsWith(prefix));
        }

        return ActivityWords.PrefixesOf(Soort) is { Count: > 0 } prefixes ? rows.Where(StartsWithAny(prefixes)) : rows;
    }

    /// <param name="side">"voor" or "na".</param>
    /// <param name="number">Which record.</param>
    public string To(string side, long number) =>
        $"?wie={Uri.EscapeDataString(Wie ?? string.Empty)}&taak={Uri.EscapeDataString(Taak ?? string.Empty)}&soort={Uri.EscapeDataString(Soort ?? string.Empty)}&{side}={number}";

    private static Expression<Func<TrailRow, bool>> StartsWithAny(IReadOnlyList<string> prefixes)
    {
        var row = Expression.Parameter(typeof(TrailRow), "row");
        var happened = Expression.Property(row, nameof(TrailRow.Event));
        var starts = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
        var any = prefixes.Select(prefix => (Expression)Expression.Call(happened, starts, Expression.Constant(prefix))).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<TrailRow, bool>>(any, row);
    }
}
