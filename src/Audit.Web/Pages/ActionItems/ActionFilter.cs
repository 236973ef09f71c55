using System.Globalization;
using Audit.Core.Actions;
using Audit.Workflows.Actions.Tracking;

namespace Audit.Web.Pages.ActionItems;

/// <summary>Which actions a list shows and in which order, as the address says it; nonsense in it is as if it were not there.</summary>
public sealed record ActionFilter
{
    public const string Overdue = "te-laat";
    public const string Stalled = "loopt-vast";
    public const string Soon = "binnenkort";
    public const string Blocked = "wacht-op-andere";
    public const string Escalated = "opgeschaald";

    private const int PageSize = 50;
    private const string Down = "af";

    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("nl-NL"), ignoreCase: true);

    private static readonly Dictionary<string, Comparison<TrackedAction>> Orders = new()
    {
        ["nr"] = (one, other) => one.Item.Number.CompareTo(other.Item.Number),
        ["actie"] = (one, other) => ByName.Compare(one.Item.Measure, other.Item.Measure),
        ["eigenaar"] = (one, other) => ByName.Compare(one.Owner, other.Owner),
        ["afdeling"] = (one, other) => ByName.Compare(one.Item.Department, other.Item.Department),
        ["prioriteit"] = (one, other) => one.Item.Priority.CompareTo(other.Item.Priority),
        ["start"] = (one, other) => Nullable.Compare(one.Item.Start, other.Item.Start),
        ["streefdatum"] = (one, other) => Nullable.Compare(one.Item.Due, other.Item.Due),
        ["status"] = (one, other) => one.Item.Status.CompareTo(other.Item.Status),
        ["voortgang"] = (one, other) => one.Item.Progress.CompareTo(other.Item.Progress),
    };

    /// <summary>Key of a task.</summary>
    public string? Taak { get; init; }

    /// <summary>Label of a status.</summary>
    public string? Status { get; init; }

    /// <summary>The owner as the list shows it.</summary>
    public string? Eigenaar { get; init; }

    public string? Afdeling { get; init; }

    /// <summary>What needs attention: one of the constants.</summary>
    public string? Toon { get; init; }

    /// <summary>"mij" for the actions of the reader.</summary>
    public string? Van { get; init; }

    public string? Sorteer { get; init; }

    /// <summary>"af" for the other way round.</summary>
    public string? Richting { get; init; }

    /// <summary>Number of the page, from 1; "alles" for one long page.</summary>
    public string? Pagina { get; init; }

    public bool OnlyMine => Van == "mij";

    public string Order => Sorteer is { } known && Orders.ContainsKey(known) ? known : "nr";

    public bool IsDescending => Richting == Down;

    public bool ShowsAll => Pagina == "alles";

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsActive => Values.Any(pair => pair.Value.Length > 0 && pair.Key is not ("sorteer" or "richting"));

    /// <summary>The parts of an address that keep this list, without the page.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
    [
        new("taak", Taak ?? ""), new("status", Status ?? ""), new("eigenaar", Eigenaar ?? ""), new("afdeling", Afdeling ?? ""),
        new("toon", Toon ?? ""), new("van", Van ?? ""), new("sorteer", Sorteer ?? ""), new("richting", Richting ?? ""),
    ];

    /// <summary>The end of an address that shows this list, with parts changed; an empty value leaves a part out.</summary>
    public string Query(params (string Name, string Value)[] changes)
    {
        var parts = Values.Where(pair => changes.All(change => change.Name != pair.Key))
            .Concat(changes.Select(change => KeyValuePair.Create(change.Name, change.Value)))
            .Where(pair => pair.Value.Length > 0);
        return QueryString.Create(parts.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).ToUriComponent();
    }

    /// <summary>The end of an address that sorts by a column; the other way round when it is sorted by it already.</summary>
    public string SortedBy(string order) => Query(("sorteer", order), ("richting", Order == order && !IsDescending ? Down : string.Empty));

    /// <summary>Value of aria-sort for a column; null when the list is not sorted by it.</summary>
    public string? SortOf(string order) => Order != order ? null : IsDescending ? "descending" : "ascending";

    /// <summary>The actions that the list shows, in its order.</summary>
    public IReadOnlyList<TrackedAction> Of(IEnumerable<TrackedAction> actions, Guid reader)
    {
        var shown = actions.Where(action => IsShown(action, reader)).ToList();
        var compare = Orders[Order];
        shown.Sort((one, other) => compare(one, other) is var order && order != 0
            ? (IsDescending ? -order : order)
            : one.Item.Number.CompareTo(other.Item.Number));
        return shown;
    }

    /// <summary>The part of a list that is on its page.</summary>
    public (IReadOnlyList<TrackedAction> Rows, int Page, int Pages) PageOf(IReadOnlyList<TrackedAction> shown)
    {
        if (ShowsAll)
        {
            return (shown, 1, 1);
        }

        var pages = Math.Max(1, (shown.Count + PageSize - 1) / PageSize);
        var page = int.TryParse(Pagina, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        return ([.. shown.Skip((page - 1) * PageSize).Take(PageSize)], page, pages);
    }

    private bool IsShown(TrackedAction action, Guid reader) =>
        Is(Taak, action.Row.TaskKey) && Is(Status, action.Item.Status.Dutch()) && Is(Eigenaar, action.Owner) && Is(Afdeling, action.Item.Department)
        && (!OnlyMine || action.Row.OwnerId == reader)
        && Toon switch
        {
            Overdue => action.Standing.IsOverdue,
            Stalled => action.Standing.IsStalled,
            Soon => action.Standing.IsDueSoon,
            Blocked => action.Standing.IsBlocked,
            Escalated => action.Escalation is not null,
            _ => true,
        };

    private static bool Is(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;
}
