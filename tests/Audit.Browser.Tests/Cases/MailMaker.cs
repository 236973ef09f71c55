using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Web.Feeds;
using Audit.Workflows.Mail;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes what the pages about e-mail and the calendar show.</summary>
public sealed class MailMaker(Installation installation)
{
    public const string Failure = "De mailserver mail.voorbeeld.example:587 is niet te bereiken.";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    /// <summary>Gives a demo user a calendar feed.</summary>
    public async Task<Guid> FeedAsync(string mailbox)
    {
        var id = Guid.CreateVersion7();
        var user = await UserAsync(mailbox);
        Assert.NotNull(await new CalendarFeeds(database).MakeAsync(user.BodyId, id, new(user.Id, user.DisplayName, DateTime.UtcNow)));
        return id;
    }

    /// <summary>E-mails of the demo body in every state: two given up, one that waits for its next attempt, one waiting and one sent.</summary>
    public async Task<Guid> MailsAsync()
    {
        var bodyId = (await UserAsync("beheerder")).BodyId;
        await AddAsync(bodyId, "weg", row => (row.Attempts, row.Failure) = (MailAttempts.Most, Failure));
        await AddAsync(bodyId, "afgebroken", row => row.Attempts = MailAttempts.Most);
        await AddAsync(bodyId, "later", row => (row.Attempts, row.Failure, row.DueUtc) = (2, Failure, DateTime.UtcNow.AddMinutes(30)));
        await AddAsync(bodyId, "nieuw", _ => { });
        return await AddAsync(bodyId, "klaar", row => (row.Attempts, row.SentUtc) = (1, DateTime.UtcNow));
    }

    /// <summary>An e-mail to this mailbox, set as wanted.</summary>
    public async Task<Guid> AddAsync(Guid bodyId, string mailbox, Action<MailRow> set)
    {
        var key = $"proef/{Guid.NewGuid():N}";
        await database.WriteAsync(async db =>
        {
            Assert.True(await Outbox.WriteAsync(db, new(bodyId, key, $"{mailbox}@elders.example", "Herinnering", "Er is iets te doen."), DateTime.UtcNow));
            set(db.Mails.Local.Single());
        });
        await using var db = database.Read();
        return await db.Mails.Where(row => row.Key == key).Select(row => row.Id).SingleAsync();
    }

    public async Task<MailRow> RowAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.Mails.SingleAsync(row => row.Id == id);
    }

    public async Task<UserRow> UserAsync(string mailbox)
    {
        await using var db = database.Read();
        var address = DemoUsers.AddressOf(mailbox);
        return await db.Users.SingleAsync(user => user.Email == address);
    }
}
