namespace Audit.Core.Review;

/// <summary>Cohen's κ: agreement of two raters beyond what their own use of the categories gives by chance.</summary>
/// <remarks>
/// κ = (p_o − p_e) / (1 − p_e) with p_o = Σ w_ij p_ij and p_e = Σ w_ij p_i. p_.j. Sources: J. Cohen, Educational and Psychological Measurement 20 (1960);
/// weighted: J. Cohen, Psychological Bulletin 70 (1968). Low at high agreement when the classes are skewed: read <see cref="GwetAgreement"/> beside it.
/// </remarks>
public static class CohenKappa
{
    /// <summary>
    /// κ with asymptotic standard error. No value below <see cref="Coefficient.MinimumItems"/>, on weights for a scale without order, and when both raters
    /// used one and the same category; 1 without standard error at perfect agreement.
    /// </summary>
    /// <remarks>
    /// Variance: Σ p_ij [w_ij − (w̄_i. + w̄_.j)(1 − κ)]² − [κ − p_e (1 − κ)]², divided by n (1 − p_e)², with w̄_i. = Σ_j w_ij p_.j and w̄_.j = Σ_i w_ij p_i.
    /// Source: J.L. Fleiss, J. Cohen and B.S. Everitt, Psychological Bulletin 72 (1969), for weights that may be unweighted.
    /// </remarks>
    /// <param name="table">Counts of the two raters.</param>
    /// <param name="weighting">Weights of partial agreement.</param>
    public static Coefficient Of(ConfusionTable table, Weighting weighting) =>
        Coefficient.Refusal(table.Scale, weighting, table.Items) ?? Estimate(table, weighting);

    /// <summary>The same without the smallest number of items, for published examples that are smaller; at least 1 item.</summary>
    internal static Coefficient Estimate(ConfusionTable table, Weighting weighting)
    {
        if (table.CategoriesUsed == 1)
        {
            return Coefficient.Missing(CoefficientReason.OneCategory);
        }

        return table.Agreed == table.Items ? Coefficient.Perfect : Formula(table, Weights.Of(weighting, table.Scale.Categories.Count));
    }

    private static Coefficient Formula(ConfusionTable table, double[][] weights)
    {
        var q = weights.Length;
        double n = table.Items;
        var rowMean = weights.Select(row => row.Select((w, j) => w * table.ColumnTotals[j]).Sum() / n).ToArray();
        var columnMean = weights.Select(row => row.Select((w, i) => w * table.RowTotals[i]).Sum() / n).ToArray();
        var observed = SumOver(q, (i, j) => weights[i][j] * table[i, j]) / n;
        var expected = rowMean.Select((mean, i) => mean * table.RowTotals[i]).Sum() / n;
        var kappa = (observed - expected) / (1 - expected);
        var squares = SumOver(q, (i, j) => table[i, j] * Square(weights[i][j] - ((rowMean[i] + columnMean[j]) * (1 - kappa)))) / n;
        var variance = (squares - Square(kappa - (expected * (1 - kappa)))) / (n * Square(1 - expected));
        return Coefficient.Of(kappa, variance, table.Items);
    }

    private static double SumOver(int q, Func<int, int, double> term) =>
        Enumerable.Range(0, q).Sum(i => Enumerable.Range(0, q).Sum(j => term(i, j)));

    private static double Square(double value) => value * value;
}
