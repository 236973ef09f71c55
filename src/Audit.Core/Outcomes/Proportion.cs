using Audit.Core.Scoring;
using MathNet.Numerics.Distributions;

namespace Audit.Core.Outcomes;

/// <summary>How many of a total have a property: aggregates, never persons. Dutch: <c>telling</c>.</summary>
public sealed record Proportion
{
    /// <summary>Confidence of the intervals on screen and in exports. No unit.</summary>
    public const double UsualConfidence = 0.95;

    /// <summary>A count out of a total.</summary>
    /// <param name="count">n, from 0 to <paramref name="total"/>.</param>
    /// <param name="total">N, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers do not go together.</exception>
    public Proportion(int count, int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        (Count, Total) = (count, total);
    }

    /// <summary>n, from 0 to <see cref="Total"/>.</summary>
    public int Count { get; }

    /// <summary>N, at least 1.</summary>
    public int Total { get; }

    /// <summary>n / N, in [0, 1].</summary>
    public double Share => (double)Count / Total;

    /// <summary>The Wilson score interval without continuity correction, in [0, 1].</summary>
    /// <remarks>Source: E.B. Wilson, <i>Probable inference, the law of succession, and statistical inference</i>, JASA 22 (1927).</remarks>
    /// <param name="confidence">Between 0 and 1, both excluded. No unit.</param>
    public Interval Wilson(double confidence = UsualConfidence)
    {
        var z = Normal.InvCDF(0, 1, 1 - ((1 - confidence) / 2));
        double total = Total;
        var square = z * z;
        var middle = (Share + (square / (2 * total))) / (1 + (square / total));
        var half = z / (1 + (square / total)) * Math.Sqrt((Share * (1 - Share) / total) + (square / (4 * total * total)));
        return new(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
