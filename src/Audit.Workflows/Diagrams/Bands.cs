namespace Audit.Workflows.Diagrams;

/// <summary>Rows that share the place of their detours, because lines to the right of the way forward connect them.</summary>
/// <remarks>A wide frame in one band does not push the detours of another band away.</remarks>
internal sealed class Bands
{
    private readonly int[] bandOfRow;

    public Bands(int rows, IEnumerable<Route> routes)
    {
        bandOfRow = [.. Enumerable.Range(0, rows)];
        foreach (var route in routes.Where(route => !(route.From.IsMain && route.To.IsMain)))
        {
            Join(Math.Min(route.From.Row, route.To.Row), Math.Max(route.From.Row, route.To.Row));
        }
    }

    /// <summary>The band of a row, named by its first row.</summary>
    public int this[int row] => bandOfRow[row];

    /// <summary>Every band.</summary>
    public IEnumerable<int> All => bandOfRow.Distinct();

    private void Join(int first, int last)
    {
        var (from, to) = (bandOfRow[first], bandOfRow[last]);
        for (var row = 0; row < bandOfRow.Length; row++)
        {
            if (bandOfRow[row] >= from && bandOfRow[row] <= to)
            {
                bandOfRow[row] = from;
            }
        }
    }
}
