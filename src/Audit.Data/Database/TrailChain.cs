namespace Audit.Data.Database;

/// <summary>The last record of the chain of a body.</summary>
public sealed class TrailHeadRow : IBodyOwned
{
    /// <summary>The body, or <see cref="TrailRow.Installation"/>.</summary>
    public Guid BodyId { get; set; }

    /// <summary>Number of the last record.</summary>
    public long Sequence { get; set; }

    /// <summary>Seal of the last record.</summary>
    public required byte[] Seal { get; set; }

    /// <summary>The key of the last record.</summary>
    public required string KeyId { get; set; }
}

/// <summary>What a verification of a chain found.</summary>
public sealed class TrailCheckRow : IBodyOwned
{
    public Guid Id { get; set; }

    /// <summary>The body, or <see cref="TrailRow.Installation"/>.</summary>
    public Guid BodyId { get; set; }

    public DateTime CheckedUtc { get; set; }

    /// <summary>Number of the last record that was looked at.</summary>
    public long Sequence { get; set; }

    public int Problems { get; set; }

    /// <summary>The problems, a line each in Dutch; empty when there are none.</summary>
    public required string Report { get; set; }
}
