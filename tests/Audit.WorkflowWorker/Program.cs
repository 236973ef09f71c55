using Audit.Data.Database;
using Audit.WorkflowWorker;

if (args is [("answers" or "missing") and var order, var connection])
{
    return await AnswerWriter.RunAsync(order, connection);
}

var orders = args.Select(WorkOrder.Read).ToList();
foreach (var work in orders)
{
    using var opening = new AuditDatabase(new(DatabaseProvider.Sqlite, work.Connection));
    await opening.MigrateAsync();
}

var death = new Death(orders.Count, orders.Max(order => order.KillAfterMicroseconds));
await foreach (var walk in Task.WhenEach(orders.Select(order => Task.Run(() => WalkAsync(order, death)))))
{
    await walk;
}

return death.WasOutlived ? Death.Outlived : 0;

static async Task WalkAsync(WorkOrder order, Death death)
{
    var isReady = !order.WaitsForGo;
    var killSwitch = new KillSwitch
    {
        KillAt = order.KillAt,
        Stopped = death.AwaitAsync,
        Committed = () =>
        {
            if (!isReady)
            {
                isReady = true;
                Console.WriteLine("ready");
                Console.ReadLine();
            }

            return Task.Delay(order.PauseMilliseconds);
        },
    };
    using var database = new AuditDatabase(new(DatabaseProvider.Sqlite, order.Connection), killSwitch);
    using var log = new WorkLog(order.Log);
    await new CaseWalker(order, database, log, killSwitch).WalkAsync();
    if (order.KillAt > 0)
    {
        Console.Error.WriteLine($"The walk ended after {killSwitch.Moments.Count} moments, before it was killed.");
        death.WasOutlived = true;
    }
}
