using Audit.Data.Database;
using Audit.Workflows.Administration;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Administration;

/// <summary>Erasing goes on until nothing is left, however much it is.</summary>
public sealed class RetentionBatchTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Run_MoreMailsThanOneTransactionTakes_LeavesNone()
    {
        const int mails = 1200;
        using var database = AuditDatabase.InMemory();
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        var body = Guid.CreateVersion7();
        await database.WriteAsync(db =>
        {
            db.Bodies.Add(new() { Id = body, Name = "Dienst Voorbeeld" });
            db.Mails.AddRange(Enumerable.Range(0, mails).Select(number => new MailRow
            {
                Id = Guid.CreateVersion7(),
                BodyId = body,
                Key = $"proef/{number}",
                Recipient = "a@elders.example",
                Subject = "Proef",
                Text = "Tekst.",
                MadeUtc = Now.AddDays(-9),
                DueUtc = Now.AddDays(-9),
                SentUtc = Now.AddDays(-9),
                Version = Guid.NewGuid(),
            }));
            return Task.CompletedTask;
        });

        var gone = Assert.Single(await new Retention(database, new(0, 8)).RunAsync(Now, TestContext.Current.CancellationToken));

        Assert.Equal(mails, gone.Counts.Mails);
        await using var db = database.Read();
        Assert.False(await db.Mails.AnyAsync(row => row.Text != string.Empty, TestContext.Current.CancellationToken));
        Assert.Equal(3, await db.Trail.CountAsync(row => row.Event == "mail.erased", TestContext.Current.CancellationToken));
    }
}
