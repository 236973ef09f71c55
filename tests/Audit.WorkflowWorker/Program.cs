using Audit.Data.Database;
using Audit.WorkflowWorker;

var order = WorkOrder.Read(args[0]);
var settings = new DatabaseSettings(DatabaseProvider.Sqlite, order.Connection);
using (var opening = new AuditDatabase(settings))
{
    await opening.MigrateAsync();
}

if (order.WaitsForGo)
{
    Console.WriteLine("ready");
    Console.ReadLine();
}

var killSwitch = new KillSwitch { KillAt = order.KillAt, KillAfterMicroseconds = order.KillAfterMicroseconds };
using var database = new AuditDatabase(settings, killSwitch);
using var log = new WorkLog(order.Log);
await new CaseWalker(order, database, log, killSwitch).WalkAsync();
