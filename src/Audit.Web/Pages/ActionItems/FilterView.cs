using Audit.Core.Actions;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Tracking;

namespace Audit.Web.Pages.ActionItems;

/// <summary>The views and filters above a list of actions.</summary>
/// <param name="Page">The page.</param>
/// <param name="Filter">What is shown now.</param>
/// <param name="IsBoard">Whether it is the board.</param>
/// <param name="Reader">Who reads.</param>
public sealed record FilterView(TrackingPage Page, ActionFilter Filter, bool IsBoard, Guid Reader)
{
    private IReadOnlyList<TrackedAction> Actions => Page.Book.Actions;

    public string Table => StepLinks.OfActions(Page.View.Id);

    public string Board => $"{Table}/bord";

    public string Here => IsBoard ? Board : Table;

    /// <summary>Views with the number of actions in each; those without any are left out, unless one is looking at it.</summary>
    public IEnumerable<(string Name, string Query, bool IsNow)> Views
    {
        get
        {
            (string Name, string Value, Func<TrackedAction, bool> IsIn)[] views =
            [
                (Tr($"Te laat"), ActionFilter.Overdue, action => action.Standing.IsOverdue),
                (Tr($"Loopt vast"), ActionFilter.Stalled, action => action.Standing.IsStalled),
                (Tr($"Streefdatum nadert"), ActionFilter.Soon, action => action.Standing.IsDueSoon),
                (Tr($"Wacht op een andere actie"), ActionFilter.Blocked, action => action.Standing.IsBlocked),
                (Tr($"Opgeschaald"), ActionFilter.Escalated, action => action.Escalation is not null),
            ];
            yield return (Tr($"Alle acties ({Actions.Count})"), string.Empty, !Filter.IsActive);
            foreach (var (name, value, isIn) in views)
            {
                if (Actions.Count(isIn) is var count && (count > 0 || Filter.Toon == value))
                {
                    yield return ($"{name} ({count})", Filter.Query(("toon", value)), Filter.Toon == value);
                }
            }

            if (Actions.Count(action => action.Row.OwnerId == Reader) is > 0 and var mine)
            {
                yield return (Tr($"Van mij ({mine})"), Filter.Query(("van", "mij")), Filter.OnlyMine);
            }
        }
    }

    /// <summary>The drop-down lists: name, label, chosen value and options.</summary>
    public IReadOnlyList<(string Name, string Label, string Chosen, IReadOnlyList<(string Value, string Label)> Options)> Lists =>
    [
        ("taak", Tr($"Taak"), Filter.Taak ?? "", [.. Actions.Select(action => (action.Row.TaskKey, action.Item.TaskName)).Distinct()]),
        ("status", Tr($"Status"), Filter.Status ?? "", [.. Enum.GetValues<ActionStatus>().Select(status => (status.Dutch(), ActionTexts.TitleOf(status)))]),
        ("eigenaar", Tr($"Eigenaar"), Filter.Eigenaar ?? "", Texts(action => action.Owner)),
        ("afdeling", Tr($"Afdeling"), Filter.Afdeling ?? "", Texts(action => action.Item.Department)),
    ];

    private List<(string Value, string Label)> Texts(Func<TrackedAction, string> text) =>
        [.. Actions.Select(text).Where(value => value.Length > 0).Distinct().Order(StringComparer.CurrentCultureIgnoreCase).Select(value => (value, value))];
}
