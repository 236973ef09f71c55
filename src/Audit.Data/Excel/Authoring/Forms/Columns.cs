namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>Columns that several sheets have.</summary>
internal static class Columns
{
    public const string Place = "^place";
    public const string Component = "^component";
    public const string Scale = "^scale";
    public const string Ground = "^ground";
    public const string List = "^list";
    public const string Fill = "^fill";
    public const string Session = "^session";
    public const string Measure = "^measure";

    private const string IdHint = "Een letter, dan letters, cijfers, punten of streepjes. Een id verandert niet meer als er al antwoorden zijn.";
    private const string DateHint = "Jaar-maand-dag, bijvoorbeeld 2026-11-22.";

    public static FormColumn Id { get; } = new("Id", "id", FieldKind.Code) { Presence = Presence.Cell, Hint = IdHint, Width = 26 };

    public static FormColumn Sources { get; } = new("Bronnen", "sources", FieldKind.Ids) { Hint = "Ids van het blad Bronnen, met komma's ertussen.", Width = 30 };

    public static FormColumn When { get; } = new("Voorwaarde", "when", FieldKind.Condition)
    {
        Hint = "Bijvoorbeeld: P1 in (applies) en niet (R20 in (partly, unjustified)). Gebruik en, of, niet en haakjes.",
        Width = 50,
    };

    public static IEnumerable<FormColumn> Validity { get; } =
    [
        new("Geldig vanaf", "validFrom", FieldKind.Code) { Hint = DateHint, Width = 14 },
        new("Geldig tot en met", "validUntil", FieldKind.Code) { Hint = DateHint, Width = 14 },
    ];

    /// <summary>A text in Dutch and in English; the Dutch one may not be missing when the field is there.</summary>
    public static IEnumerable<FormColumn> Text(string caption, string field, Presence presence = Presence.Optional, int width = 60) =>
    [
        new($"{caption} (nl)", $"{field}.nl", FieldKind.Prose) { Presence = presence, Width = width },
        new($"{caption} (en)", $"{field}.en", FieldKind.Prose) { Width = width },
    ];

    public static FormColumn Word(string caption, string field, WordList words, Presence presence = Presence.Optional) =>
        new(caption, field, FieldKind.Word) { Presence = presence, Words = words, Width = 26, Hint = "Kies een waarde uit de lijst." };

    public static FormColumn Number(string caption, string field, string hint, Presence presence = Presence.Optional) =>
        new(caption, field, FieldKind.Number) { Presence = presence, Hint = hint, Width = 14 };

    /// <summary>An id that stands on another sheet.</summary>
    public static FormColumn Reference(string caption, string field, string ids, Presence presence = Presence.Cell) =>
        new(caption, field, FieldKind.Code) { Presence = presence, Ids = ids, Width = 26, Hint = "Een id dat op een ander blad staat; kies het uit de lijst." };
}
