using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests;

/// <summary>The signature of the auditor: what is signed, and that a change afterwards is seen.</summary>
public sealed class SignOffTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";

    private readonly ReviewMaker maker = new(installation);

    [Fact]
    public async Task Signature_shows_what_changed_since_and_can_be_withdrawn()
    {
        var id = await maker.Cases.MakeAsync("adoption");
        await using var auditor = await installation.SignedInAsync("auditor");
        var pages = new CasePages(auditor, id);
        await pages.OpenAsync("/beoordeling/ondertekening");
        await auditor.PressAsync("Ondertekenen");
        await pages.SeesAsync("U hebt de beoordeling ondertekend.");
        await Assertions.Expect(auditor.Page.GetByText("Ongewijzigd sinds de ondertekening")).ToBeVisibleAsync();
        var row = await SignatureAsync(id);
        Assert.Equal(row.Sha256, CanonicalJson.Hash(row.ContentJson));
        Assert.Contains(SignedFacts.Read(row.ContentJson).All, fact => fact is { Label: "Controle uitwonendenbeurs: berekende klasse", Value: "hoog tot kritiek" });

        await maker.ChooseClassAsync(id, RiskClass.High, "Nieuwe gegevens.");
        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await new CasePages(sponsor, id).BeginStepAsync("Vaststelling");
        await Assertions.Expect(sponsor.Page.Locator("main")).ToContainTextAsync("Sindsdien gewijzigd: Controle uitwonendenbeurs: besloten klasse; Controle uitwonendenbeurs: oordeel van de auditor.");

        await pages.OpenAsync("/beoordeling/ondertekening");
        await Assertions.Expect(auditor.Page.Locator("main")).ToContainTextAsync("besloten klasse: was ‘kritiek’, is nu ‘hoog’.");
        await auditor.PressAsync("Ondertekening intrekken");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf op waarom u intrekt.");
        await auditor.Page.GetByLabel("Waarom trekt u in?").FillAsync("De klasse is gewijzigd.");
        await auditor.PressAsync("Ondertekening intrekken");
        await pages.SeesAsync("Uw ondertekening is ingetrokken.");
        await auditor.PressAsync("Ondertekenen");
        await Assertions.Expect(auditor.Page.GetByText("Ongewijzigd sinds de ondertekening")).ToBeVisibleAsync();
        Assert.Equal(["review.signed", "review.sign-off-withdrawn", "review.signed"], await maker.TrailAsync(id, "review.sign"));
        Assert.Empty(auditor.Faults.Concat(sponsor.Faults));
    }

    [Fact]
    public async Task Changed_answer_item_and_lifting_are_each_named()
    {
        var id = await maker.Cases.MakeAsync("adoption");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/beoordeling/ondertekening");
        await auditor.PressAsync("Ondertekenen");
        await maker.LowerAsync(id);
        await maker.AddAsync(id, new(ReviewMaker.TaskKey, ReviewItemKind.Finding, "Later gevonden."));
        await maker.LiftAsync(id, ReviewMaker.Gate, DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(6));
        await auditor.Page.ReloadAsync();
        var text = await auditor.Page.Locator("main").InnerTextAsync();
        Assert.All(["Controle uitwonendenbeurs: antwoorden: was", "Punt ‘Later gevonden.’: was er niet, is nu ‘open’", $"drempelregel {ReviewMaker.Gate}: was ‘geraakt, niet opgeheven’"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_that_was_tampered_with_is_noticed()
    {
        var id = await maker.Cases.MakeAsync("adoption");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/beoordeling/ondertekening");
        await auditor.PressAsync("Ondertekenen");
        await maker.Database.WriteAsync(async db =>
        {
            var row = await db.SignOffs.AsTracking().SingleAsync(one => one.AssessmentId == id);
            row.ContentJson = row.ContentJson.Replace("hoog tot kritiek", "laag", StringComparison.Ordinal);
        });
        await auditor.Page.ReloadAsync();
        await Assertions.Expect(auditor.Page.Locator("main")).ToContainTextAsync("de SHA-256 klopt niet");
    }

    [Fact]
    public async Task Nobody_signs_before_every_task_is_agreed_or_what_was_not_shown()
    {
        var early = await maker.Cases.MakeAsync("review");
        var id = await maker.Cases.MakeAsync("adoption");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{early}/beoordeling/ondertekening");
        await Assertions.Expect(auditor.Page.Locator("main")).ToContainTextAsync("Nog niet akkoord: Controle uitwonendenbeurs.");
        Assert.Equal(0, await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Ondertekenen" }).CountAsync());
        var refused = await auditor.PostAsync($"/doorlichtingen/{early}/beoordeling/ondertekening", (Token, await auditor.TokenAsync()), ("actie", "ondertekenen"), ("verklaring", "Toch"));
        Assert.Contains("Nog niet alle taken zijn akkoord", await refused.TextAsync(), StringComparison.Ordinal);

        await auditor.GoAsync($"/doorlichtingen/{id}/beoordeling/ondertekening");
        await maker.ChooseClassAsync(id, RiskClass.High, "Intussen.");
        await auditor.PressAsync("Ondertekenen");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync(SignOffs.Changed);
        await using var db = maker.Database.Read();
        Assert.Equal(0, await db.SignOffs.CountAsync(row => row.AssessmentId == id || row.AssessmentId == early));
    }

    [Theory]
    [InlineData("teamlid")]
    [InlineData("opdrachtgever")]
    public async Task Only_an_auditor_signs_and_chooses_a_class(string mailbox)
    {
        var id = await maker.Cases.MakeAsync("adoption");
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync($"/doorlichtingen/{id}/beoordeling/ondertekening");
        Assert.Equal(0, await visitor.Page.Locator("main form").CountAsync());
        var token = (Token, await visitor.TokenAsync());
        var signed = await visitor.PostAsync($"/doorlichtingen/{id}/beoordeling/ondertekening", token, ("actie", "ondertekenen"), ("verklaring", "Ik teken"));
        var chosen = await visitor.PostAsync($"/doorlichtingen/{id}/beoordeling/klasse/{ReviewMaker.TaskKey}", token, ("klasse", "High"), ("reden", "Ik vind"), ("gezien", "0"));
        Assert.Contains(ReviewRights.NotYours, await signed.TextAsync(), StringComparison.Ordinal);
        Assert.Contains(ReviewRights.NotYours, await chosen.TextAsync(), StringComparison.Ordinal);
        Assert.Empty((await maker.ReviewAsync(id)).Judgements);
    }

    private async Task<SignOffRow> SignatureAsync(Guid id)
    {
        await using var db = maker.Database.Read();
        return await db.SignOffs.SingleAsync(row => row.AssessmentId == id);
    }
}
