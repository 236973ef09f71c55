using System.Text;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Data.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The administrator of the only body publishes a changed instrument.</summary>
[Collection(PublishingTests.Name)]
public sealed class InstrumentAdminTests
{
    private const string Token = "__RequestVerificationToken";

    private readonly Installation installation;
    private readonly AuditDatabase database;
    private readonly CaseMaker maker;
    private readonly InstrumentMaker instruments;

    public InstrumentAdminTests(OwnInstallation own)
    {
        installation = own.Installation;
        database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        maker = new(installation);
        instruments = new(installation);
    }

    [Fact]
    public async Task A_published_version_is_used_by_new_cases_and_not_by_those_that_run()
    {
        var running = await maker.MakeAsync("session-1");
        var (version, free) = (await instruments.NextVersionAsync(), ChangedInstrument.Free);
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(new ChangedInstrument(version).Adding("NIEUW1", free[0]).Without(free[1]).With(free[2], "weight", 2.5).Json);
        Assert.Equal("Het bestand is nagekeken en bewaard als concept. Er is nog niets gepubliceerd.", await visitor.MessageAsync());
        await SeesDifferenceAsync(visitor, free);
        await SeesEffectAsync(visitor, free);

        await visitor.PressAsync("Publiceren");
        Assert.StartsWith($"Versie {version} is gepubliceerd.", await visitor.MessageAsync(), StringComparison.Ordinal);
        Assert.EndsWith($"/beheer/vragensets/discriminatietoets/{version}", visitor.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("door Bram Beheerder");
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("Gebruiken deze versie.");
        await visitor.GoAsync(InstrumentPages.Home);
        await Assertions.Expect(visitor.Page.Locator("tbody tr").First).ToContainTextAsync("Voor nieuwe doorlichtingen");
        await Assertions.Expect(visitor.Page.Locator("tbody tr").First).ToContainTextAsync($"Versie {version}");

        Assert.Equal((version, true), await NewCaseAsync("Na publiceren"));
        Assert.Equal((version, true), await SequelAsync("Hertoets na publiceren"));
        Assert.NotEqual(version, (await instruments.InstrumentOfAsync(running)).Version);
    }

    [Fact]
    public async Task Measures_that_came_along_are_used_by_new_cases()
    {
        var version = await instruments.NextVersionAsync();
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(new ChangedInstrument(version).Json, ChangedInstrument.MeasuresWith("Een eigen maatregel"));
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("eigen maatregelen bij deze versie");
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("Maatregelen: 0 nieuw, 1 gewijzigd, 0 vervalt");
        await visitor.PressAsync("Publiceren");
        await NewCaseAsync("Met eigen maatregelen");
        await using var db = database.Read();
        var json = await (
            from row in db.Assessments
            join measures in db.PublishedContents on row.MeasuresId equals measures.Id
            where row.Name == "Met eigen maatregelen"
            select measures.Json).SingleAsync();
        Assert.Contains("Een eigen maatregel", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_twice_at_once_publishes_once_and_says_so()
    {
        var version = await instruments.NextVersionAsync();
        var json = new ChangedInstrument(version).With(ChangedInstrument.Free[0], "weight", 4).Json;
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(json);
        (string, string)[] form = [(Token, await visitor.TokenAsync()), ("actie", "publiceren"), ("vragenset", "discriminatietoets"), ("versie", version)];
        var path = new Uri(visitor.Page.Url).AbsolutePath;
        var answers = await Task.WhenAll(visitor.PostAsync(path, form), visitor.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal((302, $"/beheer/vragensets/discriminatietoets/{version}"), (answer.Status, answer.Headers["location"])));
        await using (var db = database.Read())
        {
            Assert.NotNull((await db.Trail.SingleAsync(row => row.Event == "instrument.published" && row.Subject == $"discriminatietoets {version}")).UserId);
            Assert.Equal(1, await db.PublishedContents.CountAsync(row => row.ContentVersion == version && row.Kind == ContentStore.InstrumentKind));
        }

        await visitor.SendInstrumentAsync(json);
        await Assertions.Expect(visitor.Page.GetByText("is er al, met precies deze inhoud")).ToBeVisibleAsync();
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Publiceren" }).CountAsync());
        await visitor.PressAsync("Concept verwijderen");
        Assert.Equal("Het concept is verwijderd.", await visitor.MessageAsync());
    }

    [Fact]
    public async Task Other_content_under_a_known_version_and_an_older_version_are_refused()
    {
        var shipped = ChangedInstrument.Content.Instrument.Value.Version;
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(new ChangedInstrument(shipped).With(ChangedInstrument.Free[0], "weight", 7).Json);
        await visitor.PressAsync("Publiceren");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync($"Versie {shipped} van ‘discriminatietoets’ is er al, met andere inhoud. Geef ‘version’ in het bestand een waarde die na ");
        await visitor.SendInstrumentAsync(new ChangedInstrument("0000").Json);
        await visitor.PressAsync("Publiceren");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Versie 0000 is ouder dan versie");
        await using var db = database.Read();
        Assert.False(await db.PublishedContents.AnyAsync(row => row.ContentVersion == "0000"));
    }

    [Fact]
    public async Task A_downloaded_version_has_a_safe_name_and_the_same_content()
    {
        var version = ChangedInstrument.Content.Instrument.Value.Version;
        await using var visitor = await installation.SignedInAsync("beheerder");
        var (name, text) = await DownloadAsync(visitor, version, "vragenset downloaden (JSON)");
        Assert.Matches("^vragenset-discriminatietoets-v.+-[0-9-]{10}\\.json$", name);
        await visitor.SendInstrumentAsync(text);
        await Assertions.Expect(visitor.Page.GetByText("is er al, met precies deze inhoud")).ToBeVisibleAsync();
        await visitor.SendInstrumentAsync(("vragenset.xlsx", (await FileAsync(visitor, version, "Vragenset downloaden (Excel)")).Content));
        await Assertions.Expect(visitor.Page.GetByText("is er al, met precies deze inhoud")).ToBeVisibleAsync();
        var (_, measures) = await DownloadAsync(visitor, version, "maatregelen downloaden (JSON)");
        await visitor.SendInstrumentAsync(new ChangedInstrument("8000").Json, measures);
        await Assertions.Expect(visitor.Page.GetByText("Het bestand breekt geen regel.")).ToBeVisibleAsync();
    }

    private static async Task<(string Name, string Text)> DownloadAsync(Visitor visitor, string version, string link)
    {
        var (name, content) = await FileAsync(visitor, version, link);
        return (name, Encoding.UTF8.GetString(content));
    }

    private static async Task<(string Name, byte[] Content)> FileAsync(Visitor visitor, string version, string link)
    {
        await visitor.GoAsync($"{InstrumentPages.Home}/discriminatietoets/{version}");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return (download.SuggestedFilename, content.ToArray());
    }

    private static async Task SeesDifferenceAsync(Visitor visitor, IReadOnlyList<string> free)
    {
        var list = visitor.Page.Locator("details", new() { HasText = "Vragen: " }).Locator("li");
        await Assertions.Expect(list.Filter(new() { HasText = "NIEUW1. Nieuwe vraag NIEUW1?" })).ToContainTextAsync("Nieuw");
        await Assertions.Expect(list.Filter(new() { HasText = $"{free[1]}. " })).ToContainTextAsync("Vervalt");
        await Assertions.Expect(list.Filter(new() { HasText = $"{free[2]}. " })).ToContainTextAsync(", nu 2,5");
    }

    private static async Task SeesEffectAsync(Visitor visitor, IReadOnlyList<string> free)
    {
        var line = visitor.Page.Locator("li", new() { HasText = "Proef: session-1" }).Filter(new() { HasText = $"Nu op versie {ChangedInstrument.Content.Instrument.Value.Version}" }).Last;
        await Assertions.Expect(line).ToContainTextAsync($"niet meer mee: de vraag vervalt ({free[1]}). Wat is ingevuld, blijft bewaard.");
        await Assertions.Expect(line).ToContainTextAsync("1 nieuwe open vraag: NIEUW1.");
        await Assertions.Expect(line).ToContainTextAsync("Klasse van ‘");
        await visitor.Page.GetByText("Vastgestelde en afgeronde doorlichtingen").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("li", new() { HasText = "vastgesteld en uitgevoerd" })).ToContainTextAsync("Wat hier staat, is alleen ter informatie.");
    }

    /// <summary>Begins a case through its page.</summary>
    /// <returns>The version of its instrument, and whether it has the new question and not the removed one.</returns>
    private async Task<(string Version, bool IsChanged)> NewCaseAsync(string name)
    {
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync("/doorlichtingen/nieuw");
        await coach.Page.GetByLabel("Naam").FillAsync(name);
        await coach.PressAsync("Doorlichting beginnen");
        return await InstrumentOfAsync(name);
    }

    private async Task<(string Version, bool IsChanged)> SequelAsync(string name)
    {
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{await maker.SeededAsync("vastgesteld en uitgevoerd")}/vervolg");
        await coach.Page.Locator("#naam").FillAsync(name);
        await coach.PressAsync("Hertoets beginnen");
        return await InstrumentOfAsync(name);
    }

    private async Task<(string Version, bool IsChanged)> InstrumentOfAsync(string name)
    {
        await using var db = database.Read();
        var id = await db.Assessments.Where(row => row.Name == name).Select(row => row.Id).SingleAsync();
        var instrument = await instruments.InstrumentOfAsync(id);
        var ids = instrument.AllQuestions.Select(question => question.Id).ToHashSet();
        return (instrument.Version, ids.Contains("NIEUW1") && !ids.Contains(ChangedInstrument.Free[1]));
    }
}
