namespace Audit.Core.Review;

/// <summary>How much a disagreement counts as partial agreement.</summary>
/// <remarks>
/// Sources: linear (equal spacing): D.V. Cicchetti and T. Allison, American Journal of EEG Technology 11 (1971); quadratic: J.L. Fleiss and J. Cohen,
/// Educational and Psychological Measurement 33 (1973).
/// </remarks>
public enum Weighting
{
    /// <summary>w = 1 for the same category, otherwise 0.</summary>
    Unweighted,

    /// <summary>w = 1 − |i − j| / (q − 1).</summary>
    Linear,

    /// <summary>w = 1 − (i − j)² / (q − 1)².</summary>
    Quadratic,
}

/// <summary>The weights as numbers.</summary>
internal static class Weights
{
    /// <summary>Matrix of agreement weights in [0, 1] for q categories; 1 on the diagonal.</summary>
    public static double[][] Of(Weighting weighting, int q) =>
        [.. Enumerable.Range(0, q).Select(i => Enumerable.Range(0, q).Select(j => Of(weighting, Math.Abs(i - j), q - 1)).ToArray())];

    private static double Of(Weighting weighting, int distance, int largest) => weighting switch
    {
        Weighting.Unweighted => distance == 0 ? 1 : 0,
        Weighting.Linear => 1 - (distance / Math.Max(1.0, largest)),
        Weighting.Quadratic => 1 - Math.Pow(distance / Math.Max(1.0, largest), 2),
    };
}
