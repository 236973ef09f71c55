using Audit.Core.Actions.Merge;

namespace Audit.Data.Excel.Import;

/// <summary>Texts of many cells, each kept once: statuses, owners and reasons return in every row of a long plan.</summary>
internal sealed class TextTable(IReadOnlyList<string> columns)
{
    /// <summary>Stands for a cell that is not there, which is something else than an empty one.</summary>
    private const int Absent = -1;

    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> places = [];

    public string[] Texts => [.. texts];

    public int[] CellsOf(IReadOnlyDictionary<string, string> values) =>
        [.. columns.Select(column => values.TryGetValue(column, out var text) ? PlaceOf(text) : Absent)];

    public static Dictionary<string, string> ValuesOf(IReadOnlyList<string> columns, IReadOnlyList<string> texts, IReadOnlyList<int> cells)
    {
        var values = new Dictionary<string, string>(columns.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            if (cells[i] != Absent)
            {
                values.Add(columns[i], texts[cells[i]]);
            }
        }

        return values;
    }

    private int PlaceOf(string text)
    {
        // JSON cannot hold half a pair, and the merge does not count it.
        var legal = CellText.Legal(text);
        if (!places.TryGetValue(legal, out var place))
        {
            place = places[legal] = texts.Count;
            texts.Add(legal);
        }

        return place;
    }
}
