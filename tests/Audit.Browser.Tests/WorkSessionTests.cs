using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Work sessions with a script: what the coach reads, records and prints.</summary>
public sealed class WorkSessionTests(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Script_guides_the_session_and_everything_recorded_is_kept()
    {
        var id = await MakeAsync();
        await using var coach = await installation.SignedInAsync("begeleider");
        var pages = new CasePages(coach, id);
        await pages.BeginStepAsync(ScriptedInstrument.Name);
        var text = await coach.Page.Locator("main").InnerTextAsync();
        Assert.Contains(ScriptedInstrument.Goal, text, StringComparison.Ordinal);
        Assert.Contains("geen officiële tekst", text, StringComparison.Ordinal);
        Assert.Contains(ScriptedInstrument.Decision, text, StringComparison.Ordinal);
        Assert.Equal(["Waar waren we?", "Kaarten leggen", "Een openbare zaak"], await coach.Page.Locator("h3").AllInnerTextsAsync());

        await FillInAsync(coach.Page, "Besproken.", "We onderzoeken één taak.", "4");
        await coach.Page.GetByLabel(ScriptedInstrument.SecondTick).CheckAsync();
        await coach.PressAsync("Opslaan");
        await pages.SeesAsync("Het verslag is opgeslagen.");
        await HoldsAsync(coach.Page, "Besproken.", "We onderzoeken één taak.", "4");
        Assert.True(await coach.Page.GetByLabel(ScriptedInstrument.SecondTick).IsCheckedAsync());
        Assert.False(await coach.Page.GetByLabel(ScriptedInstrument.FirstTick).IsCheckedAsync());
        var note = await NoteAsync(id);
        Assert.Equal(("""{"assessor":4}""", "[1]"), (note.AttendanceJson, note.ChecklistJson));

        await coach.PressAsync("Stap afronden");
        await pages.SeesAsync($"Stap ‘{ScriptedInstrument.Name}’ is afgerond.");
        await Assertions.Expect(coach.Page.GetByRole(AriaRole.Heading, new() { Name = "Besluiten uit de werksessies" })).ToBeVisibleAsync();
        Assert.Contains("We onderzoeken één taak.", await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("We onderzoeken één taak.", (await TrailAsync(id)).Single().After, StringComparison.Ordinal);
        Assert.Empty(coach.Faults);
    }

    [Fact]
    public async Task Two_people_on_one_record_both_keep_what_they_typed()
    {
        var id = await MakeAsync();
        var path = $"/doorlichtingen/{id}/stap/{(await maker.FirstStepAsync(id))!.StepId}";
        await using var first = await installation.SignedInAsync("begeleider");
        await using var second = await installation.SignedInAsync("begeleider");
        await first.GoAsync(path);
        await second.GoAsync(path);
        await FillInAsync(first.Page, "Van de eerste.", "Besluit van de eerste.", "3");
        await first.Page.GetByLabel(ScriptedInstrument.FirstTick).CheckAsync();
        await first.PressAsync("Opslaan");
        await FillInAsync(second.Page, "Van de tweede.", "Besluit van de tweede.", "5");
        await second.PressAsync("Opslaan");

        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft dit verslag intussen gewijzigd.");
        var theirs = await second.Page.Locator(".utrecht-alert--warning").InnerTextAsync();
        Assert.All(["Van de eerste.", "Besluit van de eerste.", "Teamlid: 3"], part => Assert.Contains(part, theirs, StringComparison.Ordinal));
        await HoldsAsync(second.Page, "Van de tweede.", "Besluit van de tweede.", "5");
        Assert.Equal("Besluit van de eerste.", (await NoteAsync(id)).Decisions);
        await second.PressAsync("Opslaan");
        Assert.Equal("Besluit van de tweede.", (await NoteAsync(id)).Decisions);
    }

    [Fact]
    public async Task Number_that_is_none_is_refused_and_a_colleagues_record_stays_safe()
    {
        var id = await MakeAsync();
        var path = $"/doorlichtingen/{id}/stap/{(await maker.FirstStepAsync(id))!.StepId}";
        await using var first = await installation.SignedInAsync("begeleider");
        await using var second = await installation.SignedInAsync("begeleider");
        await second.GoAsync(path);
        await first.GoAsync(path);
        await FillInAsync(first.Page, "Van de eerste.", string.Empty, "3");
        await first.PressAsync("Opslaan");

        await FillInAsync(second.Page, "Van de tweede.", string.Empty, "-1");
        await second.PressAsync("Opslaan");
        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("Teamlid: vul een heel getal in");
        await HoldsAsync(second.Page, "Van de tweede.", string.Empty, "-1");
        await second.Page.GetByLabel("Teamlid", new() { Exact = true }).FillAsync("2");
        await second.PressAsync("Opslaan");
        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft dit verslag intussen gewijzigd.");
        Assert.Equal("Van de eerste.", (await NoteAsync(id)).Text);
    }

    [Fact]
    public async Task Script_prints_with_what_was_recorded_and_without_navigation()
    {
        var id = await MakeAsync();
        var path = $"/doorlichtingen/{id}/stap/{(await maker.FirstStepAsync(id))!.StepId}";
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync(path);
        await FillInAsync(coach.Page, "Besproken.", "We onderzoeken één taak.", "4");
        await coach.Page.GetByLabel(ScriptedInstrument.SecondTick).CheckAsync();
        await coach.PressAsync("Opslaan");
        await coach.FollowAsync("Draaiboek en verslag om af te drukken");
        await coach.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var main = await coach.Page.Locator("main").InnerTextAsync();
        Assert.All(
            [ScriptedInstrument.Goal, "Kaarten leggen", "We onderzoeken één taak.", "Besproken.", $"Geregeld: {ScriptedInstrument.SecondTick}", $"Nog niet: {ScriptedInstrument.FirstTick}"],
            part => Assert.Contains(part, main.ReplaceLineEndings(" "), StringComparison.Ordinal));
        Assert.Equal("4", await coach.Page.Locator("tr", new() { HasText = "Teamlid" }).Locator("td").InnerTextAsync());
        Assert.All(await coach.Page.Locator("nav, .site-footer, button").AllAsync(), part => Assert.False(part.IsVisibleAsync().GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Who_does_not_hold_the_session_reads_along()
    {
        var id = await MakeAsync();
        var step = (await maker.FirstStepAsync(id))!.StepId;
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/stap/{step}");
        Assert.Contains(ScriptedInstrument.Goal, await auditor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await auditor.Page.Locator("main input:not([type=hidden]), main textarea").CountAsync());
        await auditor.GoAsync($"/doorlichtingen/{id}/stap/{step}/afdrukken");
    }

    [Fact]
    public async Task Step_without_a_script_keeps_its_page_and_has_nothing_to_print()
    {
        var id = await maker.MakeAsync("start", ScriptedInstrument.Make());
        var path = $"/doorlichtingen/{id}/stap/{(await maker.FirstStepAsync(id))!.StepId}";
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync(path);
        Assert.Equal(0, await coach.Page.GetByLabel("Besluiten").CountAsync());
        await coach.GoAsync($"{path}/afdrukken", 404);
    }

    private Task<Guid> MakeAsync() => maker.MakeAsync(ScriptedInstrument.Session, ScriptedInstrument.Make());

    private static async Task FillInAsync(IPage page, string notes, string decisions, string members)
    {
        await page.GetByLabel("Notities").FillAsync(notes);
        await page.GetByLabel("Besluiten").FillAsync(decisions);
        await page.GetByLabel("Teamlid", new() { Exact = true }).FillAsync(members);
    }

    private static async Task HoldsAsync(IPage page, string notes, string decisions, string members)
    {
        Assert.Equal(notes, await page.GetByLabel("Notities").InputValueAsync());
        Assert.Equal(decisions, await page.GetByLabel("Besluiten").InputValueAsync());
        Assert.Equal(members, await page.GetByLabel("Teamlid", new() { Exact = true }).InputValueAsync());
    }

    private async Task<StepNoteRow> NoteAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.StepNotes.SingleAsync(row => row.AssessmentId == id && row.StepKey == ScriptedInstrument.Session);
    }

    private async Task<List<TrailRow>> TrailAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.Trail.Where(row => row.AssessmentId == id && row.Event == "notes.saved").ToListAsync();
    }
}
