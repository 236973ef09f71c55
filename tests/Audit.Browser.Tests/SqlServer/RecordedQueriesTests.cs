using Audit.SqlServerProof;

namespace Audit.Browser.Tests.SqlServer;

[CollectionDefinition(ReplayLast.Collection, DisableParallelization = true)]
public sealed class ReplayCollection;

/// <summary>Whatever the tests before this one asked of SQLite, SQL Server can be asked too.</summary>
[Collection(ReplayLast.Collection)]
public sealed class RecordedQueriesTests
{
    /// <summary>Raise this when queries are added; it may never fall without a reason.</summary>
    private const int FewestQueries = 110;

    [Fact]
    public void Queries_OfAllTestsBefore_AreValidOnSqlServer()
    {
        Assert.SkipWhen(QueryRecorder.Queries.Count == 0, "No query was recorded: run the whole suite.");
        var verdict = RecordedQueries.Replay(SqlServerModel.CreateScript());

        TestContext.Current.TestOutputHelper?.WriteLine($"{verdict.Queries} queries became {verdict.Statements} statements");
        Assert.Empty(verdict.Problems);
        Assert.True(verdict.Statements >= verdict.Queries, "a query sent no statement");
        Assert.True(verdict.Queries >= FewestQueries, $"only {verdict.Queries} queries were recorded; at least {FewestQueries} must be in a run of all tests");
    }
}
