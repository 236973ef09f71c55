namespace Audit.Web.Desk;

/// <summary>The first things of a kind, and how many there are.</summary>
public sealed record DeskPart<T>(IReadOnlyList<T> First, int Count)
{
    public DeskPart()
        : this([], 0)
    {
    }

    public int More => Count - First.Count;
}

/// <summary>How much of a kind the start page shows.</summary>
public static class DeskSize
{
    /// <summary>Most things of a kind.</summary>
    public const int Most = 10;
}
