namespace Audit.SqlServerProof;

/// <summary>The verdict on everything that was recorded in this process.</summary>
/// <param name="Queries">Distinct queries, updates and deletes.</param>
/// <param name="Statements">Statements that they became.</param>
/// <param name="Problems">What SQL Server would refuse.</param>
public sealed record RecordedQueries(int Queries, int Statements, IReadOnlyList<string> Problems)
{
    /// <summary>Replays everything recorded so far.</summary>
    /// <param name="createScript">Script that makes the schema on SQL Server.</param>
    public static RecordedQueries Replay(string createScript)
    {
        var recorded = QueryRecorder.Queries;
        var replay = new SqlServerReplay();
        foreach (var (origin, query) in recorded)
        {
            replay.Query(origin, query);
        }

        using var schema = new ServerSchema(createScript);
        return new(recorded.Count, replay.Statements.Count, [.. replay.Failures, .. schema.Check(replay.Statements)]);
    }
}
