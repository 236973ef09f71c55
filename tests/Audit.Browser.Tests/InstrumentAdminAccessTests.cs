using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Administration;
using Audit.Data.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>What the pages about instruments keep from others, and from administrators of other bodies.</summary>
public sealed class InstrumentAdminAccessTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Elsewhere = "Onderzoek van ver weg";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly InstrumentMaker instruments = new(installation);

    [Theory]
    [InlineData("teamlid")]
    [InlineData("begeleider")]
    [InlineData("coordinator")]
    public async Task For_who_is_no_administrator_these_pages_do_not_exist(string mailbox)
    {
        var addresses = CaseRoutes.OfAdministration(installation.Site).Where(address => address.StartsWith(InstrumentPages.Home, StringComparison.Ordinal)).ToList();
        Assert.Equal(6, addresses.Count);
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync("/doorlichtingen");
        var token = await visitor.TokenAsync();
        foreach (var address in addresses)
        {
            Assert.Equal(404, (await visitor.PostAsync(address, (Token, token))).Status);
            await visitor.GoAsync(address, 404);
        }
    }

    [Fact]
    public async Task Cases_and_drafts_of_another_body_are_neither_shown_nor_changed()
    {
        var (mine, other) = (await instruments.OnOldVersionAsync(), await AddElsewhereAsync());
        await using var visitor = await installation.SignedInAsync("beheerder");
        var draft = $"{InstrumentPages.Home}/concept/{other.DraftId}";
        await visitor.GoAsync(draft, 404);
        foreach (var address in new[] { InstrumentPages.Home, $"{InstrumentPages.Home}/concept/{await instruments.DraftAsync()}", MovePage })
        {
            await visitor.GoAsync(address);
            Assert.DoesNotContain(Elsewhere, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(other.DraftId.ToString(), await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        }

        var token = (Token, await visitor.TokenAsync());
        Assert.Equal(404, (await visitor.PostAsync(draft, token, ("actie", "verwijderen"), ("vragenset", "discriminatietoets"), ("versie", "9001"))).Status);
        var sent = await visitor.PostAsync(MovePage, token, ("reden", "proef"), ("verplaats", await MarkAsync(other.CaseId)), ("verplaats", await MarkAsync(mine)));
        Assert.Equal(302, sent.Status);
        Assert.Equal(Target, (await instruments.InstrumentOfAsync(mine)).Version);
        Assert.Equal(InstrumentMaker.Old, (await instruments.InstrumentOfAsync(other.CaseId)).Version);
        await using var db = database.Read();
        Assert.True(await db.InstrumentDrafts.AnyAsync(row => row.Id == other.DraftId));
    }

    [Fact]
    public async Task Where_more_bodies_work_nobody_publishes_for_all()
    {
        await AddElsewhereAsync();
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync($"{InstrumentPages.Home}/concept/{await instruments.DraftAsync()}");
        await Assertions.Expect(visitor.Page.GetByText("Publiceren kan niet")).ToBeVisibleAsync();
        await visitor.PressAsync("Publiceren");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Alleen de beheerder van de hele installatie mag dan publiceren.");
        await using var db = database.Read();
        Assert.False(await db.PublishedContents.AnyAsync(row => row.ContentVersion == "9001"));
    }

    private static string Target => ChangedInstrument.Content.Instrument.Value.Version;

    private static string MovePage => InstrumentPages.Move(Target);

    /// <summary>A case of another body on the old version, and a draft of that body.</summary>
    private async Task<(Guid CaseId, Guid DraftId)> AddElsewhereAsync()
    {
        var like = await instruments.OnOldVersionAsync();
        var bodyId = Guid.CreateVersion7();
        var caseId = await database.WriteAsync(async db =>
        {
            var model = await db.Assessments.AsNoTracking().SingleAsync(row => row.Id == like);
            var row = new AssessmentRow
            {
                Id = Guid.CreateVersion7(),
                BodyId = bodyId,
                Name = Elsewhere,
                InstrumentId = model.InstrumentId,
                ProfileId = model.ProfileId,
                MeasuresId = model.MeasuresId,
                CreatedUtc = DateTime.UtcNow,
                Version = Guid.NewGuid(),
            };
            db.AddRange(new BodyRow { Id = bodyId, Name = $"Gemeente Ver Weg {Guid.NewGuid():N}" }, row);
            return row.Id;
        });
        return (caseId, await instruments.DraftAsync(bodyId));
    }

    /// <summary>What the form would send for a case.</summary>
    private async Task<string> MarkAsync(Guid caseId)
    {
        await using var db = database.Read();
        var effects = new InstrumentEffects(new ContentStore());
        var found = await effects.OfAsync(db, db.Assessments.Where(row => row.Id == caseId), ChangedInstrument.Content.Instrument, DateTime.UtcNow);
        return $"{caseId:N}.{found[0].State:N}";
    }
}
