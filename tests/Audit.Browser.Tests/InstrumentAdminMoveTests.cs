using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The administrator moves running cases to another version of the instrument.</summary>
[Collection(PublishingTests.Name)]
public sealed class InstrumentAdminMoveTests
{
    private const string Token = "__RequestVerificationToken";

    private static readonly string Target = ChangedInstrument.Content.Instrument.Value.Version;
    private static readonly string Page = InstrumentPages.Move(Target);

    private readonly Installation installation;
    private readonly AuditDatabase database;
    private readonly CaseMaker maker;
    private readonly InstrumentMaker instruments;

    public InstrumentAdminMoveTests(OwnInstallation own)
    {
        installation = own.Installation;
        database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        maker = new(installation);
        instruments = new(installation);
    }

    [Fact]
    public async Task A_running_case_is_moved_after_a_preview_and_keeps_its_answers()
    {
        var caseId = await instruments.OnOldVersionAsync();
        var answers = await instruments.AnswersAsync(caseId);
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync(Page);
        var choice = ChoiceOf(visitor, caseId);
        await Assertions.Expect(choice).ToContainTextAsync("1 antwoord telt niet meer mee: de vraag vervalt (OUD1). Wat is ingevuld, blijft bewaard.");
        await Assertions.Expect(choice).ToContainTextAsync($"1 nieuwe open vraag: {ChangedInstrument.Free[1]}.");
        await Assertions.Expect(choice).ToContainTextAsync($"{answers.Count - 1} antwoorden blijven tellen.");
        await visitor.PressAsync($"Verplaatsen naar versie {Target}");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Kies minstens één doorlichting.");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf op waarom u verplaatst.");

        await choice.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByLabel("Waarom verplaatst u?").FillAsync("De nieuwe vragen gelden nu.");
        await visitor.PressAsync($"Verplaatsen naar versie {Target}");
        Assert.Equal($"1 doorlichting verplaatst naar versie {Target}.", await visitor.MessageAsync());
        Assert.Equal(Target, (await instruments.InstrumentOfAsync(caseId)).Version);
        Assert.Equal(answers, await instruments.AnswersAsync(caseId));
        Assert.Equal([(InstrumentMaker.Old, Target, "De nieuwe vragen gelden nu.")], await MovesAsync(caseId));
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{caseId}");
        await member.GoAsync($"/doorlichtingen/{caseId}/resultaat");
    }

    [Fact]
    public async Task A_case_that_changed_since_the_preview_is_not_moved()
    {
        var caseId = await instruments.OnOldVersionAsync();
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync(Page);
        await ChoiceOf(visitor, caseId).GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByLabel("Waarom verplaatst u?").FillAsync("Proef.");
        await database.WriteAsync(async db => (await db.Answers.FirstAsync(row => row.AssessmentId == caseId)).Version = Guid.NewGuid());
        await visitor.PressAsync($"Verplaatsen naar versie {Target}");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("is niet verplaatst: deze doorlichting is intussen gewijzigd");
        Assert.Equal(InstrumentMaker.Old, (await instruments.InstrumentOfAsync(caseId)).Version);
        Assert.Empty(await MovesAsync(caseId));
        Assert.True(await ChoiceOf(visitor, caseId).GetByRole(AriaRole.Checkbox).IsCheckedAsync());
    }

    [Fact]
    public async Task Moving_twice_at_once_moves_once()
    {
        var caseId = await instruments.OnOldVersionAsync();
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync(Page);
        var mark = (await ChoiceOf(visitor, caseId).GetByRole(AriaRole.Checkbox).GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await visitor.TokenAsync()), ("verplaats", mark), ("reden", "Dubbel.")];
        var answers = await Task.WhenAll(visitor.PostAsync(Page, form), visitor.PostAsync(Page, form));
        Assert.Contains(answers, answer => answer.Status == 302);
        Assert.Single(await MovesAsync(caseId));
        Assert.Equal(302, (await visitor.PostAsync(Page, form)).Status);
        Assert.Single(await MovesAsync(caseId));
    }

    [Fact]
    public async Task A_case_with_a_decision_or_a_plan_is_not_offered_and_not_moved()
    {
        var (decided, planned) = (await instruments.OnOldVersionAsync("session-4"), await instruments.OnOldVersionAsync("adoption"));
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync(Page);
        await Assertions.Expect(visitor.Page.Locator("li", new() { HasText = "Proef: session-4" })).ToContainTextAsync("Er is al een besluit genomen in de beoordeling");
        await Assertions.Expect(visitor.Page.Locator("li", new() { HasText = "Proef: adoption" })).ToContainTextAsync("Er is al een actieplan");
        var sent = await visitor.PostAsync(
            Page, (Token, await visitor.TokenAsync()), ("verplaats", $"{decided:N}.{Guid.NewGuid():N}"), ("verplaats", $"{planned:N}.{Guid.NewGuid():N}"), ("reden", "Toch."));
        Assert.Contains("is niet verplaatst: er is al een actieplan", await sent.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(await MovesAsync(decided));
        Assert.Empty(await MovesAsync(planned));
    }

    /// <summary>The choice of a case: names may repeat, its mark does not.</summary>
    private static ILocator ChoiceOf(Visitor visitor, Guid caseId) =>
        visitor.Page.Locator(".choice", new() { Has = visitor.Page.Locator($"input[value^='{caseId:N}.']") });

    private async Task<IReadOnlyList<(string?, string?, string?)>> MovesAsync(Guid caseId)
    {
        await using var db = database.Read();
        var records = await db.Trail.Where(row => row.AssessmentId == caseId && row.Event == "case.instrument-moved").ToListAsync();
        return [.. records.Select(row => (row.Before, row.After, row.Reason))];
    }
}
