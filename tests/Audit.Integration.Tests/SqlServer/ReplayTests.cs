using Audit.Data.Database;
using Audit.SqlServerProof;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.SqlServer;

/// <summary>Writing every entity is valid on SQL Server, and the replay notices what SQL Server cannot do.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void Writes_OfEveryEntity_AreValid()
    {
        var replay = new SqlServerReplay();
        replay.EveryEntity();
        using var schema = new ServerSchema(SqlServerModel.CreateScript());

        Assert.Empty(schema.Check(replay.Statements));
        using var context = SqlServerModel.Context();
        var withNothingToChange = context.Model.GetEntityTypes().Count(entity => entity.GetProperties().All(property => property.IsPrimaryKey()));
        Assert.Equal((context.Model.GetEntityTypes().Count() * 4) - withNothingToChange, replay.Statements.Select(statement => statement.Origin).Distinct().Count());
    }

    [Fact]
    public void Check_ColumnRenamedInTheSchemaOnly_IsNoticed()
    {
        var replay = Replay(context => context.Bodies.Where(body => body.NormalizedName == "A"));
        using var schema = new ServerSchema(SqlServerModel.CreateScript().Replace("[NormalizedName] nvarchar(300)", "[AndereNaam] nvarchar(300)", StringComparison.Ordinal)
            .Replace("([NormalizedName], [Identifier])", "([AndereNaam], [Identifier])", StringComparison.Ordinal));

        Assert.Empty(schema.Problems);
        Assert.Contains(schema.Check(replay.Statements), problem => problem.Contains("NormalizedName", StringComparison.Ordinal));
    }

    [Fact]
    public void Query_FunctionOfSqliteOnly_IsNoticed() =>
        Assert.NotEmpty(Replay(context => context.Bodies.Where(body => EF.Functions.Glob(body.Name, "A*"))).Failures);

    [Fact]
    public void Query_ThatCannotBeTranslated_IsNoticed() =>
        Assert.NotEmpty(Replay(context => context.Bodies.Where(body => Reverse(body.Name) == "A")).Failures);

    [Fact]
    public void Check_UnknownFunction_IsNoticed()
    {
        using var schema = new ServerSchema(SqlServerModel.CreateScript());

        Assert.NotEmpty(schema.Check([new("proef", "SELECT strftime([Name]) FROM [Bodies]", [])]));
    }

    [Fact]
    public void Recorder_QueryOnSqlite_IsRecorded()
    {
        using var database = AuditDatabase.InMemory();
        using var context = database.Read();
        var name = "een naam die nergens anders staat";
        _ = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => context.Bodies.Where(body => body.Name == name).OrderBy(body => body.Identifier).ThenBy(body => body.Name).ToList());

        Assert.Contains(QueryRecorder.Queries.Keys, query => query.Contains("ThenBy(body => body.Name)", StringComparison.Ordinal));
    }

    private static SqlServerReplay Replay(Func<AuditContext, IQueryable> query)
    {
        using var context = SqlServerModel.Context();
        var replay = new SqlServerReplay();
        replay.Query("planted", query(context).Expression);
        return replay;
    }

    private static string Reverse(string text) => string.Concat(text.Reverse());
}
