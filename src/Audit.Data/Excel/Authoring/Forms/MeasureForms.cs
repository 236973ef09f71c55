using static Audit.Data.Excel.Authoring.Forms.Columns;

namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>The sheets for measures; a workbook may do without them.</summary>
internal static class MeasureForms
{
    public const string Included = "^measures";
    public const string MeantFor = "^meantFor";

    public static SheetForm Measures { get; } = new(
        "Maatregelen", "maatregelen waaruit het actieplan kiest", 1,
        [
            Id,
            Reference("Onderdeel", "component", IdLists.Components),
            .. Text("Titel", "title", Presence.Cell),
            .. Text("Doel", "goal", Presence.Cell),
            .. Text("Doelgroep", "targetGroup", Presence.Cell),
            .. Text("Verantwoordelijke", "responsible", Presence.Cell, 30),
            .. Text("Eigenaar", "accountable", Presence.Cell, 30),
            .. Text("Indicator", "indicator", Presence.Cell),
            Number("Inspanning", "effort", "1 (licht) tot en met 5 (zwaar).", Presence.Cell),
            Number("Doorlooptijd in dagen", "leadTimeDays", "Een geheel getal vanaf 0.", Presence.Cell),
            Word("Grondslag", "basis", WordList.Bases),
            new("Patronen", "patterns", FieldKind.Ids) { Hint = "Ids, met komma's ertussen.", Width = 30 },
            .. Text("Alleen als", "precondition"),
            .. Text("Evaluatie", "evaluation"),
        ])
    {
        Optional = true,
    };

    public static SheetForm Effects { get; } = new(
        "Effecten", "welk antwoord een maatregel naar verwachting verandert, en in wat", 1,
        Reference("Maatregel", Measure, IdLists.Measures),
        Reference("Vraag", "question", IdLists.Questions),
        new FormColumn("Wordt antwoord", "to", FieldKind.Code) { Presence = Presence.Cell, Hint = "Id van een antwoord van de schaal van die vraag.", Width = 26 },
        Word("Bewijs", "evidence", WordList.Evidence))
    {
        Optional = true,
    };

    public static SheetForm Points { get; } = new(
        "Maatregelpunten", "bronnen, doelstellingen, rollen en verantwoordelijkheden bij een maatregel, één per regel; een bron heeft alleen een Nederlandse tekst", 2,
        [
            Reference("Maatregel", Measure, IdLists.Measures),
            Word("Lijst", List, WordList.MeasureLists, Presence.Cell),
            .. Text("Tekst", "text", Presence.Cell),
        ])
    {
        Optional = true,
    };
}
