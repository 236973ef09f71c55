using Audit.SqlServerProof;
using Xunit;

namespace Audit.Integration.Tests.SqlServer;

/// <summary>The scripts that make the database are what SQL Server 2022 takes, as far as that shows without one.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void MigrationScript_Idempotent_ParsesWithEverythingItExecutes() => Assert.Empty(TransactSql.ErrorsIn(SqlServerModel.MigrationScript()));

    [Fact]
    public void CreateScript_AsOfflineModel_GivesNoMessage()
    {
        using var schema = new ServerSchema(SqlServerModel.CreateScript());

        Assert.Empty(schema.Problems);
    }

    [Fact]
    public void ErrorsIn_BrokenTextInsideExec_IsFound() =>
        Assert.NotEmpty(TransactSql.ErrorsIn("IF 1 = 1 BEGIN EXEC(N'CREATE TABEL [Fout] ([Id] int)'); END"));

    [Fact]
    public void CreateScript_KeyToMissingColumn_IsFound()
    {
        using var schema = new ServerSchema(SqlServerModel.CreateScript().Replace("FOREIGN KEY ([BodyId])", "FOREIGN KEY ([BodyIdd])", StringComparison.Ordinal));

        Assert.NotEmpty(schema.Problems);
    }

    [Fact]
    public void Model_SqlServer_PassesTheLint()
    {
        using var context = SqlServerModel.Context();

        Assert.Empty(ModelLint.Check(context));
    }
}
