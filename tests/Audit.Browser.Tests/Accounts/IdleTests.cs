using System.Net;
using Audit.Browser.Tests.Hardening;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Accounts;

/// <summary>A session with the shortest idle time lasts as long as somebody works.</summary>
public sealed class IdleTests
{
    [Fact]
    public async Task With_one_minute_a_request_after_half_a_minute_keeps_the_session()
    {
        await using var site = new AuditSite { Settings = new Dictionary<string, string> { ["SignIn:IdleMinutes"] = "1" } };
        await Task.Run(site.Start);
        using var caller = new Caller(site.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await caller.SignInAsync("teamlid")).StatusCode);
        var database = site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        var earlier = DateTime.UtcNow.AddSeconds(-30);
        await database.WriteAsync(async db => (await SessionsOf(db).AsTracking().SingleAsync()).SeenUtc = earlier);

        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/doorlichtingen")).StatusCode);
        await using var db = database.Read();
        Assert.True((await SessionsOf(db).SingleAsync(TestContext.Current.CancellationToken)).SeenUtc > earlier.AddSeconds(1));
    }

    private static IQueryable<SessionRow> SessionsOf(AuditContext db)
    {
        var address = DemoUsers.AddressOf("teamlid");
        return db.Sessions.Where(row => db.Users.Any(user => user.Id == row.UserId && user.Email == address));
    }
}
