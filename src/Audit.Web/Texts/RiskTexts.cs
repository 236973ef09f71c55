using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Risks;

namespace Audit.Web.Texts;

/// <summary>Words of the risk register, in plain Dutch.</summary>
public static class RiskTexts
{
    /// <summary>What is said to a person who may not, or no longer, change the register.</summary>
    public static string Closed => Tr($"U kunt het risicoregister niet (meer) wijzigen. Uw wijziging is niet opgeslagen.");

    public static string NotYourJudgement => Tr($"U kunt dit risico niet (meer) beoordelen. Uw oordeel is niet opgeslagen.");

    public static string OnlySponsor => Tr($"Alleen de opdrachtgever van deze doorlichting kan een risico accepteren. Er is niets opgeslagen.");

    public static string Signal => Tr($"signaal, geen juridisch oordeel");

    public static string LowOnlyWhen => Tr($"‘Laag’ past alleen als het risico niet verder te verlagen is. Schrijf dat dan in uw motivering.");

    public static string NameOf(RiskStage stage) => stage switch
    {
        RiskStage.Inherent => Tr($"Zonder waarborgen en maatregelen"),
        RiskStage.Residual => Tr($"Restrisico"),
    };

    public static string HintOf(RiskStage stage) => stage switch
    {
        RiskStage.Inherent => Tr($"Hoe groot is het risico als u de waarborgen en maatregelen wegdenkt?"),
        RiskStage.Residual => Tr($"Hoe groot is het risico met wat er nu echt is: de waarborgen die werken en de maatregelen die zijn uitgevoerd?"),
    };

    /// <summary>Word for a stage in an address.</summary>
    public static string SegmentOf(RiskStage stage) => stage switch
    {
        RiskStage.Inherent => "zonder-waarborgen",
        RiskStage.Residual => "restrisico",
    };

    public static RiskStage? StageOf(string segment) =>
        Enum.GetValues<RiskStage>().Where(stage => SegmentOf(stage) == segment).Select(stage => (RiskStage?)stage).FirstOrDefault();

    public static string NameOf(RiskEnding ending) => ending switch
    {
        RiskEnding.None => Tr($"Nog geen maatregel of besluit"),
        RiskEnding.Measure => Tr($"Maatregel in het plan"),
        RiskEnding.Accepted => Tr($"Geaccepteerd"),
    };

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(RiskEnding ending) => ending switch
    {
        RiskEnding.None => "warning",
        RiskEnding.Measure => "neutral",
        RiskEnding.Accepted => "success",
    };

    public static string NameOf(AcceptanceState state) => state switch
    {
        AcceptanceState.InForce => Tr($"Geldt"),
        AcceptanceState.Expired => Tr($"Verlopen"),
        AcceptanceState.Overtaken => Tr($"Vervallen: het restrisico is nu hoger"),
        AcceptanceState.Withdrawn => Tr($"Ingetrokken"),
    };

    /// <summary>What happened, as the history of a risk shows it.</summary>
    public static string EventOf(string happened, string subject) => happened switch
    {
        RiskTrail.Added => Tr($"Toegevoegd"),
        RiskTrail.Changed => Tr($"Tekst of verbindingen gewijzigd"),
        RiskTrail.Dropped => Tr($"Uit het register gehaald"),
        RiskTrail.Restored => Tr($"Teruggezet in het register"),
        RiskTrail.TakenOver => Tr($"Overgenomen van een eerder risico"),
        RiskTrail.Judged => Tr($"Beoordeeld: {StageIn(subject)}"),
        RiskTrail.Explained => Tr($"Verschil verklaard: {StageIn(subject)}"),
        RiskTrail.Accepted => Tr($"Geaccepteerd"),
        RiskTrail.Withdrawn => Tr($"Acceptatie ingetrokken"),
        _ => happened,
    };

    /// <summary>The word of a level, for the reader; the word itself is its key in the scale.</summary>
    public static string Level(string level) => level switch
    {
        "laag" => Tr($"laag"),
        "midden" => Tr($"midden"),
        "hoog" => Tr($"hoog"),
        _ => level,
    };

    /// <summary>A number of risks, in words.</summary>
    public static string Count(int number) => number == 1 ? Tr($"1 risico") : Tr($"{number} risico's");

    /// <summary>How many risks have no measure and no decision yet, in words; null when every one has.</summary>
    public static string? Unended(int number) => number switch
    {
        0 => null,
        1 => Tr($"Bij 1 risico is er nog geen maatregel of besluit."),
        _ => Tr($"Bij {number} risico's is er nog geen maatregel of besluit."),
    };

    private static string StageIn(string subject) =>
        Enum.GetValues<RiskStage>().Where(stage => subject.EndsWith($"/{RiskTrail.PartOf(stage)}", StringComparison.Ordinal)).Select(stage => NameOf(stage).ToLowerInvariant()).FirstOrDefault() ?? subject;
}
