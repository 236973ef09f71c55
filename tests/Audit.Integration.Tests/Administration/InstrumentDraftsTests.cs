using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Integration.Tests.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Administration;

/// <summary>Which versions may be published, and what new cases then use.</summary>
public sealed class InstrumentDraftsTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Publish_NewerVersion_IsUsedByNewCasesWithItsOwnMeasures()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        Assert.True((await world.PublishAsync(world.Upload("9000", measures: "Eigen"))).MayPublish);

        await using var db = world.Database.Read();
        var newest = InstrumentLibrary.ForNewCases(await world.Library.VersionsAsync(db))!;
        Assert.Equal(("9000", world.Admin.UserId), (newest.Instrument.Version, newest.PublishedById));
        Assert.Equal("Eigen", (await world.Library.MeasuresOfAsync(db, newest))[0].Value.Measures[0].Title.Nl);
        Assert.Equal(2, await db.PublishedContents.CountAsync(row => row.PublishedUtc != null));
        Assert.Empty(await db.InstrumentDrafts.ToListAsync());
        Assert.Equal("discriminatietoets 9000", (await db.Trail.SingleAsync(row => row.Event == "instrument.published")).Subject);
    }

    [Fact]
    public async Task Publish_SameContentAgain_ChangesNothing()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000", measures: "Eigen"));

        Assert.True((await world.PublishAsync(world.Upload("9000", measures: "Eigen"))).IsPublished);
        await using var db = world.Database.Read();
        Assert.Equal(1, await db.Trail.CountAsync(row => row.Event == "instrument.published"));
        Assert.Empty(await db.InstrumentDrafts.ToListAsync());
    }

    [Fact]
    public async Task Publish_SameVersionWithOtherMeasures_IsRefused()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000", measures: "Eigen"));

        Assert.Contains("is er al, met andere inhoud", (await world.PublishAsync(world.Upload("9000", measures: "Anders"))).Refusal, StringComparison.Ordinal);
        Assert.Contains("is er al, met andere inhoud", (await world.PublishAsync(world.Upload("9000"))).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("2026-11-21")]
    public async Task Publish_VersionThatIsOlder_IsRefused(string version)
    {
        using var world = await InstrumentWorld.OpenAsync(demo);

        Assert.Contains("is ouder dan versie", (await world.PublishAsync(world.Upload(version))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WhereMoreBodiesWork_IsRefused()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.Database.WriteAsync(db => db.Bodies.AddAsync(new BodyRow { Id = Guid.CreateVersion7(), Name = "Elders" }).AsTask());

        Assert.Contains("Alleen de beheerder van de hele installatie", (await world.PublishAsync(world.Upload("9000"))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_ContentThatOnlyACaseStillRunsOn_OffersItAgain()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000"));
        await world.Database.WriteAsync(async db =>
        {
            var row = await db.PublishedContents.SingleAsync(known => known.ContentVersion == "9000");
            (row.PublishedUtc, row.PublishedById) = (null, null);
        });
        await using (var db = world.Database.Read())
        {
            Assert.Equal(world.ShippedVersion, InstrumentLibrary.ForNewCases(await world.Library.VersionsAsync(db))!.Instrument.Version);
        }

        Assert.True((await world.PublishAsync(world.Upload("9000"))).MayPublish);
        await using var after = world.Database.Read();
        Assert.Equal("9000", InstrumentLibrary.ForNewCases(await world.Library.VersionsAsync(after))!.Instrument.Version);
    }
}
