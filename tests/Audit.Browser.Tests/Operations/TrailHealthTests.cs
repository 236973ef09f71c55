using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Operations;

/// <summary>A trail that does not verify is told to whoever watches the application.</summary>
public sealed class TrailHealthTests : IAsyncLifetime
{
    private readonly AuditSite site = new();

    public async ValueTask InitializeAsync() => await Task.Run(site.Start);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Trail_that_does_not_verify_is_told_until_it_does()
    {
        var database = site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        Assert.Equal("Healthy", await ReadyAsync());
        await AddAsync(database, problems: 2, DateTime.UtcNow);
        Assert.Equal("Degraded", await ReadyAsync());
        await AddAsync(database, problems: 0, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal("Healthy", await ReadyAsync());
    }

    private static Task AddAsync(AuditDatabase database, int problems, DateTime checkedUtc) => database.WriteAsync(async db =>
    {
        var body = await db.Bodies.Select(row => row.Id).FirstAsync();
        db.TrailChecks.Add(new() { Id = Guid.CreateVersion7(), BodyId = body, CheckedUtc = checkedUtc, Sequence = 1, Problems = problems, Report = string.Empty });
    });

    private async Task<string> ReadyAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"{site.Address}/health/ready"));
    }
}
