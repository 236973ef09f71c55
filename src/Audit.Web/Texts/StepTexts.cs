using Audit.Core.Instruments;
using Audit.Workflows.Activities;

namespace Audit.Web.Texts;

/// <summary>Names and goals of steps in plain Dutch.</summary>
public static class StepTexts
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["start"] = "Startgesprek",
        ["tasks"] = "Taken kiezen",
        ["session-1"] = "Werksessie 1: begrippen",
        ["session-2"] = "Werksessie 2: onderzoeksproces en onderzoeksplan",
        ["session-3"] = "Werksessie 3: bevindingen en risico's",
        ["session-4"] = "Werksessie 4: maatregelen",
        ["research-plan"] = "Onderzoeksplan",
        ["severity"] = "Ernst van de gevolgen",
        ["review"] = "Beoordeling",
        ["mend"] = "Herstel na de beoordeling",
        ["adoption"] = "Vaststelling",
        ["tracking"] = "Voortgang van de acties",
        ["escalation"] = "Gesprek over acties die achterblijven",
    };

    private static readonly Dictionary<string, string> Goals = new()
    {
        ["start"] = "Bespreek met de opdrachtgever waarom u de doorlichting doet, wie meedoet en wanneer u klaar wilt zijn. Leg de afspraken vast.",
        ["session-1"] = "Bespreek met het team de begrippen: onderscheid, direct en indirect, rechtvaardiging en risico. Leg vast waar het team vragen over heeft.",
        ["session-2"] = "Bespreek hoe het onderzoek gaat: welke bronnen, welke mensen en welke gegevens. Leg vast wat in het onderzoeksplan komt.",
        ["research-plan"] = "Beschrijf per taak wat u onderzoekt, hoe u dat doet, wie het doet en wanneer het klaar is.",
        ["session-3"] = "Bespreek de bevindingen en de risico's per taak. De uitkomst is een signaal over de taak en geen oordeel over mensen.",
        ["session-4"] = "Bespreek welke maatregelen passen bij de risico's, wie ze uitvoert en wanneer ze klaar zijn.",
        ["tracking"] = "Leg vast hoe het met de acties gaat. Lopen acties vast, dan kunt u opschalen naar de opdrachtgever.",
        ["escalation"] = "Bespreek waarom acties achterblijven en wat er nodig is om verder te gaan.",
    };

    private static readonly Dictionary<string, string> ActivityNames = new()
    {
        [Workflows.Activities.ActivityNames.Delay] = "Wachten tot de volgende doorlichting",
        [Workflows.Activities.ActivityNames.Timer] = "Wachten op het volgende moment",
    };

    /// <summary>Name of a step: of the part of the instrument that it asks, or of the step itself.</summary>
    public static string NameOf(string activity, string stepKey, Instrument instrument) =>
        Names.GetValueOrDefault(stepKey)
        ?? instrument.Components.Concat(instrument.CrossCutting).FirstOrDefault(part => part.Id == stepKey)?.Title.Nl
        ?? ActivityNames.GetValueOrDefault(activity)
        ?? ActivityCatalogue.Find(activity)?.Description.TrimEnd('.')
        ?? stepKey;

    /// <summary>What a step is for; null when its page says so itself.</summary>
    public static string? GoalOf(string stepKey) => Goals.GetValueOrDefault(stepKey);
}
