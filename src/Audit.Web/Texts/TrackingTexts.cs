using System.Globalization;
using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Web.Mail;
using Audit.Workflows.Actions.Tracking;

namespace Audit.Web.Texts;

/// <summary>Words for how actions go.</summary>
public static class TrackingTexts
{
    /// <summary>What is said of a person who may not, or no longer, change an action.</summary>
    public static string NotYours => Tr($"U kunt deze actie niet (meer) wijzigen. Uw wijziging is niet opgeslagen.");

    /// <summary>A number of actions, in words.</summary>
    public static string Count(int number) => number == 1 ? Tr($"1 actie") : Tr($"{number} acties");

    /// <summary>How many actions there are, how far they are, and what needs attention.</summary>
    public static string Counts(IReadOnlyCollection<TrackedAction> actions)
    {
        var parts = Enum.GetValues<ActionStatus>()
            .Select(status => (Name: ActionTexts.NameOf(status), Count: actions.Count(action => action.Item.Status == status)))
            .Where(part => part.Count > 0)
            .Select(part => $"{part.Count} {part.Name}");
        (string Name, int Count)[] attention =
        [
            (Tr($"Te laat"), actions.Count(action => action.Standing.IsOverdue)),
            (Tr($"Loopt vast"), actions.Count(action => action.Standing.IsStalled)),
            (Tr($"Klaar binnen {ActionStanding.SoonDays} dagen"), actions.Count(action => action.Standing.IsDueSoon)),
            (Tr($"Opgeschaald"), actions.Count(action => action.Escalation is not null)),
        ];
        return string.Concat(
            $"{Count(actions.Count)}: {string.Join(", ", parts)}.",
            string.Concat(attention.Where(part => part.Count > 0).Select(part => $" {part.Name}: {part.Count}.")));
    }

    /// <summary>Why an action does not go on, in sentences; empty when nothing holds it up.</summary>
    public static IReadOnlyList<string> ReasonsOf(ActionItem item, ActionStanding standing)
    {
        var reasons = new List<string>();
        if (standing.QuietDays is { } days)
        {
            var start = item.Status == ActionStatus.Planned ? Tr($"Had op {Dates.DayOrNone(item.Start)} moeten beginnen.") + " " : string.Empty;
            reasons.Add(start + Tr($"Er is {days} dagen niets gewijzigd of genoteerd."));
        }

        reasons.AddRange(standing.BlockedBy.Select(other => other.Number > 0
            ? Tr($"Wacht op actie {other.Number} ({ActionTexts.NameOf(other.Status)}).")
            : Tr($"Wacht op ‘{other.Measure}’ ({ActionTexts.NameOf(other.Status)}).")));
        return reasons;
    }

    /// <summary>The same, with an escalation that waits for a decision.</summary>
    public static IReadOnlyList<string> ReasonsOf(TrackedAction action) => action.Escalation is { } escalation
        ? [.. ReasonsOf(action.Item, action.Standing), Tr($"Opgeschaald naar {RoleTexts.ForumOf(escalation.Forum)} op {Dates.Day(escalation.AtUtc)}; er is nog geen besluit.")]
        : ReasonsOf(action.Item, action.Standing);

    /// <summary>Heading of a field in the history: a column, or the name of what was added.</summary>
    public static string FieldOf(string name) => name switch
    {
        ActionEdits.Owner => Tr($"Eigenaar (persoon)"),
        "Voortgang" => Tr($"Voortgang"),
        "Notitie" => Tr($"Notitie"),
        "Bewijsstuk" => Tr($"Bewijsstuk"),
        "Opschaling" => Tr($"Opschaling"),
        "Besluit" => Tr($"Besluit"),
        "Afhankelijkheid" => Tr($"Afhankelijkheid"),
        _ when IsReminder(name) => Tr($"Herinnering gestuurd"),
        _ => ColumnTexts.Of(name) ?? name,
    };

    /// <summary>A value in the history as people write it.</summary>
    public static string ValueOf(string name, string? value) => IsReminder(name) ? string.Empty : ActionColumns.All.FirstOrDefault(column => column.Key == name)?.Kind switch
    {
        ColumnKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Dates.Day(day),
        ColumnKind.Percent when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) => Charts.DutchText.Percent(share),
        _ => string.IsNullOrEmpty(value) ? Tr($"leeg") : name is "Status" or "Prioriteit" ? ActionTexts.LabelOf(value) ?? value : value,
    };

    private static bool IsReminder(string name) => name.StartsWith(DigestMark.AboutReminder, StringComparison.Ordinal);

    /// <summary>A day in a table; empty when none was agreed.</summary>
    public static string ShortDay(DateOnly? day) => day?.ToString(IsEnglish ? "d MMM yyyy" : "d-M-yyyy", IsEnglish ? English : CultureInfo.InvariantCulture) ?? string.Empty;

    public static string NameOf(ActionNoteKind kind) => kind switch
    {
        ActionNoteKind.Note => Tr($"Notitie"),
        ActionNoteKind.Evidence => Tr($"Bewijs"),
        ActionNoteKind.Escalation => Tr($"Opschaling"),
        ActionNoteKind.Decision => Tr($"Besluit"),
    };
}
