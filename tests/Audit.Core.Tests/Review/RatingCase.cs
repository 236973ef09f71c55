using System.Text.Json;
using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

/// <summary>Two raters, with the values and standard errors that R computed.</summary>
public sealed record TwoRaterCase(
    string Name,
    int[][] Table,
    double[] Unweighted,
    double[] Linear,
    double[] Quadratic,
    double[] Ac1,
    double[] Ac2Linear,
    double[] Ac2Quadratic);

/// <summary>More raters with missing ratings (positions from 1), with what R computed.</summary>
public sealed record MoreRaterCase(
    string Name,
    int Categories,
    int?[][] Ratings,
    double AlphaNominal,
    double AlphaOrdinal,
    double AlphaInterval,
    double[] Ac1,
    double[] Ac2Linear,
    double[] Ac2Quadratic);

/// <summary>Ratings for tests: published, computed in R (tests/data/agreement-expected.R) or random.</summary>
internal static class RatingCase
{
    private sealed record Expected(TwoRaterCase[] TwoRaters, MoreRaterCase[] MoreRaters);

    private static readonly Expected FromR = Read();

    public static IReadOnlyList<TwoRaterCase> TwoRaters => FromR.TwoRaters;

    public static IReadOnlyList<MoreRaterCase> MoreRaters => FromR.MoreRaters;

    /// <summary>Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units, ratings missing.</summary>
    public static int?[][] Krippendorff { get; } =
    [
        [1, 1, null, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
        [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [null, 5, 5, 5], [null, null, 1, 1], [null, null, 3, null],
    ];

    public static RatingScale Scale(int categories, bool ordered = true) =>
        new("scale", [.. Enumerable.Range(1, categories).Select(number => $"c{number}")], ordered);

    public static ConfusionTable Table(params int[][] counts) => new(Scale(counts.Length), counts);

    /// <summary>Items from positions, which count from 1.</summary>
    public static RatedItem[] Items(RatingScale scale, IEnumerable<int?[]> ratings) =>
        [.. ratings.Select(row => new RatedItem("component", "Q1", scale, [.. row.Select(rating => rating is { } number ? scale.Categories[number - 1] : null)]))];

    /// <summary>One item per count of a table of two raters.</summary>
    public static int?[][] Rows(int[][] table) =>
        [.. table.SelectMany((row, i) => row.SelectMany((count, j) => Enumerable.Repeat<int?[]>([i + 1, j + 1], count)))];

    public static RatingCounts Counts(int categories, IEnumerable<int?[]> ratings) =>
        new(Scale(categories), Items(Scale(categories), ratings));

    /// <summary>20 to 79 items with the same number of raters, who look at a common truth; at least the first two always rate.</summary>
    public static (int Categories, int?[][] Ratings) Random(int seed, int? raters = null, bool missing = false)
    {
        var random = new Random(seed);
        var (q, r, n) = (random.Next(2, 6), raters ?? random.Next(2, 6), random.Next(20, 80));
        return (q, [.. Enumerable.Range(0, n).Select(_ =>
        {
            var truth = random.Next(q);
            return Enumerable.Range(0, r)
                .Select(int? (rater) => missing && rater > 1 && random.Next(3) == 0 ? null : 1 + (random.Next(3) == 0 ? random.Next(q) : truth))
                .ToArray();
        })]);
    }

    private static Expected Read()
    {
        using var stream = typeof(RatingCase).Assembly.GetManifestResourceStream("agreement-expected.json")!;
        return JsonSerializer.Deserialize<Expected>(stream, JsonSerializerOptions.Web)!;
    }
}
