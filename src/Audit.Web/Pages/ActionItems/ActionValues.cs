using System.Globalization;
using System.Net.Mail;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Excel.Import;
using Audit.Workflows.Actions.Tracking;

namespace Audit.Web.Pages.ActionItems;

/// <summary>What somebody typed, as text without culture; or what is wrong with it.</summary>
public readonly record struct ReadValue(string? Value, string Error)
{
    public static implicit operator ReadValue(string value) => new(value, string.Empty);
}

/// <summary>Values of fields between how people type them and how they are compared and stored.</summary>
public static class ActionValues
{
    private const int LongestLine = 300;
    private const int LongestText = 4000;
    private const string Iso = "yyyy-MM-dd";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly string[] DayForms = [Iso, "d-M-yyyy"];

    /// <summary>The values of an action by key of the field.</summary>
    public static IReadOnlyDictionary<string, string> Of(TrackedAction action) => new Dictionary<string, string>(ActionRows.Of(action.Item).Values)
    {
        [ActionEdits.Owner] = action.Row.OwnerId?.ToString() ?? string.Empty,
        [ActionEdits.OwnerAddress] = action.Row.OwnerEmail ?? string.Empty,
    };

    /// <summary>The action with fields changed.</summary>
    public static ActionDraft DraftOf(TrackedAction action, IReadOnlyDictionary<string, string> changes)
    {
        var draft = ActionDraft.Of(action);
        var cells = changes.Where(change => change.Key is not (ActionEdits.Owner or ActionEdits.OwnerAddress));
        return new(
            ActionRows.Changed(action.Item, cells.Select(cell => new CellChange(new(action.Row.Id, cell.Key), string.Empty, cell.Value))),
            changes.TryGetValue(ActionEdits.Owner, out var owner) ? (Guid.TryParse(owner, out var member) ? member : null) : draft.OwnerId,
            changes.TryGetValue(ActionEdits.OwnerAddress, out var address) ? (address.Length > 0 ? address : null) : draft.OwnerEmail);
    }

    /// <summary>A value as it stands in its field.</summary>
    public static string Show(FieldKind kind, string value) => kind switch
    {
        FieldKind.Day => DateOnly.TryParseExact(value, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d-M-yyyy", CultureInfo.InvariantCulture) : value,
        FieldKind.Percent => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? ((decimal)share * 100).ToString("0.##", Dutch) : value,
        FieldKind.Line or FieldKind.Text or FieldKind.Address or FieldKind.Status or FieldKind.Priority or FieldKind.Member => value,
    };

    /// <summary>Reads what was typed.</summary>
    public static ReadValue Read(FieldKind kind, string typed)
    {
        var text = CellText.Normal(typed, ValueKind.Text);
        return kind switch
        {
            FieldKind.Line => WithinLength(text, LongestLine),
            FieldKind.Text => WithinLength(text, LongestText),
            FieldKind.Address => AddressIn(text),
            FieldKind.Day => DayIn(text),
            FieldKind.Percent => ShareIn(text),
            FieldKind.Status => Enum.GetValues<ActionStatus>().Any(status => status.Dutch() == text) ? text : Wrong(Tr($"Kies een status uit de lijst.")),
            FieldKind.Priority => Enum.GetValues<ActionPriority>().Any(priority => priority.Dutch() == text) ? text : Wrong(Tr($"Kies een prioriteit uit de lijst.")),
            FieldKind.Member => text.Length == 0 || Guid.TryParse(text, out _) ? text : Wrong(Tr($"Kies iemand uit de lijst.")),
        };
    }

    private static ReadValue Wrong(string error) => new(null, error);

    private static ReadValue WithinLength(string text, int most) =>
        text.Length <= most ? text : Wrong(Tr($"Maak de tekst korter: hooguit {most} tekens, nu {text.Length}."));

    private static ReadValue AddressIn(string text) => text.Length == 0 || (text.Length <= LongestLine && IsAddress(text))
        ? text
        : Wrong(Tr($"Vul één e-mailadres in, zoals naam@organisatie.nl, of laat het leeg."));

    /// <summary>One bare address: a name before it, or a second one after it, does not pass.</summary>
    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
        && !text.Any(c => char.IsWhiteSpace(c) || c is ',' or ';' or '"');

    private static ReadValue DayIn(string text) => text.Length == 0 ? text
        : !DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Wrong(Tr($"Vul de datum in als dag-maand-jaar, zoals 22-11-2026, of laat die leeg."))
        : day.Year is >= 2000 and <= 2099 ? day.ToString(Iso, CultureInfo.InvariantCulture)
        : Wrong(Tr($"Vul een datum in van 2000 tot en met 2099."));

    private static ReadValue ShareIn(string text)
    {
        var number = text.TrimEnd('%', ' ').Replace('.', ',');
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, Dutch, out var percent) && percent is >= 0 and <= 100
            ? ((double)(percent / 100)).ToString(CultureInfo.InvariantCulture)
            : Wrong(Tr($"Vul een percentage in van 0 tot en met 100."));
    }
}
