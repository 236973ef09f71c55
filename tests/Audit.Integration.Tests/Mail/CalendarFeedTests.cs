using System.Diagnostics;
using System.Text;
using Audit.Core.Actions;
using Audit.Web.Feeds;
using Audit.Workflows.Actions;
using Audit.Workflows.Cases;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Mail;

/// <summary>What a calendar feed holds, and for how long it may be read.</summary>
public sealed class CalendarFeedTests : IAsyncLifetime
{
    private const string Address = "https://doorlichting.voorbeeld.example";

    private PostOffice office = null!;
    private FollowedCase followed = null!;

    public async ValueTask InitializeAsync()
    {
        office = await PostOffice.OpenAsync();
        followed = await FollowedCase.MakeAsync(office);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Write_OwnActionsAndSteps_ReadsBackTheSameInTwoParsers()
    {
        var id = await followed.AddActionAsync(row => (row.StartDate, row.DueDate) = (new(2026, 3, 9), new(2026, 3, 28)));
        await followed.AddActionAsync(row => (row.DueDate, row.OwnerId) = (new(2026, 5, 1), followed.Coach));
        await followed.AddActionAsync(row => (row.DueDate, row.Status) = (new(2026, 5, 1), (int)ActionStatus.Closed));
        var text = await FeedOfAsync(followed.Owner);

        var page = $"{Address}/doorlichtingen/{followed.Id}/actieplan/actie/{id}";
        string[] expected =
        [
            $"actie-{id:N}-start@doorlichting\t2026-03-09\t2026-03-10\t0\tActie 1 begint – Controle; toeslagen, 2026\t{page}",
            $"actie-{id:N}-klaar@doorlichting\t2026-03-28\t2026-03-29\t0\tActie 1 moet klaar zijn – Controle; toeslagen, 2026\t{page}",
        ];
        Assert.Equal(expected, await ReadElsewhereAsync(text));
        Assert.Equal(expected, Calendar.Load(text)!.Events.Select(read =>
            $"{read.Uid}\t{read.Start!.Value:yyyy-MM-dd}\t{read.End!.Value:yyyy-MM-dd}\t{read.Sequence}\t{read.Summary}\t{read.Url}"));
        Assert.All(Calendar.Load(text)!.Events, read => Assert.True(read is { IsAllDay: true, Class: "PRIVATE" }));
        Assert.Equal(text.Count(letter => letter == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(@"Controle\; toeslagen\, 2026", text.Replace("\r\n ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Steekproef", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheime", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_LineBreaksInANameOfACase_MakeNoProperty()
    {
        await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 28));
        await followed.ChangeAsync(async db => (await db.Assessments.SingleAsync()).Name = "Naam\r\nATTENDEE:mailto:x@elders.example\r\nEND:VEVENT");
        var text = await FeedOfAsync(followed.Owner);

        Assert.Single(await ReadElsewhereAsync(text));
        Assert.DoesNotContain(text.Split("\r\n"), line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_ActionThatMoves_KeepsItsUidAndRaisesItsSequence()
    {
        var id = await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 28));
        var before = Calendar.Load(await FeedOfAsync(followed.Owner))!.Events.Single();
        office.Time.NowUtc = office.Time.NowUtc.AddHours(5);
        await MoveAsync(id, new(2026, 4, 7));
        var after = Calendar.Load(await FeedOfAsync(followed.Owner))!.Events.Single();

        Assert.Equal(before.Uid, after.Uid);
        Assert.Equal((0, 1), (before.Sequence, after.Sequence));
        Assert.Equal(new DateTime(2026, 4, 7), after.Start!.Value);
        Assert.Equal(office.Time.NowUtc, after.LastModified!.AsUtc);
        Assert.Equal(await FeedOfAsync(followed.Owner), await FeedOfAsync(followed.Owner));
    }

    [Fact]
    public async Task OfAsync_OpenSteps_AreThoseOfMyRolesWithoutSuspicions()
    {
        await followed.FollowUpAsync();
        await followed.ReportAsync("Bij aanvragen uit één wijk wordt altijd nagevraagd.");

        Assert.Equal(["Ronde langs de acties moet klaar zijn – Controle; toeslagen, 2026"], (await EntriesAsync(followed.Manager)).Select(entry => entry.Title));
        Assert.Empty(await EntriesAsync(followed.Coach));
        Assert.Empty(await EntriesAsync(followed.Owner));
    }

    [Fact]
    public async Task OfAsync_WhoIsNoMemberAnyMore_SeesNothing()
    {
        await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 28));
        await followed.AddActionAsync(row => (row.DueDate, row.OwnerId) = (new(2026, 3, 28), null));
        Assert.Single(await EntriesAsync(followed.Owner));
        await followed.ChangeAsync(async db => db.Members.Remove(await db.Members.SingleAsync(member => member.UserId == followed.Owner)));

        Assert.Empty(await EntriesAsync(followed.Owner));
        Assert.Equal(2, (await EntriesAsync(followed.Manager)).Count);
    }

    [Fact]
    public async Task FindAsync_SecretOfAFeed_FindsItsPersonUntilItIsRenewedOrRevoked()
    {
        var feeds = new CalendarFeeds(office.Database);
        var actor = new Actor(followed.Owner, "Ot Eigenaar", office.Time.NowUtc);
        var first = (await feeds.MakeAsync(office.BodyId, Guid.CreateVersion7(), actor))!;
        Assert.Equal(followed.Owner, await FindAsync(first));
        Assert.Null(await FindAsync(first[..^1] + (first[^1] == 'A' ? 'B' : 'A')));
        Assert.Null(await FindAsync(string.Empty));

        var form = Guid.CreateVersion7();
        var second = (await feeds.MakeAsync(office.BodyId, form, actor))!;
        Assert.Null(await feeds.MakeAsync(office.BodyId, form, actor));
        Assert.Equal((null, followed.Owner), (await FindAsync(first), await FindAsync(second)));
        Assert.Equal(43, second.Length);

        Assert.True(await feeds.RevokeAsync(office.BodyId, actor));
        Assert.False(await feeds.RevokeAsync(office.BodyId, actor));
        Assert.Null(await FindAsync(second));
        await using var db = office.Database.Read();
        Assert.DoesNotContain(await db.CalendarFeeds.Select(row => row.Sha256).ToListAsync(), hash => hash == first || hash == second);
        Assert.Equal(["calendar.made", "calendar.made", "calendar.revoked"], await db.Trail.OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());
    }

    private Task MoveAsync(Guid actionId, DateOnly due) => followed.ChangeAsync(async db =>
    {
        var row = await db.PlannedMeasures.SingleAsync(known => known.Id == actionId);
        var before = ActionRecords.Of(row, "taak", 1);
        var actor = new Actor(followed.Owner, "Ot Eigenaar", office.Time.NowUtc);
        ActionChanges.Write(db, new CaseTrail(office.BodyId, followed.Id), row, (before, before with { Due = due }), actor);
    });

    private async Task<Guid?> FindAsync(string secret)
    {
        await using var db = office.Database.Read();
        return (await CalendarFeeds.FindAsync(db, secret))?.Id;
    }

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(Guid userId)
    {
        await using var db = office.Database.Read();
        return await new FeedEntries(followed.Engine, followed.Contents).OfAsync(db, await db.Users.SingleAsync(user => user.Id == userId));
    }

    private async Task<string> FeedOfAsync(Guid userId) => CalendarText.Write(await EntriesAsync(userId), Address);

    /// <summary>The events as a parser reads them that has nothing to do with the one that wrote them.</summary>
    private static async Task<string[]> ReadElsewhereAsync(string text)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [RepositoryFiles.PathTo("tests", "data", "readcalendar.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var lines = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
