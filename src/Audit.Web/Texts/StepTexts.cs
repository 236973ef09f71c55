using Audit.Core.Instruments;
using Audit.Workflows.Activities;

namespace Audit.Web.Texts;

/// <summary>Names and goals of steps in plain words.</summary>
public static class StepTexts
{
    private static readonly Dictionary<string, Func<string>> Names = new()
    {
        ["start"] = () => Tr($"Startgesprek"),
        ["tasks"] = () => Tr($"Taken kiezen"),
        ["session-1"] = () => Tr($"Werksessie 1: begrippen"),
        ["session-2"] = () => Tr($"Werksessie 2: onderzoeksproces en onderzoeksplan"),
        ["session-3"] = () => Tr($"Werksessie 3: bevindingen en risico's"),
        ["session-4"] = () => Tr($"Werksessie 4: maatregelen"),
        ["research-plan"] = () => Tr($"Onderzoeksplan"),
        ["severity"] = () => Tr($"Ernst van de gevolgen"),
        ["review"] = () => Tr($"Beoordeling"),
        ["mend"] = () => Tr($"Herstel na de beoordeling"),
        ["adoption"] = () => Tr($"Vaststelling"),
        ["tracking"] = () => Tr($"Voortgang van de acties"),
        ["escalation"] = () => Tr($"Gesprek over acties die achterblijven"),
        ["quick-scan"] = () => Tr($"Quickscan"),
        ["quick-scan-session"] = () => Tr($"Sessie: uitkomst van de quickscan"),
        ["repeat-start"] = () => Tr($"Start van de hertoets"),
        ["changes"] = () => Tr($"Antwoorden nalopen en bijwerken"),
        ["round"] = () => Tr($"Ronde langs de acties"),
        ["level-1"] = () => Tr($"Acties die achterblijven: begeleider"),
        ["level-2"] = () => Tr($"Acties die achterblijven: gesprek met de opdrachtgever"),
        ["suspicion"] = () => Tr($"1. Vermoeden van onrechtmatigheid"),
        ["insight"] = () => Tr($"2. Inzicht en overzicht"),
        ["limit-harm"] = () => Tr($"3. Schade beperken"),
        ["inform"] = () => Tr($"4. Melden en informeren"),
        ["settle"] = () => Tr($"5. Registratie en afhandeling"),
        ["closed"] = () => Tr($"Gesloten zonder vervolg"),
    };

    private static readonly Dictionary<string, Func<string>> Goals = new()
    {
        ["start"] = () => Tr($"Bespreek met de opdrachtgever waarom u de doorlichting doet, wie meedoet en wanneer u klaar wilt zijn. Leg de afspraken vast."),
        ["session-1"] = () => Tr($"Bespreek met het team de begrippen: onderscheid, direct en indirect, rechtvaardiging en risico. Leg vast waar het team vragen over heeft."),
        ["session-2"] = () => Tr($"Bespreek hoe het onderzoek gaat: welke bronnen, welke mensen en welke gegevens. Leg vast wat in het onderzoeksplan komt."),
        ["research-plan"] = () => Tr($"Beschrijf per taak wat u onderzoekt, hoe u dat doet, wie het doet en wanneer het klaar is."),
        ["session-3"] = () => Tr($"Bespreek de bevindingen en de risico's per taak. De uitkomst is een signaal over de taak en geen oordeel over mensen."),
        ["session-4"] = () => Tr($"Bespreek welke maatregelen passen bij de risico's, wie ze uitvoert en wanneer ze klaar zijn."),
        ["tracking"] = () => Tr($"Leg vast hoe het met de acties gaat. Lopen acties vast, dan kunt u opschalen naar de opdrachtgever."),
        ["escalation"] = () => Tr($"Bespreek waarom acties achterblijven en wat er nodig is om verder te gaan."),
        ["quick-scan-session"] = () => Tr($"Bespreek de uitkomst van de quickscan: welke drempelregels zijn geraakt, wat is nog onbekend, en is een volledige doorlichting nodig? Die kan met dezelfde antwoorden beginnen."),
        ["repeat-start"] = () => Tr($"Bespreek wat er sinds de vorige keer is veranderd: in de wet, in het beleid, in het werk en in de acties. De antwoorden van de vorige keer staan klaar."),
        ["level-2"] = () => Tr($"Bespreek met de opdrachtgever waarom acties achterblijven en wie wat doet. Daarna begint een nieuwe ronde."),
        ["suspicion"] = () => Tr($"Beschrijf wat er is gezien, waar, en sinds wanneer. Beoordeel of er een redelijk vermoeden is dat mensen ongelijk worden behandeld. Stop zo nodig meteen het deel van het werk waar het om gaat."),
        ["insight"] = () => Tr($"Zoek uit om welk werk, welk systeem en welke groepen het gaat, hoe lang het speelt en om hoeveel mensen. Noem geen namen."),
        ["limit-harm"] = () => Tr($"Besluit wat er nu gebeurt om schade te stoppen en te herstellen, wie dat doet en wanneer."),
        ["inform"] = () => Tr($"Leg vast wie is geïnformeerd en wanneer: de mensen om wie het gaat, de toezichthouder, de raad of de Kamer, en de organisatie zelf."),
        ["settle"] = () => Tr($"Leg vast wat de uitkomst is, wat is hersteld, wat u ervan leert en waar het is geregistreerd."),
    };

    private static readonly Dictionary<string, Func<string>> ActivityNames = new()
    {
        [Workflows.Activities.ActivityNames.Delay] = () => Tr($"Wachten tot de volgende doorlichting"),
        [Workflows.Activities.ActivityNames.Timer] = () => Tr($"Wachten op het volgende moment"),
    };

    /// <summary>Name of a step: of its script, of the part of the instrument that it asks, or of the step itself.</summary>
    public static string NameOf(string activity, string stepKey, Instrument instrument) =>
        (ScriptOf(stepKey, instrument) is { } script ? NameOf(script) : null)
        ?? Names.GetValueOrDefault(stepKey)?.Invoke()
        ?? instrument.Components.Concat(instrument.CrossCutting).FirstOrDefault(part => part.Id == stepKey)?.Title.Shown()
        ?? ActivityNames.GetValueOrDefault(activity)?.Invoke()
        ?? (ActivityCatalogue.Find(activity) is { } type ? Tr(type.Description).TrimEnd('.') : null)
        ?? stepKey;

    /// <summary>Name of a step that has one of its own; otherwise its key.</summary>
    public static string NameOf(string stepKey) => Names.GetValueOrDefault(stepKey)?.Invoke() ?? stepKey;

    /// <summary>The guide for a step; null when the instrument has none.</summary>
    public static WorkSessionScript? ScriptOf(string stepKey, Instrument instrument) => instrument.Sessions.FirstOrDefault(session => session.Id == stepKey);

    /// <summary>Title of a script, with its label unless the title begins with that.</summary>
    public static string NameOf(WorkSessionScript script) =>
        script.Label is { } label && !script.Title.Shown().StartsWith(label.Shown(), StringComparison.OrdinalIgnoreCase) ? $"{label.Shown()}: {script.Title.Shown()}" : script.Title.Shown();

    /// <summary>What a step is for, as its script says or else as we say; null when its page says so itself.</summary>
    public static string? GoalOf(string stepKey, Instrument instrument) => ScriptOf(stepKey, instrument)?.Goal.Shown() ?? GoalOf(stepKey);

    /// <summary>What a step is for; null when its page says so itself.</summary>
    public static string? GoalOf(string stepKey) => Goals.GetValueOrDefault(stepKey)?.Invoke();
}
