using Audit.Workflows.Actions.Tracking;

namespace Audit.Web.Pages.ActionItems;

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Lines of text.</summary>
    Text,

    /// <summary>An e-mail address.</summary>
    Address,

    /// <summary>Day, month and year.</summary>
    Day,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A status from the list.</summary>
    Status,

    /// <summary>A priority from the list.</summary>
    Priority,

    /// <summary>A member of the case, or nobody.</summary>
    Member,
}

/// <summary>A field of an action that people fill in.</summary>
/// <param name="Key">Key of its column, or the name of the owner.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Help">What helps to fill it in; empty for nothing.</param>
public sealed record ActionField(string Key, string Label, FieldKind Kind, string Help = "")
{
    /// <summary>Name in the form.</summary>
    public string Name { get; init; } = Key.ToLowerInvariant();

    /// <summary>Name in the form of the value with which it was shown.</summary>
    public string ShownName => $"was-{Name}";
}

/// <summary>Fields that belong together.</summary>
public sealed record FieldGroup(string Title, IReadOnlyList<ActionField> Fields);

/// <summary>Every field of an action that people fill in, in groups.</summary>
public static class ActionFields
{
    public static string DayHelp => Tr($"Dag-maand-jaar, zoals 22-11-2026. Mag leeg blijven.");

    private static FieldGroup HowFar => new(Tr($"Hoe ver"),
    [
        new("Status", Tr($"Status"), FieldKind.Status, Tr($"Afsluiten kan pas als het effect is gemeten.")),
        new("Voortgang", Tr($"Voortgang in procenten"), FieldKind.Percent, Tr($"Een getal van 0 tot en met 100. Bij de status gereed wordt het vanzelf 100.")),
        new("Bewijs", Tr($"Waar is na te gaan dat het is uitgevoerd?"), FieldKind.Line, Tr($"Bijvoorbeeld een zaaknummer of een webadres.")),
        new("Opmerking", Tr($"Opmerking"), FieldKind.Text),
    ]);

    /// <summary>All groups, for who may change everything.</summary>
    public static IReadOnlyList<FieldGroup> All =>
    [
        new(Tr($"Wat"),
        [
            new("Maatregel", Tr($"Wat wordt er gedaan?"), FieldKind.Text),
            new("Doel", Tr($"Doel"), FieldKind.Text),
            new("Doelgroep", Tr($"Voor wie"), FieldKind.Line),
        ]),
        new(Tr($"Wie"),
        [
            new("Eigenaar", Tr($"Eigenaar: welke functie staat ervoor?"), FieldKind.Line, Tr($"Bijvoorbeeld ‘afdelingshoofd’.")),
            new(ActionEdits.Owner, Tr($"Eigenaar: wie van de doorlichting is dat?"), FieldKind.Member, Tr($"Deze persoon ziet de actie bij ‘Mijn acties’ en mag de voortgang bijhouden.")),
            new(ActionEdits.OwnerAddress, Tr($"Of: e-mailadres van een eigenaar zonder account"), FieldKind.Address, Tr($"Eén adres.")),
            new("Verantwoordelijke", Tr($"Wie voert het uit?"), FieldKind.Line),
            new("Evaluator", Tr($"Wie beoordeelt het effect?"), FieldKind.Line, Tr($"Iemand anders dan de eigenaar.")),
            new("Afdeling", Tr($"Afdeling"), FieldKind.Line),
        ]),
        new(Tr($"Wanneer"),
        [
            new("Prioriteit", Tr($"Prioriteit"), FieldKind.Priority),
            new("Start", Tr($"Start"), FieldKind.Day, DayHelp),
            new("Streefdatum", Tr($"Streefdatum: wanneer moet het werken?"), FieldKind.Day, DayHelp),
        ]),
        HowFar,
        new(Tr($"Hoe meten"),
        [
            new("Indicator", Tr($"Indicator: waaraan ziet u het effect?"), FieldKind.Text, Tr($"Leg indicator, nulmeting, streefwaarde en streefdatum vast vóór de start. Een latere wijziging is zichtbaar in de geschiedenis.")),
            new("Nulmeting", Tr($"Nulmeting: de waarde vóór de actie"), FieldKind.Line),
            new("Streefwaarde", Tr($"Streefwaarde: waar wilt u uitkomen?"), FieldKind.Line),
            new("Effectmeting", Tr($"Effectmeting: de waarde na de actie"), FieldKind.Line),
        ]),
    ];

    /// <summary>What the owner of an action may fill in.</summary>
    public static IReadOnlyList<FieldGroup> OfOwner => [HowFar];

    /// <summary>The field of a column.</summary>
    public static ActionField? Find(string? key) => All.SelectMany(group => group.Fields).FirstOrDefault(field => field.Key == key);
}
