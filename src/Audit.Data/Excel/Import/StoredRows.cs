using System.Text.Encodings.Web;
using System.Text.Json;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Languages;

namespace Audit.Data.Excel.Import;

/// <summary>What was read from an uploaded workbook, as the server keeps it until somebody decides.</summary>
/// <param name="Content">Rows, refusals and notes.</param>
/// <param name="Doubtful">Rows of which the hidden sheet names another base than the server kept, or none: their base does not count.</param>
public sealed record StoredContent(SheetContent Content, IReadOnlyList<Guid> Doubtful);

/// <summary>Rows of workbooks as compact JSON: what was exported, what came back and what was changed.</summary>
public static class StoredRows
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new SentenceJson() } };

    /// <summary>The base of the merge: the actions as a workbook holds them.</summary>
    public static string BaseOf(IEnumerable<ActionItem> actions)
    {
        string[] columns = [.. ActionColumns.All.Select(column => column.Key)];
        var table = new TextTable(columns);
        BaseRow[] rows = [.. actions.Select(BaseValues.RowOf).Select(row => new BaseRow(row.RowKey, row.RowVersion, table.CellsOf(row.Values)))];
        return JsonSerializer.Serialize(new BaseForm(columns, table.Texts, rows), Compact);
    }

    /// <summary>The rows of such a base.</summary>
    public static IReadOnlyList<ActionRow> Base(string json)
    {
        var form = JsonSerializer.Deserialize<BaseForm>(json, Compact)!;
        return [.. form.Rows.Select(row => new ActionRow(row.Key, row.Version, TextTable.ValuesOf(form.Columns, form.Texts, row.Cells)))];
    }

    /// <summary>What came back.</summary>
    public static string ContentOf(StoredContent stored)
    {
        string[] columns = [.. stored.Content.Rows.SelectMany(row => row.Values.Keys).Distinct()];
        var table = new TextTable(columns);
        var form = new ContentForm(columns, [], [], [.. stored.Content.Refused.Select(Legal)], [.. stored.Content.Notes.Select(Legal)], [.. stored.Doubtful])
        {
            Rows = [.. stored.Content.Rows.Select(row => new SheetForm(row.Place.Sheet, row.Place.Row, CellText.Legal(row.RowKey), row.RowVersion is { } version ? CellText.Legal(version) : null, table.CellsOf(row.Values), [.. row.Unread]))],
        };
        return JsonSerializer.Serialize(form with { Texts = table.Texts }, Compact);
    }

    /// <summary>Reads it again.</summary>
    public static StoredContent Content(string json)
    {
        var form = JsonSerializer.Deserialize<ContentForm>(json, Compact)!;
        return new(new([.. form.Rows.Select(row => RowOf(form, row))], form.Refused, form.Notes), form.Doubtful);
    }

    /// <summary>What an import writes.</summary>
    public static string PatchOf(MergePatch patch) => JsonSerializer.Serialize(patch, Compact);

    /// <summary>Reads it again.</summary>
    public static MergePatch Patch(string json) => JsonSerializer.Deserialize<MergePatch>(json, Compact)!;

    private static SheetRow RowOf(ContentForm form, SheetForm row) =>
        new(new(row.Sheet, row.Row), row.Key, row.Version, TextTable.ValuesOf(form.Columns, form.Texts, row.Cells)) { Unread = row.Unread };

    private static Refusal Legal(Refusal refusal) => refusal with { Place = Legal(refusal.Place), Text = Legal(refusal.Text) };

    private static MergeNote Legal(MergeNote note) => note with { Place = Legal(note.Place), Text = Legal(note.Text) };

    private static Sentence Legal(Sentence sentence) => Sentence.Of(sentence.Format, [.. sentence.Arguments.Select(argument => argument switch
    {
        string text => CellText.Legal(text),
        Sentence inner => Legal(inner),
        _ => argument,
    })]);

    private static SheetPlace Legal(SheetPlace place) => place with { Sheet = CellText.Legal(place.Sheet), Column = CellText.Legal(place.Column) };

    private sealed record BaseForm(string[] Columns, string[] Texts, BaseRow[] Rows);

    private sealed record BaseRow(Guid Key, string Version, int[] Cells);

    private sealed record ContentForm(string[] Columns, string[] Texts, SheetForm[] Rows, Refusal[] Refused, MergeNote[] Notes, Guid[] Doubtful);

    private sealed record SheetForm(string Sheet, int Row, string Key, string? Version, int[] Cells, string[] Unread);
}
