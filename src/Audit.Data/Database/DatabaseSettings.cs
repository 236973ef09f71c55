using Audit.Data.Database.Chain;

namespace Audit.Data.Database;

/// <summary>Which database engine an installation uses.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Where the database is.</summary>
/// <param name="Provider">The engine.</param>
/// <param name="Connection">Its connection string.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string Connection)
{
    /// <summary>Most statements in one round trip to SQL Server; null = what the provider finds best.</summary>
    public int? MaxBatchSize { get; init; }

    /// <summary>What the trail is sealed with; null = the demo key, with which a trail that has a key of its own is refused.</summary>
    public TrailKeys? TrailKeys { get; init; }

    /// <summary>How long a change waits for another one, in this program or in another, before it is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
