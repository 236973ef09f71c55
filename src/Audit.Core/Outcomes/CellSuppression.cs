namespace Audit.Core.Outcomes;

/// <summary>To whom a count is shown.</summary>
public enum CountAudience
{
    /// <summary>Who supplies the counts and works with them: sees every number.</summary>
    Makers,

    /// <summary>Everybody else: sees no small cells.</summary>
    Readers,
}

/// <summary>The one place that decides whether a count may be shown, on a screen or in any other outlet. Dutch: <c>onderdrukking kleine cellen</c>.</summary>
public static class CellSuppression
{
    /// <summary>Smallest numerator, and smallest complement of it, that may be shown. Unit: persons or cases.</summary>
    public const int UsualMinimum = 10;

    /// <summary>Whether nobody can be recognised from the count; 0 % and 100 % say something about everybody and are never safe.</summary>
    /// <param name="cell">The count.</param>
    /// <param name="minimum">Smallest numerator and complement, at least 1.</param>
    public static bool IsSafe(Proportion cell, int minimum = UsualMinimum) =>
        cell.Count > 0 && cell.Count < cell.Total && cell.Count >= minimum && cell.Total - cell.Count >= minimum;

    /// <summary>The count as an audience may see it; null when it is too small to show.</summary>
    /// <param name="cell">The count.</param>
    /// <param name="audience">Who looks at it.</param>
    public static Proportion? Shown(Proportion cell, CountAudience audience) => audience switch
    {
        CountAudience.Makers => cell,
        CountAudience.Readers => IsSafe(cell) ? cell : null,
    };
}
