using Audit.Data.Languages;

namespace Audit.Data.Database.Chain;

/// <summary>What can be wrong with a chain.</summary>
public enum TrailFault
{
    /// <summary>A record is not what was sealed.</summary>
    Edited,

    /// <summary>A value is not what was recorded: changed, or taken from another record.</summary>
    ValueEdited,

    /// <summary>A value is gone, and no record says that it was erased.</summary>
    ValueLost,

    /// <summary>Records between two others are gone.</summary>
    Missing,

    /// <summary>Records stand in places of others.</summary>
    Reordered,

    /// <summary>The last records are gone: the head knows of more.</summary>
    Truncated,

    /// <summary>There are records beyond the head, or the head is gone or another.</summary>
    HeadEdited,

    /// <summary>The chain is shorter than an anchor outside the database, or is another chain.</summary>
    AnchorTruncated,

    /// <summary>A record that an anchor names has another seal.</summary>
    AnchorOther,

    /// <summary>Records are sealed with a key that was not given.</summary>
    UnknownKey,

    /// <summary>A record was added past the program.</summary>
    Unsealed,
}

/// <summary>One thing that is wrong with a chain.</summary>
/// <param name="Fault">What.</param>
/// <param name="From">The first record.</param>
/// <param name="To">The last record.</param>
/// <param name="Detail">What it is about: key, column, time of an anchor.</param>
public sealed record TrailFinding(TrailFault Fault, long From, long To, string Detail = "")
{
    /// <summary>The finding in the language of the reader.</summary>
    public string Text => Fault switch
    {
        TrailFault.Edited => Language.Tr($"Record {From} is gewijzigd nadat het is vastgelegd."),
        TrailFault.ValueEdited => Language.Tr($"Record {From}: de waarde ‘{Detail}’ is gewijzigd of hoort bij een ander record."),
        TrailFault.ValueLost => Language.Tr($"Record {From}: de waarde ‘{Detail}’ is weg, terwijl geen record zegt dat zij is gewist."),
        TrailFault.Missing when From == To => Language.Tr($"Record {From} ontbreekt."),
        TrailFault.Missing => Language.Tr($"Record {From} tot en met {To} ontbreken."),
        TrailFault.Reordered => Language.Tr($"Op de plaats van record {From} staat record {To}: de volgorde is veranderd."),
        TrailFault.Truncated => Language.Tr($"Het eind van de keten is afgekapt: record {From} tot en met {To} ontbreken."),
        TrailFault.HeadEdited => Language.Tr($"De kop van de keten klopt niet met het laatste record, {From}: de kop is gewijzigd, of er zijn records buiten het programma om toegevoegd."),
        TrailFault.AnchorTruncated => Language.Tr($"De keten is afgekapt: het anker van {Detail} noemt record {To}, de keten houdt op bij {From}."),
        TrailFault.AnchorOther => Language.Tr($"Record {From} is een ander dan in het anker van {Detail}: de keten is opnieuw gemaakt."),
        TrailFault.UnknownKey => Language.Tr($"Record {From} tot en met {To} zijn verzegeld met sleutel {Detail}, die niet is opgegeven. Is dat geen oude sleutel van deze installatie, dan is de keten met een andere sleutel opnieuw gemaakt."),
        TrailFault.Unsealed => Language.Tr($"Er zijn {To} records zonder zegel: toegevoegd buiten het programma om (het eerste heeft nummer {From} in de tabel)."),
        _ => throw new ArgumentOutOfRangeException(nameof(Fault)),
    };
}

/// <summary>What a verification saw of one chain.</summary>
/// <param name="BodyId">The body, or <see cref="TrailRow.Installation"/>.</param>
/// <param name="Sequence">The last record of the head.</param>
/// <param name="Records">How many records were looked at.</param>
/// <param name="Erased">How many of them have had their values erased.</param>
/// <param name="Findings">What is wrong; empty when the chain verifies.</param>
public sealed record TrailVerdict(Guid BodyId, long Sequence, long Records, long Erased, IReadOnlyList<TrailFinding> Findings)
{
    public bool Verifies => Findings.Count == 0;
}
