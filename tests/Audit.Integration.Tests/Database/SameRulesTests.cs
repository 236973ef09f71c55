using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>What must be the same whichever database is underneath; run on a live SQL Server too when there is one.</summary>
public sealed class SameRulesTests : IAsyncLifetime
{
    private static readonly Guid BodyId = Guid.CreateVersion7();

    private readonly TestDatabase test = new();
    private AuditDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await test.MigratedAsync();
        await database.WriteAsync(db => Add(db, new BodyRow { Id = BodyId, Name = "Dienst Voorbeeld" }));
    }

    public async ValueTask DisposeAsync()
    {
        database.Dispose();
        await test.DisposeAsync();
    }

    [Fact]
    public async Task Write_TextThatIsTooLong_IsRefusedBeforeTheDatabase()
    {
        var refusal = await Assert.ThrowsAsync<TextNotStorableException>(() => database.WriteAsync(db => Add(db, new BodyRow { Id = Guid.CreateVersion7(), Name = new string('x', 301) })));

        Assert.Contains("301 tekens, hoogstens 300", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_LongestText_IsKeptWhole()
    {
        var name = new string('é', 300);
        await database.WriteAsync(db => Add(db, new BodyRow { Id = Guid.CreateVersion7(), Name = name }));

        Assert.Equal(1, await CountAsync(db => db.Bodies.Where(body => body.Name == name)));
    }

    [Fact]
    public async Task Write_KeyThatEndsInASpace_IsRefused() =>
        await Assert.ThrowsAsync<TextNotStorableException>(() => database.WriteAsync(db => Add(db, Content("sleutel "))));

    [Fact]
    public async Task Keys_ThatDifferInCapitalsOrAccents_AreDifferentKeys()
    {
        foreach (var id in new[] { "toets", "Toets", "tóets" })
        {
            await database.WriteAsync(db => Add(db, Content(id)));
        }

        Assert.Equal(1, await CountAsync(db => db.PublishedContents.Where(content => content.ContentId == "Toets")));
    }

    [Fact]
    public async Task Write_SameKeyTwice_IsRecognisedAsADuplicate()
    {
        await using var first = Context();
        await using var second = Context();
        first.Add(Content("dubbel"));
        second.Add(Content("dubbel"));
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.True(Duplicates.Caused(failure));
    }

    [Fact]
    public async Task Order_OfTexts_IsByCodePoint()
    {
        foreach (var id in new[] { "b", "B", "a", "Z", "é" })
        {
            await database.WriteAsync(db => Add(db, Content(id)));
        }

        await using var db = database.Read();
        var ordered = await db.PublishedContents.OrderBy(content => content.ContentId).Select(content => content.ContentId).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["B", "Z", "a", "b", "é"], ordered);
    }

    [Fact]
    public async Task Body_WrittenWithOtherCapitals_IsFoundByItsNormalisedName()
    {
        var name = BodyRow.Normalize(" dienst VOORBEELD ");

        Assert.Equal(1, await CountAsync(db => db.Bodies.Where(body => body.NormalizedName == name)));
    }

    [Fact]
    public async Task Time_InUtc_ComesBackToTheTickAsUtc()
    {
        var time = new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc).AddTicks(1234567);
        await database.WriteAsync(db => Add(db, Trail(time)));
        await using var db = database.Read();
        var read = (await db.Trail.SingleAsync(TestContext.Current.CancellationToken)).AtUtc;

        Assert.Equal((time, DateTimeKind.Utc), (read, read.Kind));
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task Time_NotInUtc_IsRefused(DateTimeKind kind) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(db => Add(db, Trail(new DateTime(2026, 3, 29, 1, 30, 0, kind)))));

    [Fact]
    public async Task Write_RowThatAnotherChangedMeanwhile_IsNoticed()
    {
        var content = Content("proef");
        var row = new AssessmentRow { Id = Guid.CreateVersion7(), BodyId = BodyId, Name = "Onderzoek", InstrumentId = content.Id, ProfileId = content.Id, MeasuresId = content.Id, CreatedUtc = DateTime.UnixEpoch, Version = Guid.NewGuid() };
        await database.WriteAsync(async db =>
        {
            await Add(db, content);
            await Add(db, row);
        });
        await using var mine = Context();
        await using var yours = Context();
        foreach (var db in new[] { yours, mine })
        {
            var read = await db.Assessments.SingleAsync(TestContext.Current.CancellationToken);
            (read.Name, read.Version) = ("Gewijzigd", Guid.NewGuid());
        }

        await yours.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    private static Task Add(AuditContext db, object row)
    {
        db.Add(row);
        return Task.CompletedTask;
    }

    private static PublishedContentRow Content(string id) =>
        new() { Id = Guid.CreateVersion7(), Kind = "instrument", ContentId = id, ContentVersion = "1", Sha256 = "0", Json = "{}" };

    private static TrailRow Trail(DateTime time) => new() { BodyId = BodyId, AtUtc = time, Event = "proef", Subject = "proef" };

    private AuditContext Context() => new(AuditDatabase.OptionsFor(test.Settings), BodyScope.AllBodies);

    private async Task<int> CountAsync<T>(Func<AuditContext, IQueryable<T>> rows)
    {
        await using var db = database.Read();
        return await rows(db).CountAsync();
    }
}
