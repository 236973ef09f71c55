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
        InstrumentStatus.Official => "Officiële tekst",
        InstrumentStatus.Unofficial => "Geen officiële tekst",
    };

    /// <summary>Where a version comes from.</summary>
    public static string OriginOf(InstrumentVersion version) => version switch
    {
        { PublishedUtc: { } moment } => $"Gepubliceerd op {Texts.Dates.Day(moment)}",
        { IsShipped: true } => "Meegeleverd met het programma",
        _ => "Niet meer meegeleverd; alleen nog in gebruik",
    };

    public static string NameOf(InstrumentElement element) => element switch
    {
        InstrumentElement.Whole => "Vragenset als geheel",
        InstrumentElement.Component => "Onderdelen",
        InstrumentElement.Question => "Vragen",
        InstrumentElement.Scale => "Antwoordschalen",
        InstrumentElement.Gate => "Drempelregels",
        InstrumentElement.Theme => "Thema's",
        InstrumentElement.Source => "Bronnen",
        InstrumentElement.Ground => "Discriminatiegronden",
        InstrumentElement.Exception => "Wettelijke uitzonderingen",
        InstrumentElement.Fill => "Vragen die het register invult",
        InstrumentElement.Session => "Werksessies",
    };

    /// <summary>Word and kind of badge for a difference.</summary>
    public static (string Word, string Badge) Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => ("Nieuw", "success"),
        DifferenceKind.Changed => ("Gewijzigd", "warning"),
        DifferenceKind.Removed => ("Vervalt", "error"),
    };

    /// <summary>A field with what it was and what it is.</summary>
    public static string Of(FieldChange change) => change switch
    {
        { Field: ChangedField.Contents } => "De inhoud is gewijzigd.",
        { Before: null } => $"{NameOf(change.Field)}: nieuw is {ValueOf(change.Field, change.After!)}",
        { After: null } => $"{NameOf(change.Field)}: vervalt {ValueOf(change.Field, change.Before)}",
        _ => $"{NameOf(change.Field)}: eerst {ValueOf(change.Field, change.Before)}, nu {ValueOf(change.Field, change.After)}",
    };

    /// <summary>Why an answer does not count any more.</summary>
    public static string Of(Misfit reason) => reason switch
    {
        Misfit.QuestionGone => "de vraag vervalt",
        Misfit.QuestionMoved => "de vraag gaat nu over de hele organisatie of juist over een taak",
        Misfit.OptionGone => "het gekozen antwoord bestaat niet meer",
        Misfit.RuleChanged => "de soort vraag is gewijzigd",
    };

    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Law => "Wet of verdrag",
        SourceKind.Framework => "Kader",
        SourceKind.Pilot => "Pilots",
        SourceKind.Letter => "Kamerstuk",
        SourceKind.Research => "Onderzoek",
        SourceKind.Own => "Eigen voorstel",
    };

    private static string NameOf(ChangedField field) => field switch
    {
        ChangedField.Text => "Tekst",
        ChangedField.English => "Engelse tekst",
        ChangedField.Help => "Uitleg",
        ChangedField.Example => "Voorbeeld",
        ChangedField.EvidenceHints => "Mogelijk bewijs",
        ChangedField.WhoKnows => "Wie het weet",
        ChangedField.Kind => "Soort",
        ChangedField.Scale => "Antwoordschaal",
        ChangedField.Options => "Antwoorden",
        ChangedField.Weight => "Gewicht",
        ChangedField.Condition => "Voorwaarde",
        ChangedField.Part => "Onderdeel",
        ChangedField.Theme => "Thema",
        ChangedField.QuickScan => "In de quickscan",
        ChangedField.Measures => "Maatregelen",
        ChangedField.Sources => "Bronnen",
        ChangedField.Order => "Volgorde",
        ChangedField.Floor => "Klasse als de regel geldt",
        ChangedField.OpenFloor => "Klasse zolang het onbekend is",
        ChangedField.Blocks => "Houdt publicatie tegen",
        ChangedField.Validity => "Geldig",
        ChangedField.Status => "Status",
        ChangedField.Contents => "Inhoud",
    };

    private static string ValueOf(ChangedField field, string value) => field switch
    {
        ChangedField.Kind => KindOf(value),
        ChangedField.Floor or ChangedField.OpenFloor => DutchText.Class(Enum.Parse<RiskClass>(value)),
        ChangedField.Status => StatusOf(Enum.Parse<InstrumentStatus>(value)).ToLower(CultureInfo.GetCultureInfo("nl-NL")),
        ChangedField.QuickScan or ChangedField.Blocks => value == "true" ? "ja" : "nee",
        ChangedField.Weight => value.Replace('.', ','),
        _ => $"‘{value}’",
    };

    private static string KindOf(string name) => name switch
    {
        nameof(QuestionKind.Exposure) => "blootstelling",
        nameof(QuestionKind.Safeguard) => "waarborg",
        nameof(QuestionKind.Context) => "achtergrond",
        nameof(QuestionKind.Severity) => "ernst",
        nameof(DirectTest.StatutoryException) => "alleen een wettelijke uitzondering",
        nameof(DirectTest.ObjectiveJustification) => "uitzondering of rechtvaardiging",
        _ => name,
    };
}
