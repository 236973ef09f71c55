using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>The rows of all sheets, and the lists that they make.</summary>
internal sealed class RowGroups(IReadOnlyDictionary<string, IReadOnlyList<FormRow>> bySheet, Findings findings)
{
    public IReadOnlyList<FormRow> this[SheetForm form] => bySheet.GetValueOrDefault(form.Name, []);

    /// <summary>Whether the workbook has the sheet; without it, references to it say nothing.</summary>
    public bool Has(SheetForm form) => bySheet.ContainsKey(form.Name);

    /// <summary>The rows as a list; null when there are none.</summary>
    public static ListNode? ListOf(IReadOnlyCollection<FormRow> rows, Func<FormRow, Node>? item = null) =>
        rows.Count == 0 ? null : new ListNode(rows.First().Line, [.. rows.Where(row => !row.IsEmptyList).Select(item ?? (row => row.Node))]);

    /// <summary>The rows of a sheet by the id of what they belong to; reports ids that the other sheet does not have.</summary>
    /// <param name="form">The sheet.</param>
    /// <param name="key">Field of the column with the id.</param>
    /// <param name="owners">The sheet where the id must stand.</param>
    public ILookup<string, FormRow> By(SheetForm form, string key, SheetForm owners)
    {
        if (!Has(owners))
        {
            return this[form].ToLookup(row => row.Key(key) ?? string.Empty);
        }

        var known = this[owners].Select(row => row.Node.Text("id")).ToHashSet();
        foreach (var row in this[form].Where(row => row.Key(key) is { Length: > 0 } id && !known.Contains(id)))
        {
            findings.Error(row.Keys[key].Line, Sentence.Of($"'{row.Key(key)}' staat niet op het blad {owners.Name}"));
        }

        return this[form].ToLookup(row => row.Key(key) ?? string.Empty);
    }

    /// <summary>Rows that share a number or id, in the order of their first row.</summary>
    public IEnumerable<IGrouping<string, FormRow>> Groups(SheetForm form, string key) =>
        this[form].Where(row => !row.IsEmptyList).GroupBy(row => row.Key(key) ?? string.Empty);

    /// <summary>A block with fields added; those without a value are left out.</summary>
    public static MapNode With(MapNode map, params IEnumerable<(string Name, Node? Value)> more) =>
        new(map.Line, [.. map.Entries, .. more.Where(field => field.Value is not null).Select(field => new MapEntry(field.Name, field.Value!.Line, field.Value))]);

    /// <summary>The lists of points that belong together, by the name of the list.</summary>
    public static IEnumerable<(string Name, Node? Value)> Points(IEnumerable<FormRow> rows, Func<FormRow, string, Node>? item = null) =>
        rows.GroupBy(row => row.Key(Columns.List) ?? string.Empty).Where(list => list.Key.Length > 0)
            .Select(list => (list.Key, (Node?)ListOf([.. list], row => item?.Invoke(row, list.Key) ?? row.Node.Find("text")!)));
}
