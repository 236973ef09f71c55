namespace Audit.Data.Database.Chain;

/// <summary>The keyed hashes of a record: of its values, which may be erased later, and of the record with the one before it.</summary>
internal static class TrailHasher
{
    /// <summary>What stands before the first record of a chain.</summary>
    public static byte[] Beginning { get; } = new byte[32];

    /// <summary>The hashes of the values of a record with a sequence; the place is in it, so that equal values do not show.</summary>
    public static (byte[]? Before, byte[]? After, byte[]? Reason) ValuesOf(TrailKey key, TrailRow row) =>
        (ValueOf(key, row, nameof(TrailRow.Before), row.Before), ValueOf(key, row, nameof(TrailRow.After), row.After), ValueOf(key, row, nameof(TrailRow.Reason), row.Reason));

    /// <summary>The seal of a record on top of the one before it.</summary>
    public static byte[] SealOf(TrailKey key, byte[] previous, TrailRow row) => SealOf(key, previous, row, row.Sequence!.Value);

    /// <summary>The seal that a record would have at a place.</summary>
    public static byte[] SealOf(TrailKey key, byte[] previous, TrailRow row, long sequence)
    {
        using var input = new SealInput(key);
        return input.Add("record").Add(previous).Add(sequence).Add(row.BodyId).Add(row.AssessmentId).Add(row.SuspicionId).Add(row.UserId)
            .Add(row.AtUtc.Ticks).Add(row.Event).Add(row.Subject).Add(row.BeforeHash).Add(row.AfterHash).Add(row.ReasonHash).Add(key.Id).Result();
    }

    private static byte[]? ValueOf(TrailKey key, TrailRow row, string name, string? value)
    {
        if (value is null)
        {
            return null;
        }

        using var input = new SealInput(key);
        return input.Add("value").Add(name).Add(row.BodyId).Add(row.Sequence!.Value).Add(value).Result();
    }
}
