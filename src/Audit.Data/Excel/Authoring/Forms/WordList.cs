using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Data.Templates;

namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>Fixed words of the file formats with the Dutch labels that cells show.</summary>
/// <param name="Name">Name of the drop-down list.</param>
/// <param name="Entries">In the order of the drop-down.</param>
internal sealed record WordList(string Name, params IReadOnlyList<(string Code, string Label)> Entries)
{
    public static WordList Status { get; } = new("lstStatus", ("unofficial", "niet officieel"), ("official", "officieel"));

    public static WordList Places { get; } = new("lstGeldtVoor", ("components", "per taak"), ("crossCutting", "hele organisatie"));

    public static WordList QuestionKinds { get; } = new(
        "lstSoortVraag", ("exposure", "blootstelling"), ("safeguard", "waarborg"), ("context", "context"), ("severity", "ernst"));

    public static WordList YesNo { get; } = new("lstJaNee", ("true", "ja"), ("false", "nee"));

    public static WordList Classes { get; } = new("lstKlasse", [.. Enum.GetValues<RiskClass>().Select(one => (Formats.RiskClasses[(int)one], one.Dutch()))]);

    public static WordList Blocks { get; } = new("lstBlokkeert", ("publication", "publicatie"));

    public static WordList SourceKinds { get; } = new(
        "lstSoortBron", ("law", "wet"), ("framework", "kader"), ("pilot", "pilot"), ("letter", "brief"), ("research", "onderzoek"), ("own", "eigen voorstel"));

    public static WordList DirectNeeds { get; } = new(
        "lstDirectVraagt", ("exception", "wettelijke uitzondering"), ("justification", "objectieve rechtvaardiging"));

    public static WordList DistinctionKinds { get; } = new(
        "lstOnderscheid", ("none", "geen"), ("direct", "direct"), ("indirect", "indirect"), ("proxy", "proxy"), ("unknown", "onbekend"));

    public static WordList Verdicts { get; } = new("lstOordeel", [.. Formats.DistinctionVerdicts.Select(code => (code, code.Replace('_', ' ')))]);

    public static WordList RegisterLists { get; } = new("lstRegister", ("markers", "kenmerk"), ("proxies", "proxy"));

    public static WordList SessionLists { get; } = new("lstSessiepunt", ("checklist", "checklist"), ("decisions", "besluit"));

    public static WordList AssignmentKinds { get; } = new("lstSoortOpdracht", ("start", "start"), ("regular", "gewoon"));

    public static WordList MeasureLists { get; } = new(
        "lstMaatregelpunt", ("sources", "bron"), ("objectives", "doelstelling"), ("roles", "rol"), ("responsibilities", "verantwoordelijkheid"));

    public static WordList Bases { get; } = new("lstGrondslag", ("source", "bron"), ("proposal", "voorstel"));

    public static WordList Evidence { get; } = new("lstBewijs", ("E0", "E0"), ("E1", "E1"), ("E2", "E2"), ("E3", "E3"));

    /// <summary>Every list, for the sheet behind the drop-downs.</summary>
    public static IReadOnlyList<WordList> All { get; } =
    [
        Status, Places, QuestionKinds, YesNo, Classes, Blocks, SourceKinds, DirectNeeds, DistinctionKinds, Verdicts,
        RegisterLists, SessionLists, AssignmentKinds, MeasureLists, Bases, Evidence,
    ];

    /// <summary>What a cell shows; an unknown code as it is.</summary>
    public string LabelOf(string code) => Entries.FirstOrDefault(entry => entry.Code == code).Label ?? code;

    /// <summary>The code of a label or code that somebody typed; null when it is neither.</summary>
    public string? CodeOf(string typed) =>
        Entries.FirstOrDefault(entry => entry.Label.Equals(typed, StringComparison.OrdinalIgnoreCase)).Code ?? Entries.FirstOrDefault(entry => entry.Code == typed).Code;

    /// <summary>The labels, for a message.</summary>
    public string Choices => string.Join(", ", Entries.Select(entry => entry.Label));
}
