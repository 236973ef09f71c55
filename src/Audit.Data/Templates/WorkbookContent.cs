using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>What a workbook with an instrument says, as the same trees that files give.</summary>
/// <param name="Instrument">The instrument; null when it cannot be read.</param>
/// <param name="Measures">The measures; null when the workbook has none.</param>
/// <param name="Problems">What is wrong with the workbook itself: where it stands, and what it is.</param>
public sealed record WorkbookContent(MapNode? Instrument, MapNode? Measures, IReadOnlyList<(Sentence Place, Sentence Message)> Problems)
{
    /// <summary>Says for the line of a node where it stands in the workbook.</summary>
    public Func<int, Sentence> PlaceOf { get; init; } = _ => Sentence.Of($"werkboek");
}

/// <summary>Reads a workbook that <c>audit instrument export</c> made.</summary>
/// <param name="workbook">The file, from its beginning.</param>
public delegate WorkbookContent InstrumentWorkbookReader(Stream workbook);
