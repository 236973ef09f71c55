namespace Audit.Core.Review;

/// <summary>How often two raters chose each pair of categories. Dutch: <c>kruistabel</c>.</summary>
public sealed class ConfusionTable
{
    private readonly int[][] counts;

    /// <summary>A table from its counts, rows by columns in the order of the categories.</summary>
    /// <param name="scale">The categories.</param>
    /// <param name="counts">Items per pair. Unit: items, at least 0.</param>
    /// <exception cref="ArgumentException">The table is not square in the number of categories, or a count is negative.</exception>
    public ConfusionTable(RatingScale scale, IReadOnlyList<IReadOnlyList<int>> counts)
    {
        if (counts.Count != scale.Categories.Count || counts.Any(row => row.Count != counts.Count || row.Any(count => count < 0)))
        {
            throw new ArgumentException("A count of at least 0 for every pair of categories.", nameof(counts));
        }

        Scale = scale;
        this.counts = [.. counts.Select(row => row.ToArray())];
        RowTotals = [.. this.counts.Select(row => row.Sum())];
        ColumnTotals = [.. this.counts.Select((_, column) => this.counts.Sum(row => row[column]))];
        Items = RowTotals.Sum();
        Agreed = this.counts.Select((row, i) => row[i]).Sum();
    }

    /// <summary>The categories of rows and columns.</summary>
    public RatingScale Scale { get; }

    /// <summary>Items that both rated. Unit: items.</summary>
    public int Items { get; }

    /// <summary>Items on the diagonal. Unit: items, 0 to <see cref="Items"/>.</summary>
    public int Agreed { get; }

    /// <summary>Items per category according to the rater of the rows. Unit: items.</summary>
    public IReadOnlyList<int> RowTotals { get; }

    /// <summary>Items per category according to the rater of the columns. Unit: items.</summary>
    public IReadOnlyList<int> ColumnTotals { get; }

    /// <summary>Share of the items in the same category, in [0, 1]; null when nothing was rated by both.</summary>
    public double? RawAgreement => Items == 0 ? null : (double)Agreed / Items;

    /// <summary>Number of categories that either rater used.</summary>
    internal int CategoriesUsed => RowTotals.Zip(ColumnTotals).Count(totals => totals.First + totals.Second > 0);

    /// <summary>Items that the rater of the rows placed in one category and the rater of the columns in another.</summary>
    /// <param name="row">Position of the category, from 0.</param>
    /// <param name="column">Position of the category, from 0.</param>
    public int this[int row, int column] => counts[row][column];

    /// <summary>The table of two raters; items that either of them did not rate are left out.</summary>
    /// <param name="scale">The scale of all items.</param>
    /// <param name="items">Items with this scale.</param>
    /// <param name="row">Place of the rater of the rows, from 0.</param>
    /// <param name="column">Place of the rater of the columns, from 0.</param>
    public static ConfusionTable Of(RatingScale scale, IEnumerable<RatedItem> items, int row = 0, int column = 1)
    {
        var counts = scale.Categories.Select(_ => new int[scale.Categories.Count]).ToArray();
        foreach (var item in items)
        {
            if (item.PositionBy(row) is { } first && item.PositionBy(column) is { } second)
            {
                counts[first][second]++;
            }
        }

        return new(scale, counts);
    }
}
