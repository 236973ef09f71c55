using static Audit.Data.Excel.Authoring.Forms.Columns;

namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>The sheets for everything in an instrument but the register and the sessions.</summary>
internal static class InstrumentForms
{
    /// <summary>What stands in the column with components for questions on severity; no id looks like it.</summary>
    public const string SeverityPlace = "(ernst)";

    /// <summary>The sheet with single values: each column is a row there.</summary>
    public static SheetForm Instrument { get; } = new(
        "Instrument", "de gegevens van het instrument zelf: één gegeven per regel, u wijzigt de kolom Waarde", 1,
        [
            new("Formaat", "schema", FieldKind.Code) { Presence = Presence.Cell, Hint = "Niet wijzigen." },
            Id,
            new("Versie", "version", FieldKind.Code) { Presence = Presence.Cell, Hint = "Geef een gewijzigd instrument een nieuwe versie; een gepubliceerde versie verandert niet meer." },
            Word("Status", "status", WordList.Status, Presence.Cell),
            .. Text("Titel", "title", Presence.Cell),
            new("Maatregelen in dit werkboek", MeasureForms.Included, FieldKind.Flag) { Hint = "ja als de bladen Maatregelen, Effecten en Maatregelpunten meedoen." },
            new("Maatregelen zijn voor instrument", MeasureForms.MeantFor, FieldKind.Code) { Hint = "Id van het instrument; leeg = voor elk instrument." },
        ]);

    public static SheetForm Sources { get; } = new(
        "Bronnen", "wetten en publicaties waarnaar vragen en drempelregels verwijzen", 1,
        Id,
        new("Titel", "title", FieldKind.Prose) { Presence = Presence.Cell },
        new("Link", "url", FieldKind.Code) { Hint = "Begint met http:// of https://.", Width = 50 },
        Word("Soort", "kind", WordList.SourceKinds),
        new("Datum", "date", FieldKind.Code) { Hint = "2026-11-22, 2026-11 of 2026.", Width = 14 });

    public static SheetForm Scales { get; } = new(
        "Schalen", "antwoordschalen: één regel per antwoord, de antwoorden van een schaal in volgorde onder elkaar", 2,
        [
            Reference("Schaal", Scale, IdLists.Scales),
            new("Antwoord", "id", FieldKind.Code) { Presence = Presence.Cell, Width = 26, Hint = "Id van het antwoord." },
            Number("Waarde", "value", "0 (gunstig) tot en met 1; nodig bij blootstelling en waarborgen."),
            Number("Niveau", "level", "1, 2, 3 of 4; nodig bij vragen over ernst."),
            .. Text("Label", "label", Presence.Cell),
        ]);

    public static SheetForm Themes { get; } = new("Themas", "onderwerpen waarnaar vragen verwijzen", 1, [Id, .. Text("Titel", "title", Presence.Cell)]);

    public static SheetForm Components { get; } = new(
        "Onderdelen", "de onderdelen waarin de vragen staan", 2,
        [
            Word("Geldt voor", Place, WordList.Places, Presence.Cell),
            Id,
            .. Text("Titel", "title", Presence.Cell),
            Number("Gewicht", "weight", "Meer dan 0; leeg = 1."),
        ]);

    public static SheetForm Questions { get; } = new(
        "Vragen", "alle vragen in volgorde; vragen over ernst hebben (ernst) als onderdeel", 2,
        [
            Reference("Onderdeel", Component, IdLists.Components),
            Id,
            Word("Soort", "kind", WordList.QuestionKinds, Presence.Column),
            Reference("Thema", "theme", IdLists.Themes, Presence.Optional),
            Reference("Schaal", "scale", IdLists.Scales),
            Number("Gewicht", "weight", "Meer dan 0; leeg = 1. Niet bij vragen over ernst."),
            .. Text("Vraag", "text", Presence.Cell),
            .. Text("Toelichting", "help"),
            .. Text("Voorbeeld", "example"),
            .. Text("Bewijstips", "evidenceHints"),
            .. Text("Wie weet dit", "whoKnows"),
            new("Quickscan", "quickscan", FieldKind.Flag) { Hint = "ja als de vraag in de quickscan zit.", Width = 14 },
            When,
            Columns.Sources,
            new("Maatregelen", "measures", FieldKind.Ids) { Hint = "Ids van maatregelen, met komma's ertussen.", Width = 30 },
        ]);

    public static SheetForm Gates { get; } = new(
        "Drempelregels", "juridische drempels: als de voorwaarde waar is, geldt minstens de genoemde klasse", 1,
        [
            Id,
            .. Text("Tekst", "text", Presence.Cell),
            When with { Presence = Presence.Cell },
            Word("Minstens klasse", "floor", WordList.Classes),
            Word("Klasse zolang open", "openFloor", WordList.Classes),
            Word("Blokkeert", "blocks", WordList.Blocks),
            .. Validity,
            Columns.Sources,
        ]);
}
