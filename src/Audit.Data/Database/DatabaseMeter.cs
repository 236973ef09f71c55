using System.Diagnostics.Metrics;

namespace Audit.Data.Database;

/// <summary>What happens to changes, for who watches the program: numbers only.</summary>
internal static class DatabaseMeter
{
    private static readonly Meter Meter = new("Audit");

    /// <summary>Changes that were committed.</summary>
    public static Counter<long> Saved { get; } = Meter.CreateCounter<long>("audit.database.changes", "{change}", "Changes that were committed");

    /// <summary>Changes that were done again because another writer was first.</summary>
    public static Counter<long> LostRaces { get; } = Meter.CreateCounter<long>("audit.database.lost_races", "{change}", "Changes done again because another writer was first");

    /// <summary>Changes that the database could not take.</summary>
    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>("audit.database.outages", "{change}", "Changes that the database could not take, by reason");
}
