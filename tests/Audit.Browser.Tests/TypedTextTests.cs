using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests;

/// <summary>Text in a form without autosave: leaving asks first, and a form is not sent into nothing by somebody who is signed out.</summary>
public sealed class TypedTextTests(Installation installation)
{
    private const string Task = "controle-uitwonendenbeurs";

    private static readonly BrowserNewContextOptions WithScript = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Leaving_a_form_with_typed_text_asks_first_and_sending_it_does_not()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid", new(WithScript));
        var asked = 0;
        member.Page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.AcceptAsync();
        };
        var path = $"/doorlichtingen/{id}/vragen/{Task}/regulation/R12";
        await member.GoAsync(path);
        await member.Page.GetByLabel("Uw opmerking").FillAsync("Nog niet geplaatst.");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "Doorlichtingen" }).First.ClickAsync();
        await Assertions.Expect(member.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/doorlichtingen$"));
        Assert.Equal(1, asked);

        await member.GoAsync(path);
        await member.Page.GetByLabel("Uw opmerking").FillAsync("Nog niet geplaatst.");
        await member.Page.Locator("button[name=actie][value=volgende]").ClickAsync();
        await Assertions.Expect(member.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/R12$"));
        Assert.Equal(2, asked);

        await member.GoAsync(path);
        await member.Page.GetByLabel("Uw opmerking").FillAsync("Wel geplaatst.");
        await member.PressAsync("Opmerking plaatsen");
        await Assertions.Expect(member.Page.Locator("main")).ToContainTextAsync("Wel geplaatst.");
        Assert.Equal(2, asked);
        Assert.Empty(member.Faults);
    }

    [Fact]
    public async Task A_form_waits_until_somebody_is_signed_in_again()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.NewlySignedInAsync("teamlid", new(WithScript));
        await member.GoAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation/R12");
        await SignOutElsewhereAsync(member);
        await member.Page.GetByLabel("Uw opmerking").FillAsync("Getypt toen ik was uitgelogd.");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "Opmerking plaatsen" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("U bent uitgelogd.");
        Assert.Empty(await Accessibility.ViolationsAsync(member.Page));
        await Assertions.Expect(member.Page.GetByLabel("Uw opmerking")).ToHaveValueAsync("Getypt toen ik was uitgelogd.");

        await SignInElsewhereAsync(member);
        await member.PressAsync("Opmerking plaatsen");
        await Assertions.Expect(member.Page.Locator("main")).ToContainTextAsync("Getypt toen ik was uitgelogd.");
    }

    [Fact]
    public async Task Saving_all_answers_waits_for_signing_in_too()
    {
        var id = await maker.MakeAsync("regulation");
        var path = $"/doorlichtingen/{id}/vragen/{Task}/regulation";
        await using var member = await installation.NewlySignedInAsync("teamlid", new(WithScript));
        await member.GoAsync(path);
        await SignOutElsewhereAsync(member);
        await member.Page.Locator("#R12-toelichting").FillAsync("Ook getypt toen ik was uitgelogd.");
        await member.Page.Locator("button[name=actie][value=opslaan]").ClickAsync();
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("U bent uitgelogd.");
        await SignInElsewhereAsync(member);
        await member.PressAsync(member.Page.Locator("button[name=actie][value=opslaan]"));
        await member.GoAsync(path);
        await Assertions.Expect(member.Page.Locator("#R12-toelichting")).ToHaveValueAsync("Ook getypt toen ik was uitgelogd.");
    }

    [Fact]
    public async Task A_form_waits_for_a_server_that_is_away()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid", new(WithScript));
        await member.GoAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation/R12");
        await member.Page.GetByLabel("Uw opmerking").FillAsync("Getypt zonder verbinding.");
        await member.Page.RouteAsync("**/*", route => route.AbortAsync("connectionrefused"));
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "Opmerking plaatsen" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Geen verbinding.");
        await member.Page.UnrouteAsync("**/*");
        await member.PressAsync("Opmerking plaatsen");
        await Assertions.Expect(member.Page.Locator("main")).ToContainTextAsync("Getypt zonder verbinding.");
    }

    private static async Task SignOutElsewhereAsync(Visitor visitor)
    {
        var tab = await TabAsync(visitor);
        await tab.GoAsync("/");
        await tab.PressAsync("Uitloggen");
        await tab.Page.CloseAsync();
    }

    private static async Task SignInElsewhereAsync(Visitor visitor)
    {
        var tab = await TabAsync(visitor);
        await tab.GoAsync("/inloggen");
        await tab.Page.GetByLabel("E-mailadres").FillAsync("teamlid@demo.example");
        await tab.Page.GetByLabel("Wachtwoord").FillAsync("Demo-toets-2026!");
        await tab.PressAsync("Inloggen");
        await tab.Page.CloseAsync();
    }

    /// <summary>Another tab of the same browser.</summary>
    private static async Task<Visitor> TabAsync(Visitor visitor) => new(await visitor.Page.Context.NewPageAsync(), new Uri(visitor.Page.Url));
}
