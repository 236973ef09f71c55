using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Workflows.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Jobs;

/// <summary>Long work: one node does it, its maker can stop it, and what a dead node left behind begins again.</summary>
public sealed class JobTests
{
    private static readonly Sentence Done = Sentence.Of($"Het dossier is klaar.");
    private static readonly string Word = SentenceJson.Stored(Done);

    [Fact]
    public async Task TakeAsync_ManyNodesAtOnce_EachJobIsTakenOnce()
    {
        await using var shop = await JobShop.OpenAsync();
        var ids = new List<Guid>();
        for (var number = 0; number < 4; number++)
        {
            ids.Add(await shop.AddAsync());
        }

        var nodes = Enumerable.Range(0, 12).Select(_ => shop.Claims()).ToList();
        var taken = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.TakeAsync())));

        Assert.Equal(ids.Order(), taken.OfType<JobRow>().Select(row => row.Id).Order());
    }

    [Fact]
    public async Task RunNextAsync_Work_EndsWithItsFileAndProgress()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync(content: [1, 2, 3]);
        var seen = new List<(int, int)>();
        var node = shop.Node(async (job, _) =>
        {
            Assert.Equal([1, 2, 3], job.Row.InputContent);
            await job.ReportAsync(3, 10);
            var row = await shop.RowAsync(id);
            seen.Add((row.Done, row.Total));
            return new JobOutcome(Done) { File = new("werk.txt", [7]) };
        });

        Assert.True(await node.RunNextAsync());
        Assert.False(await node.RunNextAsync());
        var done = await shop.RowAsync(id);
        Assert.Equal([(3, 10)], seen);
        Assert.Equal((JobState.Done, Word, "werk.txt", 10), (done.State, done.Outcome, done.ResultName, done.Done));
        Assert.Equal([7], done.ResultContent);
        Assert.Null(done.InputContent);
    }

    [Fact]
    public async Task RunNextAsync_NodeThatDied_BeginsAgainAfterTheLeaseAndTheDeadNodeCannotEndIt()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync();
        var dead = shop.Claims();
        var claimed = (await dead.TakeAsync())!;
        var node = shop.Node((_, _) => Task.FromResult(new JobOutcome(Done)));
        Assert.False(await node.RunNextAsync());

        shop.Time.NowUtc += JobClaims.Lease + TimeSpan.FromSeconds(1);
        Assert.True(await node.RunNextAsync());

        await dead.EndAsync(claimed, (_, row) =>
        {
            row.Outcome = "van de dode";
            return Task.CompletedTask;
        });
        Assert.False(await dead.SeenAsync(claimed));
        Assert.Equal((JobState.Done, Word), ((await shop.RowAsync(id)).State, (await shop.RowAsync(id)).Outcome));
    }

    [Fact]
    public async Task SeenAsync_NodeThatLives_KeepsItsJob()
    {
        await using var shop = await JobShop.OpenAsync();
        await shop.AddAsync();
        var node = shop.Claims();
        var claimed = (await node.TakeAsync())!;
        shop.Time.NowUtc += JobClaims.Lease - TimeSpan.FromSeconds(1);
        Assert.True(await node.SeenAsync(claimed));
        shop.Time.NowUtc += JobClaims.Lease - TimeSpan.FromSeconds(1);
        Assert.Null(await shop.Claims().TakeAsync());
    }

    [Fact]
    public async Task TakeAsync_JobThatStopsEveryNode_IsGivenUp()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync();
        for (var attempt = 0; attempt < JobClaims.MostAttempts; attempt++)
        {
            Assert.NotNull(await shop.Claims().TakeAsync());
            shop.Time.NowUtc += JobClaims.Lease + TimeSpan.FromSeconds(1);
        }

        Assert.Null(await shop.Claims().TakeAsync());
        var row = await shop.RowAsync(id);
        Assert.Equal(JobState.Failed, row.State);
        Assert.Contains("nooit afgekomen", row.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WaitingJob_NeverBegins()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync(content: [1]);
        await shop.StopAsync(id);
        Assert.Null(await shop.Claims().TakeAsync());
        Assert.Equal((JobState.Cancelled, null), ((await shop.RowAsync(id)).State, (await shop.RowAsync(id)).InputContent));
    }

    [Fact]
    public async Task Stop_RunningJob_EndsItAndChangesNothing()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync();
        var node = shop.Node(async (job, cancellation) =>
        {
            await shop.StopAsync(id);
            await job.ReportAsync(1, 2);
            throw new InvalidOperationException($"went on, {cancellation.IsCancellationRequested}");
        });
        Assert.True(await node.RunNextAsync());
        Assert.Equal((JobState.Cancelled, null), ((await shop.RowAsync(id)).State, (await shop.RowAsync(id)).Outcome));
    }

    [Fact]
    public async Task RunNextAsync_NodeThatStops_PutsTheJobBackForAnother()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync();
        using var stopping = new CancellationTokenSource();
        var first = shop.Node(async (_, cancellation) =>
        {
            await stopping.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return new JobOutcome(Sentence.Fixed("niet"));
        });
        await first.RunNextAsync(stopping.Token);
        Assert.Equal(JobState.Waiting, (await shop.RowAsync(id)).State);
        Assert.True(await shop.Node((_, _) => Task.FromResult(new JobOutcome(Done))).RunNextAsync());
        Assert.Equal(Word, (await shop.RowAsync(id)).Outcome);
    }

    [Fact]
    public async Task RunNextAsync_WorkThatThrows_SaysSoInPlainDutch()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync(content: [1]);
        await shop.Node((_, _) => throw new InvalidOperationException("secret detail")).RunNextAsync();
        var row = await shop.RowAsync(id);
        Assert.Equal((JobState.Failed, null), (row.State, row.InputContent));
        Assert.StartsWith("Er ging iets mis in het programma.", SentenceJson.From(row.Outcome!).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunNextAsync_ChangeThatIsRefused_ChangesNothing()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync();
        await shop.Node((_, _) => Task.FromResult(new JobOutcome(Done)
        {
            Commit = db =>
            {
                db.Bodies.Add(new() { Id = Guid.CreateVersion7(), Name = "Blijft weg" });
                return Task.FromResult<Sentence?>(Sentence.Fixed("Dat mag nu niet."));
            },
        })).RunNextAsync();
        var row = await shop.RowAsync(id);
        Assert.Equal((JobState.Failed, "Dat mag nu niet."), (row.State, SentenceJson.From(row.Outcome!).ToString()));
        await using var db = shop.Database.Read();
        Assert.Equal(1, await db.Bodies.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RemoveOldAsync_ResultsOfSevenDays_AreRemovedAndYoungerOnesStay()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync();
        await shop.Node((_, _) => Task.FromResult(new JobOutcome(Done))).RunNextAsync();
        shop.Time.NowUtc += JobQueue.Kept;
        await shop.Claims().RemoveOldAsync();
        Assert.Equal(JobState.Done, (await shop.RowAsync(id)).State);
        shop.Time.NowUtc += TimeSpan.FromSeconds(1);
        await shop.Claims().RemoveOldAsync();
        Assert.Equal(0, await shop.CountAsync());
    }

    [Fact]
    public async Task AddAsync_SameFormTwiceAndTooMany_AreNotAdded()
    {
        await using var shop = await JobShop.OpenAsync();
        var id = await shop.AddAsync();
        await shop.AddAsync(id);
        Assert.Equal(1, await shop.CountAsync());
        for (var number = 1; number < JobQueue.MostAtOnce; number++)
        {
            await shop.AddAsync();
        }

        var more = new NewJob(Guid.CreateVersion7(), TestWork.Name, shop.BodyId, shop.UserId);
        Assert.False(await shop.Database.WriteAsync(db => JobQueue.AddAsync(db, more, JobShop.Start)));
        Assert.Equal(JobQueue.MostAtOnce, await shop.CountAsync());
    }
}
