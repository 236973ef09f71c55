using Audit.Data.Database;

namespace Audit.Web.Pages.Trails;

/// <summary>What of the trail a reader may see.</summary>
/// <param name="Rows">The records.</param>
/// <param name="People">Who can be chosen, and whose names are shown.</param>
public sealed record TrailSight(IQueryable<TrailRow> Rows, IQueryable<UserRow> People)
{
    /// <summary>Whether values of a record may be seen.</summary>
    public required Func<TrailRow, bool> ShowsValues { get; init; }

    /// <summary>A value of a record as people read it; the file keeps it as it was recorded.</summary>
    public Func<TrailRow, string, string> InWords { get; init; } = (_, value) => value;

    /// <summary>Whether all values may be seen, and so be searched.</summary>
    public bool SearchesValues { get; init; }

    /// <summary>The number that orders these records and has an index among them.</summary>
    public required TrailOrder Order { get; init; }
}

/// <summary>How records are ordered: by a number that has an index among those that are read, or a long trail would be sorted for every page.</summary>
public enum TrailOrder
{
    /// <summary>Records of one case.</summary>
    OfCase,

    /// <summary>Records of one body.</summary>
    OfBody,
}
