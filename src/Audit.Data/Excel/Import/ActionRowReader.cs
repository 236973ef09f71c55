using Audit.Core.Actions.Merge;
using Audit.Data.Excel.Uploads;

namespace Audit.Data.Excel.Import;

/// <summary>Collects the rows of the tables with actions, and what is wrong with their cells.</summary>
internal sealed class ActionRowReader(CellValues values)
{
    private const string KeyColumn = "RowKey";
    private const string VersionColumn = "RowVersion";

    private readonly List<SheetRow> rows = [];
    private readonly List<Refusal> refused = [];
    private readonly List<MergeNote> notes = [];

    public SheetContent Content => new(rows, refused, notes);

    /// <exception cref="UploadRefusedException">The keys are gone, or there are more rows than a plan can have.</exception>
    public void Read(ColumnMap map)
    {
        var data = map.Sheet.Rows.Where(row => row.Number > map.HeaderRow).ToList();
        if (map.Columns.Values.All(column => column.Key != KeyColumn))
        {
            throw new UploadRefusedException(Sentence.Of($"op het blad {map.Sheet.Name} ontbreekt de verborgen kolom {KeyColumn}, zodat de acties niet te herkennen zijn. Herstel die kolom of exporteer het plan opnieuw"));
        }

        if (data.Count > ActionPlanWorkbook.MostRows)
        {
            throw new UploadRefusedException(Sentence.Of($"op het blad {map.Sheet.Name} staan {data.Count} rijen; hoogstens {ActionPlanWorkbook.MostRows} kan"));
        }

        notes.AddRange(map.Notes);
        foreach (var row in data)
        {
            ReadRow(row, map);
        }
    }

    public void NoteMissing(string table) =>
        notes.Add(new MergeNote(new SheetPlace(table), NoteKind.Gone, Sentence.Of($"dit blad ontbreekt. Er is niets verwijderd; de acties staan hieronder als niet in het bestand.")));

    public void NoteExtra(UploadedSheet sheet) =>
        notes.Add(new MergeNote(new SheetPlace(sheet.Name), NoteKind.ExtraColumn, Sentence.Of($"dit blad hoort niet bij het actieplan en is niet ingelezen.")));

    private void ReadRow(UploadedRow row, ColumnMap map)
    {
        // Not ToDictionary: a damaged file may name a cell twice.
        var cells = new Dictionary<int, UploadedCell>();
        foreach (var cell in row.Cells.Where(cell => !cell.IsBlank && map.Columns.ContainsKey(cell.Column)))
        {
            cells.TryAdd(cell.Column, cell);
        }

        if (cells.Count == 0)
        {
            return;
        }

        var isNew = map.Columns.All(pair => pair.Value.Key != KeyColumn || !cells.ContainsKey(pair.Key));
        var place = new SheetPlace(map.Sheet.Name, row.Number);
        var texts = new Dictionary<string, string>();
        var unread = new List<string>();
        foreach (var (number, column) in map.Columns)
        {
            var value = cells.TryGetValue(number, out var cell) ? Read(cell, column, isNew) : "";
            if (value.Text is { } text)
            {
                texts.Add(column.Key, text);
            }
            else
            {
                unread.Add(column.Key);
                refused.Add(new Refusal(place with { Column = column.Header }, value.Reason, value.Why!));
            }
        }

        texts.Remove(KeyColumn, out var key);
        var version = texts.Remove(VersionColumn, out var stated) ? stated : null;
        rows.Add(new SheetRow(place, key ?? "", version, texts) { Unread = unread });
    }

    private CellValue Read(UploadedCell cell, ActionColumn column, bool isNew) =>
        column.Use == ColumnUse.Editable || (isNew && column.Use == ColumnUse.NewOnly) ? values.Read(cell, column) : values.ReadLoosely(cell, column);
}
