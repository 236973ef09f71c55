using static Audit.Data.Excel.Authoring.Forms.Columns;

namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>The sheets for the register of distinctions and for the work sessions.</summary>
internal static class RegisterForms
{
    public static SheetForm Grounds { get; } = new(
        "Gronden", "discriminatiegronden van het register", 1,
        [
            Id,
            .. Text("Titel", "title", Presence.Cell),
            .. Text("Toelichting", "help"),
            Word("Direct onderscheid vraagt", "directNeeds", WordList.DirectNeeds, Presence.Cell),
        ]);

    public static SheetForm Norms { get; } = new(
        "Normen", "de wetsartikelen bij elke grond, minstens één per grond", 1,
        [
            Reference("Grond", Ground, IdLists.Grounds),
            Reference("Bron", "source", IdLists.Sources),
            new("Artikel", "article", FieldKind.Prose) { Presence = Presence.Cell, Width = 30 },
            .. Text("Opmerking", "note"),
            .. Validity,
        ]);

    public static SheetForm Exceptions { get; } = new(
        "Uitzonderingen", "wettelijke uitzonderingen op het verbod van onderscheid", 1,
        [
            Id,
            .. Text("Titel", "title", Presence.Cell),
            .. Text("Toelichting", "help"),
            Reference("Bron", "source", IdLists.Sources),
            new("Artikel", "article", FieldKind.Prose) { Presence = Presence.Cell, Width = 30 },
            new("Gronden", "grounds", FieldKind.Ids) { Hint = "Ids van het blad Gronden, met komma's ertussen; leeg = alle.", Width = 30 },
            .. Validity,
        ]);

    public static SheetForm Points { get; } = new(
        "Register", "kenmerken en proxykenmerken waarop een team let", 1,
        [Word("Lijst", List, WordList.RegisterLists, Presence.Cell), .. Text("Tekst", "text", Presence.Cell)]);

    public static SheetForm Fills { get; } = new(
        "Vullingen", "welke vragen uit het register worden beantwoord: één regel per antwoord, met hetzelfde nummer voor één vulling", 2,
        new FormColumn("Vulling", Fill, FieldKind.Code) { Presence = Presence.Cell, Hint = "Een nummer; regels met hetzelfde nummer horen bij elkaar.", Width = 12 },
        Reference("Vraag", "^question", IdLists.Questions),
        new FormColumn("Gronden", "^grounds", FieldKind.Ids) { Hint = "Ids van het blad Gronden; leeg = alle.", Width = 30 },
        new FormColumn("Onderdelen", "^components", FieldKind.Ids) { Hint = "Ids van het blad Onderdelen; leeg = alle.", Width = 30 },
        new FormColumn("Antwoord", "option", FieldKind.Code) { Presence = Presence.Cell, Width = 26 },
        new FormColumn("Soorten onderscheid", "kinds", FieldKind.Words) { Words = WordList.DistinctionKinds, Hint = $"Met komma's: {WordList.DistinctionKinds.Choices}.", Width = 30 },
        new FormColumn("Oordelen", "verdicts", FieldKind.Words) { Words = WordList.Verdicts, Hint = $"Met komma's: {WordList.Verdicts.Choices}.", Width = 40 });

    public static SheetForm Sessions { get; } = new(
        "Werksessies", "draaiboeken voor werksessies", 1,
        [
            Id,
            .. Text("Label", "label", width: 30),
            .. Text("Titel", "title", Presence.Cell),
            .. Text("Doel", "goal", Presence.Cell),
            .. Text("Opzet", "setUp", Presence.Cell),
            .. Text("Uitkomst", "outcome", Presence.Cell),
            Sources,
        ]);

    public static SheetForm Assignments { get; } = new(
        "Opdrachten", "de opdrachten van elke werksessie, in volgorde", 2,
        [
            Reference("Werksessie", Session, IdLists.Sessions),
            Id,
            Word("Soort", "kind", WordList.AssignmentKinds),
            .. Text("Titel", "title", Presence.Cell),
            .. Text("Tekst", "text", Presence.Cell),
        ]);

    public static SheetForm SessionPoints { get; } = new(
        "Sessiepunten", "checklist en besluiten van elke werksessie, één punt per regel", 2,
        [
            Reference("Werksessie", Session, IdLists.Sessions),
            Word("Lijst", List, WordList.SessionLists, Presence.Cell),
            .. Text("Tekst", "text", Presence.Cell),
        ]);
}
