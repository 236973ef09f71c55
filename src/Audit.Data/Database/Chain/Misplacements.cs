namespace Audit.Data.Database.Chain;

/// <summary>Tells records that were edited from records that stand in each other's place: the latter have a good seal, for elsewhere.</summary>
internal static class Misplacements
{
    /// <summary>Beyond this many every record is called edited; looking for the place of each would take too long.</summary>
    private const int Most = 60;

    public static IEnumerable<TrailFinding> Of(TrailKeys keys, List<(TrailRow Row, byte[] Previous)> failed)
    {
        if (failed.Count > Most)
        {
            return failed.Select(one => Edited(one.Row));
        }

        var places = failed.Select(one => one.Row.Sequence!.Value).ToList();
        // A record after one whose seal was edited is in order on the seal that the other should have.
        var seals = failed.SelectMany(one => new[] { one.Previous, one.Row.Seal ?? [], TrailHasher.SealOf(keys.Find(one.Row.KeyId)!, one.Previous, one.Row) }).ToList();
        var found = failed.Select(one => FindingOf(keys, one.Row, places, seals)).OfType<TrailFinding>().ToList();
        return found.Count > 0 ? found : failed.Select(one => Edited(one.Row));
    }

    private static TrailFinding Edited(TrailRow row) => new(TrailFault.Edited, row.Sequence!.Value, row.Sequence.Value);

    /// <summary>Null for a record that is itself in order and in its place, with another one before it than it was sealed onto.</summary>
    private static TrailFinding? FindingOf(TrailKeys keys, TrailRow row, List<long> places, List<byte[]> seals)
    {
        var key = keys.Find(row.KeyId)!;
        foreach (var place in places.OrderBy(place => place != row.Sequence))
        {
            if (seals.Exists(seal => TrailHasher.SealOf(key, seal, row, place).AsSpan().SequenceEqual(row.Seal)))
            {
                return place == row.Sequence ? null : new(TrailFault.Reordered, row.Sequence!.Value, place);
            }
        }

        return Edited(row);
    }
}
