using System.Globalization;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Templates;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>Words for instruments and for what differs between their versions.</summary>
public static class InstrumentWords
{
    public static string StatusOf(InstrumentStatus status) => status switch
    {
        InstrumentStatus.Official => Tr($"Officiële tekst"),
        InstrumentStatus.Unofficial => Tr($"Geen officiële tekst"),
    };

    /// <summary>Where a version comes from.</summary>
    public static string OriginOf(InstrumentVersion version) => version switch
    {
        { PublishedUtc: { } moment } => Tr($"Gepubliceerd op {Texts.Dates.Day(moment)}"),
        { IsShipped: true } => Tr($"Meegeleverd met het programma"),
        _ => Tr($"Niet meer meegeleverd; alleen nog in gebruik"),
    };

    public static string NameOf(InstrumentElement element) => element switch
    {
        InstrumentElement.Whole => Tr($"Vragenset als geheel"),
        InstrumentElement.Component => Tr($"Onderdelen"),
        InstrumentElement.Question => Tr($"Vragen"),
        InstrumentElement.Scale => Tr($"Antwoordschalen"),
        InstrumentElement.Gate => Tr($"Drempelregels"),
        InstrumentElement.Theme => Tr($"Thema's"),
        InstrumentElement.Source => Tr($"Bronnen"),
        InstrumentElement.Ground => Tr($"Discriminatiegronden"),
        InstrumentElement.Exception => Tr($"Wettelijke uitzonderingen"),
        InstrumentElement.Fill => Tr($"Vragen die het register invult"),
        InstrumentElement.Session => Tr($"Werksessies"),
    };

    /// <summary>Word and kind of badge for a difference.</summary>
    public static (string Word, string Badge) Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => (Tr($"Nieuw"), "success"),
        DifferenceKind.Changed => (Tr($"Gewijzigd"), "warning"),
        DifferenceKind.Removed => (Tr($"Vervalt"), "error"),
    };

    /// <summary>Why an answer does not count any more.</summary>
    public static string Of(Misfit reason) => reason switch
    {
        Misfit.QuestionGone => Tr($"de vraag vervalt"),
        Misfit.QuestionMoved => Tr($"de vraag gaat nu over de hele organisatie of juist over een taak"),
        Misfit.OptionGone => Tr($"het gekozen antwoord bestaat niet meer"),
        Misfit.RuleChanged => Tr($"de soort vraag is gewijzigd"),
    };

    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Law => Tr($"Wet of verdrag"),
        SourceKind.Framework => Tr($"Kader"),
        SourceKind.Pilot => Tr($"Pilots"),
        SourceKind.Letter => Tr($"Kamerstuk"),
        SourceKind.Research => Tr($"Onderzoek"),
        SourceKind.Own => Tr($"Eigen voorstel"),
    };

    /// <summary>Name of a field.</summary>
    public static string NameOf(ChangedField field) => field switch
    {
        ChangedField.Text => Tr($"Tekst"),
        ChangedField.English => Tr($"Engelse tekst"),
        ChangedField.Help => Tr($"Uitleg"),
        ChangedField.Example => Tr($"Voorbeeld"),
        ChangedField.EvidenceHints => Tr($"Mogelijk bewijs"),
        ChangedField.WhoKnows => Tr($"Wie het weet"),
        ChangedField.Kind => Tr($"Soort"),
        ChangedField.Scale => Tr($"Antwoordschaal"),
        ChangedField.Options => Tr($"Antwoorden"),
        ChangedField.Weight => Tr($"Gewicht"),
        ChangedField.Condition => Tr($"Voorwaarde"),
        ChangedField.Part => Tr($"Onderdeel"),
        ChangedField.Theme => Tr($"Thema"),
        ChangedField.QuickScan => Tr($"In de quickscan"),
        ChangedField.Measures => Tr($"Maatregelen"),
        ChangedField.Sources => Tr($"Bronnen"),
        ChangedField.Order => Tr($"Volgorde"),
        ChangedField.Floor => Tr($"Klasse als de regel geldt"),
        ChangedField.OpenFloor => Tr($"Klasse zolang het onbekend is"),
        ChangedField.Blocks => Tr($"Houdt publicatie tegen"),
        ChangedField.Validity => Tr($"Geldig"),
        ChangedField.Status => Tr($"Status"),
        ChangedField.Contents => Tr($"Inhoud"),
    };

    /// <summary>For the attribute lang: differences are between the Dutch texts, or the English ones; null for a word of the program.</summary>
    public static string? LangOf(ChangedField field) => field switch
    {
        ChangedField.Kind or ChangedField.Floor or ChangedField.OpenFloor or ChangedField.Status or ChangedField.QuickScan or ChangedField.Blocks or ChangedField.Weight => null,
        ChangedField.English => "en",
        _ => "nl",
    };

    /// <summary>A value of a field as people write it.</summary>
    public static string ValueOf(ChangedField field, string value) => field switch
    {
        ChangedField.Kind => KindOf(value),
        ChangedField.Floor or ChangedField.OpenFloor => DutchText.Class(Enum.Parse<RiskClass>(value)),
        ChangedField.Status => StatusOf(Enum.Parse<InstrumentStatus>(value)).ToLower(CultureInfo.CurrentCulture),
        ChangedField.QuickScan or ChangedField.Blocks => value == "true" ? Tr($"ja") : Tr($"nee"),
        ChangedField.Weight => IsEnglish ? value : value.Replace('.', ','),
        _ => $"‘{value}’",
    };

    private static string KindOf(string name) => name switch
    {
        nameof(QuestionKind.Exposure) => Tr($"blootstelling"),
        nameof(QuestionKind.Safeguard) => Tr($"waarborg"),
        nameof(QuestionKind.Context) => Tr($"achtergrond"),
        nameof(QuestionKind.Severity) => Tr($"ernst"),
        nameof(DirectTest.StatutoryException) => Tr($"alleen een wettelijke uitzondering"),
        nameof(DirectTest.ObjectiveJustification) => Tr($"uitzondering of rechtvaardiging"),
        _ => name,
    };
}
