namespace Audit.Core.Actions.Merge;

/// <summary>An action as the database holds it now, or as it was exported.</summary>
/// <param name="RowKey">Identity of the action.</param>
/// <param name="RowVersion">Changes with every change of the row; "0" for one that was never stored.</param>
/// <param name="Values">Texts by column key, see <see cref="CellText"/>; a column that is not there is unknown.</param>
public sealed record ActionRow(Guid RowKey, string RowVersion, IReadOnlyDictionary<string, string> Values)
{
    internal string? ValueOf(string column) => Values.GetValueOrDefault(column);
}

/// <summary>Where something stands in the workbook, in words that the reader sees there.</summary>
/// <param name="Sheet">Name of the sheet as it is in the file.</param>
/// <param name="Row">Row number, from 1; 0 when it is about the whole sheet.</param>
/// <param name="Column">Header of the column; empty when it is about the whole row.</param>
public sealed record SheetPlace(string Sheet, int Row = 0, string Column = "")
{
    /// <summary>Dutch: "Blad Acties, rij 12, kolom Status".</summary>
    public override string ToString() => InWords().ToString();

    /// <summary>The place for a reader; names of sheets and columns stay as they are in the file.</summary>
    public Sentence InWords() => (Row > 0, Column.Length > 0) switch
    {
        (true, true) => Sentence.Of($"Blad {Sheet}, rij {Row}, kolom {Column}"),
        (true, false) => Sentence.Of($"Blad {Sheet}, rij {Row}"),
        (false, true) => Sentence.Of($"Blad {Sheet}, kolom {Column}"),
        (false, false) => Sentence.Of($"Blad {Sheet}"),
    };
}

/// <summary>One row of the uploaded workbook.</summary>
/// <param name="Place">Sheet and row number.</param>
/// <param name="RowKey">The hidden key as it stands in the file; empty for a row that somebody added.</param>
/// <param name="RowVersion">The hidden version as it stands in the file; null when the column is gone.</param>
/// <param name="Values">Texts by column key; columns that are gone and cells that could not be read are not in it.</param>
public sealed record SheetRow(SheetPlace Place, string RowKey, string? RowVersion, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Keys of the columns whose cell could not be read; each is in the list of refusals.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>What was read from an uploaded workbook.</summary>
/// <param name="Rows">The rows of both sheets, in order.</param>
/// <param name="Refused">Cells that could not be read.</param>
/// <param name="Notes">What was left aside.</param>
public sealed record SheetContent(IReadOnlyList<SheetRow> Rows, IReadOnlyList<Refusal> Refused, IReadOnlyList<MergeNote> Notes);
