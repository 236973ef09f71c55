using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests;

/// <summary>The register of distinctions: a team writes down a criterion, its test answers the questions, and nobody's text is lost.</summary>
public sealed class DistinctionTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string TaskKey = "controle-uitwonendenbeurs";

    private static readonly Distinction Postcode = new(string.Empty, "De postcode van het adres", "policy", ["ras"], DistinctionKind.Direct) { Exception = Distinction.NoException };

    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task A_criterion_without_exception_fills_the_question_and_fires_the_gate()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        var pages = new CasePages(member, id);
        await pages.RegisterAsync(TaskKey, Postcode);
        var row = member.Page.Locator("tr", new() { HasText = Postcode.Criterion });
        await Assertions.Expect(row).ToContainTextAsync("Niet gerechtvaardigd");
        await Assertions.Expect(member.Page.Locator("li", new() { HasText = "Vraag R20:" })).ToContainTextAsync("Direct onderscheid, zonder wettelijke uitzondering");

        await pages.OpenAsync($"/vragen/{TaskKey}/regulation");
        await Assertions.Expect(member.Page.Locator("[id='vraag-R20']")).ToContainTextAsync("Het onderscheidregister geeft hier: Direct onderscheid, zonder wettelijke uitzondering");
        await pages.OpenAsync($"/resultaat/{TaskKey}");
        await Assertions.Expect(member.Page.Locator("main")).ToContainTextAsync("Direct onderscheid naar");
        Assert.Empty(member.Faults);
    }

    [Fact]
    public async Task A_verdict_milder_than_the_test_is_refused_and_what_was_typed_stays()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/onderscheid/{TaskKey}/nieuw");
        await member.Page.GetByLabel("Welk criterium gebruikt de taak?").FillAsync("De nationaliteit");
        await member.Page.Locator("#onderdeel").SelectOptionAsync("policy");
        await member.Page.Locator("input[name=soort][value=Direct]").CheckAsync();
        await member.Page.Locator("input[name=gronden][value=nationaliteit]").CheckAsync();
        await member.Page.Locator("#uitzondering").SelectOptionAsync(Distinction.NoException);
        await member.Page.Locator("#oordeel").SelectOptionAsync(nameof(DistinctionVerdict.Justified));
        await member.PressAsync("Opslaan");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("De toets geeft ‘Niet gerechtvaardigd’. U kunt strenger oordelen, niet milder.");
        Assert.Equal("De nationaliteit", await member.Page.GetByLabel("Welk criterium gebruikt de taak?").InputValueAsync());
        Assert.True(await member.Page.Locator("input[name=gronden][value=nationaliteit]").IsCheckedAsync());
    }

    [Fact]
    public async Task Two_colleagues_on_one_criterion_see_each_others_text()
    {
        var id = await maker.MakeAsync("regulation");
        await using var one = await installation.SignedInAsync("teamlid");
        await using var other = await installation.SignedInAsync("teamlid");
        await new CasePages(one, id).RegisterAsync(TaskKey, Postcode);
        var path = new Uri((await one.Page.Locator("th a", new() { HasText = Postcode.Criterion }).GetAttributeAsync("href"))!, UriKind.Relative).ToString();
        await one.GoAsync(path);
        await other.GoAsync(path);
        await one.Page.Locator("#toelichting").FillAsync("Van de een.");
        await one.PressAsync("Opslaan");
        await other.Page.Locator("#toelichting").FillAsync("Van de ander.");
        await other.PressAsync("Opslaan");
        await Assertions.Expect(other.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft dit onderscheid intussen gewijzigd.");
        await Assertions.Expect(other.Page.Locator("main")).ToContainTextAsync("Van de een.");
        Assert.Equal("Van de ander.", await other.Page.Locator("#toelichting").InputValueAsync());
        await other.PressAsync("Opslaan");
        Assert.Equal("Het onderscheid is opgeslagen.", await other.MessageAsync());
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_adds_once_and_a_removal_leaves_its_reason_in_the_trail()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        var path = $"/doorlichtingen/{id}/onderscheid/{TaskKey}/nieuw";
        await member.GoAsync(path);
        (string, string)[] form =
        [
            (Token, await member.TokenAsync()), ("inzending", (await member.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!),
            ("criterium", "Dubbel verstuurd"), ("onderdeel", "policy"), ("soort", "Unknown"),
        ];
        var answers = await System.Threading.Tasks.Task.WhenAll(member.PostAsync(path, form), member.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        await member.GoAsync($"/doorlichtingen/{id}/onderscheid/{TaskKey}");
        Assert.Equal(1, await member.Page.Locator("th a", new() { HasText = "Dubbel verstuurd" }).CountAsync());

        await member.PressAsync(member.Page.Locator("th a", new() { HasText = "Dubbel verstuurd" }));
        await member.Page.GetByLabel("Waarom kan dit onderscheid eruit?").FillAsync("Het criterium wordt niet gebruikt.");
        await member.PressAsync("Uit het register halen");
        Assert.StartsWith("Het onderscheid is uit het register gehaald.", await member.MessageAsync(), StringComparison.Ordinal);
        using var database = new AuditDatabase(installation.Site.Database);
        await using var db = database.Read();
        var record = await db.Trail.SingleAsync(trail => trail.AssessmentId == id && trail.Event == "distinction.removed");
        Assert.Equal("Het criterium wordt niet gebruikt.", record.Reason);
        Assert.Contains("Dubbel verstuurd", record.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_the_register_and_cannot_change_it()
    {
        var id = await maker.MakeAsync("regulation");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/onderscheid/{TaskKey}");
        Assert.Equal(0, await auditor.Page.GetByText("Onderscheid toevoegen").CountAsync());
        await auditor.GoAsync($"/doorlichtingen/{id}/onderscheid/{TaskKey}/nieuw", 404);
        var response = await auditor.PostAsync(
            $"/doorlichtingen/{id}/onderscheid/{TaskKey}/nieuw", (Token, await auditor.TokenAsync()), ("criterium", "Van de auditor"), ("onderdeel", "policy"), ("soort", "Unknown"));
        Assert.Contains("niet meer open", await response.TextAsync(), StringComparison.Ordinal);
        using var database = new AuditDatabase(installation.Site.Database);
        await using var db = database.Read();
        Assert.False(await db.Distinctions.AnyAsync(row => row.ContentJson.Contains("Van de auditor")));
    }
}
