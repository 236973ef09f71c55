using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Integration.Tests.Mail;
using Audit.Web.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Audit.Integration.Tests.Attachments;

/// <summary>Bytes of attachments in the database or in a folder, and when they go.</summary>
public sealed class AttachmentKeepingTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-bijlagen-");
    private readonly AuditDatabase database = AuditDatabase.InMemory();

    public void Dispose()
    {
        database.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kept_bytes_are_read_back_until_the_case_ended_too_long_ago(bool inFolder)
    {
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        var settings = Settings(inFolder);
        var store = new AttachmentStore(settings);
        var (caseId, row) = await AddAsync(store);
        var time = new ManualTime(Now);
        var retention = new AttachmentRetention(database, settings, store, time);

        Assert.Equal(0, await retention.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 3], await ReadAsync(store, row.Id));
        Assert.Equal(inFolder ? 1 : 0, folder.GetFiles().Length);

        await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(of => of.Id == caseId)).ArchivedUtc = Now.AddDays(-11));
        Assert.Equal(1, await retention.RunAsync(TestContext.Current.CancellationToken));
        Assert.Null(await ReadAsync(store, row.Id));
        Assert.Empty(folder.GetFiles());
        await using var db = database.Read();
        Assert.Equal(0, await db.AttachmentContents.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Bewaartermijn van 10 dagen is voorbij.", SentenceJson.From((await db.Attachments.SingleAsync(TestContext.Current.CancellationToken)).RemovedReason!).ToString());
        Assert.Equal(1, await db.Trail.CountAsync(trail => trail.Event == "attachment.expired", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task More_files_than_one_transaction_takes_all_go()
    {
        const int more = 250;
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        var settings = Settings(inFolder: false);
        var store = new AttachmentStore(settings);
        var (caseId, row) = await AddAsync(store);
        await database.WriteAsync(async db =>
        {
            (await db.Assessments.AsTracking().SingleAsync(of => of.Id == caseId)).ArchivedUtc = Now.AddDays(-11);
            db.Attachments.AddRange(Enumerable.Range(0, more).Select(_ => NewRow(caseId, row.UserId)));
        });

        Assert.Equal(more + 1, await new AttachmentRetention(database, settings, store, new ManualTime(Now)).RunAsync(TestContext.Current.CancellationToken));
        await using var db = database.Read();
        Assert.False(await db.Attachments.AnyAsync(left => left.RemovedUtc == null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task File_that_a_crash_left_behind_is_swept_after_a_day_and_not_before()
    {
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        var store = new AttachmentStore(Settings(inFolder: true));
        var left = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.bijlage");
        await File.WriteAllBytesAsync(left, [1], TestContext.Current.CancellationToken);
        await using var db = database.Read();
        Assert.Equal(0, await store.SweepAsync(db, DateTime.UtcNow));
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-2));
        Assert.Equal(1, await store.SweepAsync(db, DateTime.UtcNow));
        Assert.False(File.Exists(left));
    }

    private AttachmentSettings Settings(bool inFolder) => AttachmentSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(
        [new("Attachments:Folder", inFolder ? folder.FullName : string.Empty), new("Attachments:KeepDays", "10")]).Build());

    private async Task<byte[]?> ReadAsync(AttachmentStore store, Guid id)
    {
        await using var db = database.Read();
        return await store.ReadAsync(db, await db.Attachments.SingleAsync(row => row.Id == id));
    }

    private async Task<(Guid CaseId, AttachmentRow Row)> AddAsync(AttachmentStore store)
    {
        var (body, content, user, caseId) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var row = NewRow(caseId, user);
        await database.WriteAsync(async db =>
        {
            db.Bodies.Add(new() { Id = body, Name = "Dienst Voorbeeld" });
            db.Users.Add(new() { Id = user, BodyId = body, DisplayName = "Tess Teamlid" });
            db.PublishedContents.Add(new() { Id = content, Kind = "instrument", ContentId = "proef", ContentVersion = "1", Sha256 = "0", Json = "{}" });
            db.Assessments.Add(new() { Id = caseId, BodyId = body, Name = "Proef", InstrumentId = content, ProfileId = content, MeasuresId = content, CreatedUtc = Now });
            db.Attachments.Add(row);
            await store.KeepAsync(db, row, [1, 2, 3]);
        });
        return (caseId, row);
    }

    private static AttachmentRow NewRow(Guid caseId, Guid userId) =>
        new() { Id = Guid.CreateVersion7(), AssessmentId = caseId, QuestionId = "C1", FileName = "verslag.txt", Kind = "txt", Bytes = 3, Sha256 = new('0', 64), UserId = userId, MadeUtc = Now, Version = Guid.NewGuid() };
}
