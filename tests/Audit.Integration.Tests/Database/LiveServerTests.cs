using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>Says plainly whether this run touched a SQL Server: all tests that need a database then use it.</summary>
public sealed class LiveServerTests
{
    [Fact]
    public async Task Suite_OnALiveSqlServer_TakesMigrationsAndWrites()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "AUDIT_TEST_SQLSERVER is not set: nothing of this run touched a live SQL Server.");
        await using var test = new TestDatabase();
        using var database = await test.MigratedAsync();
        await database.WriteAsync(db =>
        {
            db.Bodies.Add(new BodyRow { Id = Guid.CreateVersion7(), Name = "Dienst Voorbeeld" });
            return Task.CompletedTask;
        });
        await using var reading = database.Read();

        Assert.True(reading.Database.IsSqlServer());
        Assert.Equal("Dienst Voorbeeld", (await reading.Bodies.SingleAsync(TestContext.Current.CancellationToken)).Name);
    }
}
