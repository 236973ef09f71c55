using Audit.Core.Review;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Review;

/// <summary>What must hold for agreement on any ratings.</summary>
[Properties(MaxTest = 200)]
public sealed class AgreementLawTests
{
    private const double Tolerance = 1e-10;

    [Property]
    public void Of_CategoriesRelabelled_ChangesNoUnweightedCoefficient(int seed)
    {
        var (q, ratings) = RatingCase.Random(seed, raters: 2);
        var labels = Enumerable.Range(1, q).ToArray();
        new Random(seed).Shuffle(labels);
        var (before, after) = (Of(q, ratings), Of(q, Map(ratings, rating => labels[rating - 1])));

        AssertSame(before.Kappa, after.Kappa);
        AssertSame(before.AlphaNominal, after.AlphaNominal);
        AssertSame(before.Ac1, after.Ac1);
    }

    [Property]
    public void Of_ScaleTurnedRound_ChangesNoCoefficient(int seed)
    {
        var (q, ratings) = RatingCase.Random(seed, raters: 2);

        AssertAllSame(Of(q, ratings), Of(q, Map(ratings, rating => q + 1 - rating)));
    }

    [Property]
    public void Of_RatersSwapped_ChangesNoCoefficient(int seed)
    {
        var (q, ratings) = RatingCase.Random(seed, missing: true);

        AssertAllSame(Of(q, ratings), Of(q, [.. ratings.Select(row => row.Reverse().ToArray())]));
    }

    [Property]
    public void Of_EveryItemTwice_KeepsValuesAndHalvesVariances(int seed)
    {
        var (q, ratings) = RatingCase.Random(seed, raters: 2);
        var (once, twice) = (Of(q, ratings), Of(q, [.. ratings, .. ratings]));
        double n = ratings.Length;

        AssertScaled(once.Kappa, twice.Kappa, 0.5);
        AssertScaled(once.KappaQuadratic, twice.KappaQuadratic, 0.5);
        AssertScaled(once.Ac1, twice.Ac1, (n - 1) / ((2 * n) - 1));
        AssertScaled(once.Ac2Linear, twice.Ac2Linear, (n - 1) / ((2 * n) - 1));
    }

    [Property]
    public void Alpha_EveryItemTwice_LosesOnlyTheSmallSampleCorrection(int seed)
    {
        var (q, ratings) = RatingCase.Random(seed, missing: true);
        double values = ratings.Sum(row => row.Count(rating => rating is not null));
        var (once, twice) = (Of(q, ratings).AlphaOrdinal.Value, Of(q, [.. ratings, .. ratings]).AlphaOrdinal.Value);

        Assert.Equal((1 - once!.Value) / (values - 1) * ((2 * values) - 1) / 2, 1 - twice!.Value, Tolerance);
    }

    [Property]
    public void Of_AnyRatings_IsNeverNaNAndSaysWhyANumberIsMissing(int seed)
    {
        var (q, ratings) = RatingCase.Random(seed, missing: true);
        var random = new Random(seed);
        var few = Of(q, [.. ratings.Take(random.Next(ratings.Length))]);
        var skewed = Of(q, Map(ratings, rating => random.Next(30) == 0 ? rating : 1));
        foreach (var coefficient in All(few).Concat(All(skewed)))
        {
            Assert.True(coefficient.Value is null or (>= -1.5 and <= 1));
            Assert.True(coefficient.StandardError is null or > 0);
            Assert.Equal(coefficient.Value is null || coefficient.StandardError is null, coefficient.Reason is not null);
        }
    }

    /// <summary>The error by another road: the infinitesimal jackknife, from the slope of the coefficient in the weight of each item. Every item
    /// has two ratings here: with items of one rating Gwet's published error is larger (see <see cref="GwetAgreement"/>).</summary>
    [Property(MaxTest = 50)]
    public void Of_StandardError_IsThatOfTheInfinitesimalJackknife(int seed)
    {
        var (q, ratings) = RatingCase.Random(seed, missing: true);
        var two = ratings.Select(row => row[..2]).ToArray();
        double n = ratings.Length;
        foreach (var weighting in Enum.GetValues<Weighting>())
        {
            var kappa = CohenKappa.Of(ConfusionTable.Of(RatingCase.Scale(q), RatingCase.Items(RatingCase.Scale(q), two)), weighting);
            var ac = GwetAgreement.Of(RatingCase.Scale(q), RatingCase.Items(RatingCase.Scale(q), ratings), weighting);

            AssertError(kappa, Jackknife(two, (rows, weights) => ByDefinition.Kappa(q, rows, weights, weighting)), 1);
            AssertError(ac, Jackknife(ratings, (rows, weights) => ByDefinition.Gwet(q, rows, weights, weighting)), n / (n - 1));
        }
    }

    private static double Jackknife(int?[][] rows, Func<int?[][], double[], double> coefficient)
    {
        const double Step = 1e-4;
        var slopes = rows.Select((_, item) =>
        {
            double At(double change) => coefficient(rows, [.. rows.Select((_, other) => other == item ? 1 + change : 1)]);
            return (At(Step) - At(-Step)) / (2 * Step);
        });
        return slopes.Sum(slope => slope * slope);
    }

    private static void AssertError(Coefficient actual, double variance, double factor)
    {
        if (actual.StandardError is { } error)
        {
            Assert.Equal(Math.Sqrt(variance * factor), error, 1e-7);
        }
    }

    private static ScaleAgreement Of(int categories, int?[][] ratings) =>
        ScaleAgreement.Of(RatingCase.Scale(categories), RatingCase.Items(RatingCase.Scale(categories), ratings));

    private static int?[][] Map(int?[][] ratings, Func<int, int> map) =>
        [.. ratings.Select(row => row.Select(int? (rating) => rating is { } number ? map(number) : null).ToArray())];

    private static Coefficient[] All(ScaleAgreement agreement) =>
    [
        agreement.Kappa, agreement.KappaLinear, agreement.KappaQuadratic, agreement.AlphaNominal, agreement.AlphaOrdinal,
        agreement.Ac1, agreement.Ac2Linear, agreement.Ac2Quadratic,
    ];

    private static void AssertAllSame(ScaleAgreement expected, ScaleAgreement actual)
    {
        foreach (var (one, other) in All(expected).Zip(All(actual)))
        {
            AssertSame(one, other);
        }
    }

    private static void AssertSame(Coefficient expected, Coefficient actual) => AssertScaled(expected, actual, 1);

    private static void AssertScaled(Coefficient expected, Coefficient actual, double variance)
    {
        Assert.Equal(expected.Reason, actual.Reason);
        Assert.Equal(expected.Value ?? 0, actual.Value ?? 0, Tolerance);
        Assert.Equal((expected.StandardError ?? 0) * Math.Sqrt(variance), actual.StandardError ?? 0, Tolerance);
    }
}
