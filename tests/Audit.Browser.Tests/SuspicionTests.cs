using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;

namespace Audit.Browser.Tests;

/// <summary>A suspicion of discrimination: reported from any page of a case, handled beside it, known to nobody else.</summary>
public sealed class SuspicionTests(Installation installation)
{
    private const string Text = "Bij de selectie lijkt een postcode zwaarder te tellen dan is afgesproken.";

    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task About_the_sponsor_it_goes_to_a_second_recipient_and_the_sponsor_sees_nothing()
    {
        var id = await maker.MakeAsync("regulation");
        await maker.LeaveAsync(id, Roles.Jurist);
        var before = (await maker.OpenAsync(id)).Count;
        var address = await ReportAsync(id, recipient: "Jamila Jurist");

        foreach (var mailbox in new[] { "opdrachtgever", "auditor", "manager", "beheerder", "coordinator" })
        {
            await using var other = await installation.SignedInAsync(mailbox);
            await other.GoAsync(address, 404);
            await other.GoAsync("/");
            Assert.DoesNotContain(address, await other.Page.ContentAsync(), StringComparison.Ordinal);
        }

        await using (var sponsor = await installation.SignedInAsync("opdrachtgever"))
        {
            await sponsor.GoAsync($"/doorlichtingen/{id}");
            Assert.DoesNotContain("Gemelde vermoedens", await sponsor.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("onrechtmatigheid", await sponsor.Page.ContentAsync(), StringComparison.Ordinal);
        }

        await DoStepAsync("begeleider", address, "1. Vermoeden van onrechtmatigheid");
        await DoStepAsync("begeleider", address, "2. Inzicht en overzicht");
        await using (var member = await installation.SignedInAsync("begeleider"))
        {
            await member.GoAsync(address);
            Assert.Equal(0, await member.Page.Locator("textarea").CountAsync());
        }

        await using (var jurist = await installation.SignedInAsync("jurist"))
        {
            await jurist.GoAsync("/");
            Assert.Equal(1, await jurist.Page.Locator($"a[href='{address}']").CountAsync());
            await jurist.GoAsync($"/doorlichtingen/{id}", 404);
        }

        await DoStepAsync("jurist", address, "3. Schade beperken");
        await DoStepAsync("jurist", address, "4. Melden en informeren");
        await DoStepAsync("begeleider", address, "5. Registratie en afhandeling");

        await using var reporter = await installation.SignedInAsync("teamlid");
        await reporter.GoAsync(address);
        Assert.Contains("Afgehandeld", await reporter.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(before, (await maker.OpenAsync(id)).Count);
    }

    [Fact]
    public async Task Not_about_the_sponsor_it_goes_to_the_sponsor_who_may_close_it_with_a_reason()
    {
        var id = await maker.MakeAsync("session-1");
        var address = await ReportAsync(id, recipient: null);
        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync(address);
        await sponsor.PressAsync("Sluiten zonder vervolg");
        Assert.Equal(1, await sponsor.Page.Locator(".error-summary").CountAsync());

        await sponsor.Page.GetByLabel("Verslag").FillAsync("Nagevraagd: de postcode wordt niet gebruikt.");
        await sponsor.PressAsync("Sluiten zonder vervolg");

        Assert.Equal("Het vermoeden is gesloten.", await sponsor.MessageAsync());
        Assert.Contains("Afgehandeld", await sponsor.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Single(await maker.OpenAsync(id));
    }

    [Fact]
    public async Task Steps_of_a_suspicion_cannot_be_reached_through_the_case()
    {
        var id = await maker.MakeAsync("session-1");
        await ReportAsync(id, recipient: null);
        var step = (await maker.StepsAsync(id)).Single(open => open.DefinitionId == "vermoeden");
        await using var auditor = await installation.SignedInAsync("auditor");
        foreach (var page in new[] { "stap", "beoordelen", "vaststellen", "volgen" })
        {
            await auditor.GoAsync($"/doorlichtingen/{id}/{page}/{step.StepId}", 404);
        }

        // The same form sent twice is one report, and nobody acts in a step that is not theirs.
        await auditor.GoAsync($"/doorlichtingen/{id}");
        Assert.DoesNotContain("Gemelde vermoedens", await auditor.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_sent_twice_is_one_report()
    {
        var id = await maker.MakeAsync("session-1");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/vermoeden");
        var token = await member.TokenAsync();
        var submission = await member.Page.Locator("input[name=inzending]").GetAttributeAsync("value");
        (string, string)[] form = [("__RequestVerificationToken", token), ("inzending", submission!), ("tekst", Text), ("opdrachtgever", "nee")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => member.PostAsync($"/doorlichtingen/{id}/vermoeden", form)));

        Assert.Single(answers.Select(answer => answer.Headers["location"]).Distinct());
        Assert.Single(await maker.StepsAsync(id), open => open.DefinitionId == "vermoeden");
    }

    private async Task<string> ReportAsync(Guid id, string? recipient)
    {
        await using var member = await installation.SignedInAsync("teamlid", new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await member.GoAsync($"/doorlichtingen/{id}");
        await member.FollowAsync("Vermoeden van discriminatie melden");
        await member.Page.GetByLabel("Wat hebt u gezien?").FillAsync(Text);
        if (recipient is not null)
        {
            await member.Page.GetByLabel("Ja, of misschien").CheckAsync();
            await member.Page.GetByLabel("Wie ontvangt het dan?").SelectOptionAsync(new SelectOptionValue { Label = recipient });
        }

        await member.PressAsync("Vermoeden melden");
        Assert.Equal("Uw vermoeden is gemeld. U kunt hier volgen wat ermee gebeurt.", await member.MessageAsync());
        Assert.Empty(await Accessibility.ViolationsAsync(member.Page));
        Assert.Empty(member.Faults);
        return new Uri(member.Page.Url).AbsolutePath;
    }

    private async Task DoStepAsync(string mailbox, string address, string heading)
    {
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync(address);
        Assert.Equal(1, await visitor.Page.GetByRole(AriaRole.Heading, new() { Name = heading }).CountAsync());
        await visitor.Page.GetByLabel("Verslag").FillAsync($"Gedaan: {heading}");
        await visitor.Page.GetByLabel("Wie is geïnformeerd").FillAsync("De functionaris gegevensbescherming.");
        await visitor.PressAsync("Stap afronden");
        Assert.Equal("De stap is afgerond.", await visitor.MessageAsync());
    }
}
