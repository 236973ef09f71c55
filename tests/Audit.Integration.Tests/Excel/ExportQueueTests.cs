using Audit.Data.Excel;
using Xunit;

namespace Audit.Integration.Tests.Excel;

public sealed class ExportQueueTests
{
    [Fact]
    public async Task MakeAsync_Plan_GivesTheFileFromItsStart()
    {
        using var queue = new ExportQueue();
        using var file = await queue.MakeAsync(SamplePlan.Export(), TestContext.Current.CancellationToken);
        Assert.NotNull(file);
        Assert.Equal((0, (int)'P', (int)'K'), (file.Position, file.ReadByte(), file.ReadByte()));
    }

    [Fact]
    public async Task RunAsync_ManyRequests_NeverMoreThanTwoAtOnce()
    {
        using var queue = new ExportQueue();
        int now = 0, most = 0;
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => queue.RunAsync(
            () =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref now));
                Thread.Sleep(20);
                Interlocked.Decrement(ref now);
            },
            TestContext.Current.CancellationToken)));
        Assert.All(results, Assert.True);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task RunAsync_FullQueue_RefusesAtOnce()
    {
        using var queue = new ExportQueue(atOnce: 1, mostWaiting: 1);
        using var gate = new ManualResetEventSlim();
        var cancel = TestContext.Current.CancellationToken;
        var running = queue.RunAsync(() => gate.Wait(cancel), cancel);
        var waiting = queue.RunAsync(() => { }, cancel);
        Assert.False(await queue.RunAsync(() => { }, cancel));
        gate.Set();
        Assert.True(await running && await waiting);
        Assert.True(await queue.RunAsync(() => { }, cancel));
    }

    [Fact]
    public async Task RunAsync_FailingWork_FreesItsPlace()
    {
        using var queue = new ExportQueue(atOnce: 1, mostWaiting: 0);
        var cancel = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync(() => throw new InvalidOperationException(), cancel));
        Assert.True(await queue.RunAsync(() => { }, cancel));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}
