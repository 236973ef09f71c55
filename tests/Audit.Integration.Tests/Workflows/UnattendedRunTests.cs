using Audit.Core.Instruments;
using Audit.Data.Templates;
using Audit.Integration.Tests.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>The main job in this process, so that its queries are among those replayed for SQL Server.</summary>
public sealed class UnattendedRunTests : IAsyncDisposable
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly TestDatabase test = new();

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task RunAsync_SameBodyInOtherCapitals_HasTwoCasesWithTheSamePlan()
    {
        var set = ExampleFiles.Duo();
        var answers = set.Answers.First().Value;
        using var database = await test.MigratedAsync();
        var reports = new List<CaseReport>();
        foreach (var name in new[] { answers.Organisation.Name, answers.Organisation.Name.ToUpperInvariant() })
        {
            var (report, reason) = await new UnattendedRun(database, new ContentStore()).RunAsync(
                Definition(), NewCase(set), answers with { Organisation = answers.Organisation with { Name = name } }, Now);
            Assert.Null(reason);
            reports.Add(report!);
        }

        await using var db = database.Read();
        Assert.Equal(1, await db.Bodies.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await db.Assessments.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(reports[0].Measures.Select(row => row.MeasureId), reports[1].Measures.Select(row => row.MeasureId));
        Assert.Equal(RiskClass.Medium, reports[0].Plans.Single().After.Working);
    }

    [Fact]
    public async Task RunAsync_NameLongerThanFits_SaysSoAndWritesNothing()
    {
        var set = ExampleFiles.Duo();
        var answers = set.Answers.First().Value;
        using var database = await test.MigratedAsync();

        var (_, reason) = await new UnattendedRun(database, new ContentStore()).RunAsync(
            Definition(), NewCase(set), answers with { Organisation = answers.Organisation with { Name = new string('x', 301) } }, Now);

        await using var db = database.Read();
        Assert.Contains("hoogstens 300", reason, StringComparison.Ordinal);
        Assert.Equal(0, await db.Bodies.CountAsync(TestContext.Current.CancellationToken));
    }

    private static NewCase NewCase(TemplateSet set) =>
        new(Guid.Empty, "Onderzoek", new(set.Instruments.First(), set.Profiles.First(), [.. set.Catalogues])) { ReferenceDate = set.Answers.First().Value.Date };

    private static LoadedDefinition Definition()
    {
        var path = RepositoryFiles.PathTo("workflows", "doorlichting.json");
        return new(path, DefinitionFile.Load(path).Definition!);
    }
}
