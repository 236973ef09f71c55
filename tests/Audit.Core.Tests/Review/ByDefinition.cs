using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

/// <summary>Coefficients of items with weights of their own, straight from the definitions; slow, and sharing nothing with the code under test.</summary>
internal static class ByDefinition
{
    public static double Kappa(int q, int?[][] rows, double[] weights, Weighting weighting)
    {
        double total = weights.Sum(), observed = 0, expected = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            observed += weights[i] * Agree(q, rows[i][0]!.Value, rows[i][1]!.Value, weighting) / total;
            for (var j = 0; j < rows.Length; j++)
            {
                expected += weights[i] * weights[j] * Agree(q, rows[i][0]!.Value, rows[j][1]!.Value, weighting) / (total * total);
            }
        }

        return (observed - expected) / (1 - expected);
    }

    public static double Gwet(int q, int?[][] rows, double[] weights, Weighting weighting)
    {
        double agreement = 0, rated = 0, all = 0;
        var shares = new double[q];
        for (var i = 0; i < rows.Length; i++)
        {
            int[] ratings = [.. rows[i].OfType<int>()];
            all += ratings.Length > 0 ? weights[i] : 0;
            foreach (var rating in ratings)
            {
                shares[rating - 1] += weights[i] / ratings.Length;
            }

            if (ratings.Length > 1)
            {
                rated += weights[i];
                var pairs = from one in Enumerable.Range(0, ratings.Length) from other in Enumerable.Range(0, ratings.Length) where one != other select (one, other);
                agreement += weights[i] * pairs.Average(pair => Agree(q, ratings[pair.one], ratings[pair.other], weighting));
            }
        }

        var sum = Enumerable.Range(1, q).Sum(k => Enumerable.Range(1, q).Sum(l => Agree(q, k, l, weighting)));
        var chance = sum * shares.Sum(share => share / all * (1 - (share / all))) / (q * (q - 1));
        return ((agreement / rated) - chance) / (1 - chance);
    }

    private static double Agree(int q, int one, int other, Weighting weighting) => weighting switch
    {
        Weighting.Unweighted => one == other ? 1 : 0,
        Weighting.Linear => 1 - (Math.Abs(one - other) / (q - 1.0)),
        Weighting.Quadratic => 1 - ((one - other) * (one - other) / ((q - 1.0) * (q - 1))),
    };
}
