namespace Audit.Core.Scoring;

/// <summary>A range in which a number lies while some answers are open.</summary>
/// <param name="Low">Smallest possible value.</param>
/// <param name="High">Largest possible value; at least <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>High minus low; 0 when nothing is open. No unit.</summary>
    public double Width => High - Low;
}
