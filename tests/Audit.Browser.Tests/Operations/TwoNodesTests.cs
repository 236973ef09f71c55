using System.Net;
using System.Text.Json.Nodes;
using Audit.Browser.Tests.Hardening;
using Audit.Browser.Tests.Operations.Crash;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations;

/// <summary>What docs/operations.md promises of more than one node, with two real processes on one database.</summary>
public sealed class TwoNodesTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    private const int Jobs = 12;
    private const string Search = "/doorlichtingen?zoek=x";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Session_of_one_node_holds_on_the_other_until_it_ends_on_either()
    {
        using var one = Node();
        using var other = Node();
        await Task.WhenAll(one.Start().ReadyAsync(), other.Start().ReadyAsync());
        using var here = new Caller($"{one.Address}".TrimEnd('/'));
        using var there = new Caller($"{other.Address}".TrimEnd('/'));
        using var signedIn = await here.SignInAsync("begeleider");
        there.Cookies.Add(here.Cookies.GetAllCookies());

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there, "/doorlichtingen"));
        // A form that one node showed is taken by the other.
        using (var form = new FormUrlEncodedContent([new("taal", "nl"), new("terug", "/"), new(Caller.Token, await here.TokenAsync())]))
        using (var taken = await there.Client.PostAsync("/taal", form))
        {
            Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        }

        // Each node counts for itself, as docs/security.md says.
        await StatusAsync(here, Search);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (await StatusAsync(here, Search), await StatusAsync(there, Search)));

        using (var copy = new Caller($"{one.Address}".TrimEnd('/')))
        {
            copy.Cookies.Add(there.Cookies.GetAllCookies());
            using var signedOut = await copy.PostAsync("/uitloggen", []);
            Assert.Equal(HttpStatusCode.Found, signedOut.StatusCode);
        }

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (await StatusAsync(there, "/doorlichtingen"), await StatusAsync(here, "/doorlichtingen")));
    }

    [Fact]
    public async Task Work_is_done_once_by_whichever_node_takes_it_and_never_by_one_for_pages_only()
    {
        using var pages = Node(new() { ["Jobs__AtOnce"] = "0", ["Workflow__WakeSeconds"] = "0" });
        await pages.Start().ReadyAsync();
        using var coach = new Caller($"{pages.Address}".TrimEnd('/'));
        using var signedIn = await coach.SignInAsync("begeleider");
        using (var asked = await coach.PostAsync($"/doorlichtingen/{world.Answers}/achtergrond", [new("werk", "case-record"), new("inzending", $"{Guid.NewGuid()}")]))
        {
            Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        }

        await AddJobsAsync();
        await Task.Delay(TimeSpan.FromSeconds(5));
        Assert.All(await JobsAsync(), job => Assert.Equal(JobState.Waiting, job.State));

        using var one = Node(new() { ["Jobs__AtOnce"] = "2" });
        using var other = Node(new() { ["Jobs__AtOnce"] = "2" });
        await Task.WhenAll(one.Start().ReadyAsync(), other.Start().ReadyAsync());
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); (await JobsAsync()).Exists(job => job.State != JobState.Done); await Task.Delay(200))
        {
            Assert.True(clock.Elapsed < Patience, string.Join(", ", (await JobsAsync()).Select(job => job.State)));
        }

        var done = await JobsAsync();
        Assert.Equal(Jobs + 1, done.Count);
        Assert.All(done, job => Assert.Equal(1, JsonNode.Parse(job.InputJson!)!["attempts"]!.GetValue<int>()));
        Assert.All(done, job => Assert.NotNull(job.ResultContent));
    }

    private ServerProcess Node(Dictionary<string, string>? own = null) => new(new Dictionary<string, string>(world.Settings.Concat(own ?? []).GroupBy(pair => pair.Key).Select(same => same.Last()))
    {
        ["Limits__SearchPerMinute"] = "1",
    });

    private static async Task<HttpStatusCode> StatusAsync(Caller caller, string path)
    {
        using var answer = await caller.GetAsync(path);
        return answer.StatusCode;
    }

    private async Task AddJobsAsync()
    {
        using var database = new AuditDatabase(world.Database);
        await database.WriteAsync(async db =>
        {
            var coach = await db.Users.SingleAsync(row => row.Email == DemoUsers.AddressOf("begeleider"));
            db.Jobs.AddRange(Enumerable.Range(0, Jobs).Select(_ => new JobRow
            {
                Id = Guid.CreateVersion7(),
                BodyId = coach.BodyId,
                AssessmentId = world.Answers,
                UserId = coach.Id,
                Kind = "case-record",
                State = JobState.Waiting,
                MadeUtc = DateTime.UtcNow,
                Version = Guid.NewGuid(),
            }));
        });
    }

    private async Task<List<JobRow>> JobsAsync()
    {
        using var database = new AuditDatabase(world.Database);
        await using var db = database.Read();
        return await db.Jobs.ToListAsync();
    }
}
