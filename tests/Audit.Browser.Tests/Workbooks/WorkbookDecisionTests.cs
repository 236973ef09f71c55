using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Workbooks;

/// <summary>Applying and undoing: all or nothing, once, and never over what somebody else did meanwhile.</summary>
public sealed class WorkbookDecisionTests(Installation installation)
{
    private const string Undo = "Inlezen ongedaan maken";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly WorkbookMaker maker = new(installation);

    [Fact]
    public async Task Workbook_that_is_sent_twice_at_once_is_applied_once()
    {
        var id = await maker.WithConflictsAsync();
        var import = await maker.NewestAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        await new WorkbookPages(manager, id).OpenAsync(import);
        (string, string)[] form = [(WorkbookPages.Token, await manager.TokenAsync()), ("gezien", await ValueAsync(manager, "gezien"))];
        var path = $"{WorkbookPages.Uploads(id)}/{import}?handler=verwerken";
        var answers = await Task.WhenAll(manager.PostAsync(path, form), manager.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single(await maker.TrailAsync(id, "workbook.applied"));
        Assert.Single(await maker.TrailAsync(id, "action.changed"));
        Assert.Equal(302, (await manager.PostAsync(path, form)).Status);
        await manager.GoAsync($"{WorkbookPages.Uploads(id)}/{import}");
        Assert.Equal("Over dit werkboek is al beslist: verwerkt.", await manager.MessageAsync());
    }

    [Fact]
    public async Task Plan_that_changed_since_the_preview_is_shown_again_with_the_choices_kept()
    {
        var id = await maker.WithConflictsAsync();
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.OpenAsync(await maker.NewestAsync(id));
        await pages.Conflicts.Nth(3).Locator("input[value=bestand]").CheckAsync();
        await manager.Page.Locator("input[name=toevoegen]").First.UncheckAsync();
        await maker.ChangeAsync(id, 0, row => row.Remark = "Van een collega, net op tijd");
        await manager.PressAsync("Verwerken");
        await Assertions.Expect(manager.Page.Locator(".error-summary")).ToContainTextAsync("Het actieplan is intussen gewijzigd.");
        Assert.Equal(11, await pages.Conflicts.CountAsync());
        Assert.True(await pages.Conflicts.Filter(new() { HasText = "Afdeling van rij 2" }).Locator("input[value=bestand]").IsCheckedAsync());
        Assert.False(await manager.Page.Locator("input[name=toevoegen]").First.IsCheckedAsync());
        Assert.Empty(await maker.TrailAsync(id, "action.changed"));
        await manager.PressAsync("Verwerken");
        Assert.Equal("Het werkboek is verwerkt: 1 cel gewijzigd.", await manager.MessageAsync());
        Assert.Equal("Van een collega, net op tijd", (await maker.RowsAsync(id))[0].Remark);
    }

    [Fact]
    public async Task Undo_puts_every_value_back_and_takes_what_was_added_away()
    {
        var id = await maker.CaseAsync();
        var before = await maker.RowsAsync(id);
        var import = await maker.HandInAsync(id, WorkbookMaker.Edited(await maker.ExportAsync(id), book =>
        {
            book.Cell(2, "Voortgang").SetValue(2.0 / 3);
            book.Cell(2, "Doel").SetValue("  een ander doel ");
            book.Cell(3, "Start").SetValue(new DateTime(2026, 12, 1));
            book.AddRow("Nieuw en straks weer weg");
        }));
        await maker.ApplyAsync(id, import);
        Assert.Equal(before.Count + 1, (await maker.RowsAsync(id)).Count);
        await using var coach = await installation.SignedInAsync("begeleider");
        await new WorkbookPages(coach, id).OpenAsync(import);
        await coach.PressAsync(Undo);
        Assert.Equal("Het inlezen is ongedaan gemaakt. De waarden van ervoor staan er weer.", await coach.MessageAsync());
        Assert.Equal(before.Select(Values), (await maker.RowsAsync(id)).Select(Values));
        Assert.Equal(0, await coach.Page.GetByRole(AriaRole.Button, new() { Name = Undo }).CountAsync());
        Assert.Equal("Nieuw en straks weer weg", Assert.Single(await maker.TrailAsync(id, "action.removed")).Before);
        Assert.Equal(3, (await maker.TrailAsync(id, "action.changed")).Count(record => record.Reason!.EndsWith("ongedaan gemaakt", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Undo_is_refused_as_a_whole_and_names_the_cells_that_were_changed_since()
    {
        var id = await maker.AppliedAsync();
        await maker.ChangeAsync(id, 0, row => row.Goal = "Van een collega");
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.OpenAsync(await maker.NewestAsync(id));
        await manager.PressAsync(Undo);
        var rows = await maker.RowsAsync(id);
        await Assertions.Expect(manager.Page.Locator(".error-summary")).ToContainTextAsync($"Actie 1 ‘{rows[0].Title}’, kolom Doel, is na het inlezen nog gewijzigd.");
        Assert.Equal(("Van een collega", "Nieuwe actie uit het bestand"), (rows[0].Goal, rows[^1].Title));
        Assert.Equal(WorkbookImportStatus.Applied, (await maker.ImportAsync(pages.Shown)).Status);
    }

    [Fact]
    public async Task Undo_is_refused_when_something_was_noted_about_an_action_that_was_added()
    {
        var id = await maker.AppliedAsync();
        var added = (await maker.RowsAsync(id))[^1];
        await database.WriteAsync(async db =>
        {
            db.ActionNotes.Add(new ActionNoteRow { Id = Guid.CreateVersion7(), ActionId = added.Id, Kind = ActionNoteKind.Note, Text = "Besproken.", AtUtc = DateTime.UtcNow });
            await Task.CompletedTask;
        });
        await using var manager = await installation.SignedInAsync("manager");
        await new WorkbookPages(manager, id).OpenAsync(await maker.NewestAsync(id));
        await manager.PressAsync(Undo);
        await Assertions.Expect(manager.Page.Locator(".error-summary")).ToContainTextAsync("is toegevoegd met dit werkboek, en er is daarna iets bij vastgelegd.");
        Assert.Equal("Doel uit het bestand", (await maker.RowsAsync(id))[0].Goal);
    }

    [Fact]
    public async Task Same_file_after_the_undo_offers_the_same_again()
    {
        var id = await maker.CaseAsync();
        var added = (await maker.RowsAsync(id)).Count + 1;
        var file = WorkbookMaker.Edited(await maker.ExportAsync(id), book =>
        {
            book.Cell(2, "Doel").SetValue("Doel uit het bestand");
            book.AddRow("Nieuwe actie uit het bestand");
        });
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.UploadAsync(file);
        await manager.PressAsync("Verwerken");
        await pages.UploadAsync(file);
        await pages.SeesAsync("0 wijzigingen, 0 conflicten, 1 nieuwe actie");
        await pages.SeesAsync($"Lijkt op: actie {added} ‘Nieuwe actie uit het bestand’");
        await manager.PressAsync("Wegleggen");
        await manager.GoAsync(WorkbookPages.Uploads(id));
        Assert.Equal(["Weggelegd", "Verwerkt"], await manager.Page.Locator("tbody .utrecht-status-badge").AllInnerTextsAsync());
        await manager.PressAsync(manager.Page.Locator("tbody a").Last);
        await manager.PressAsync(Undo);
        await pages.UploadAsync(file);
        await pages.SeesAsync("1 wijziging, 0 conflicten, 1 nieuwe actie");
        await manager.PressAsync("Verwerken");
        Assert.Equal("Het werkboek is verwerkt: 1 cel gewijzigd, 1 actie toegevoegd.", await manager.MessageAsync());
    }

    [Fact]
    public async Task Two_people_with_a_workbook_each_do_not_overwrite_each_other()
    {
        var id = await maker.CaseAsync();
        await using var manager = await installation.SignedInAsync("manager");
        await using var coach = await installation.SignedInAsync("begeleider");
        var (one, other) = (new WorkbookPages(manager, id), new WorkbookPages(coach, id));
        var (mine, theirs) = (await one.DownloadAsync(), await other.DownloadAsync());
        await Task.WhenAll(
            one.UploadAsync(WorkbookMaker.Edited(mine, book => book.Cell(2, "Doel").SetValue("Van de manager"))),
            other.UploadAsync(WorkbookMaker.Edited(theirs, book =>
            {
                book.Cell(2, "Doel").SetValue("Van de begeleider");
                book.Cell(3, "Doel").SetValue("Ook van de begeleider");
            })));
        await manager.PressAsync("Verwerken");
        await coach.PressAsync("Verwerken");
        await Assertions.Expect(coach.Page.Locator(".error-summary")).ToContainTextAsync("Het actieplan is intussen gewijzigd.");
        await coach.PressAsync("Verwerken");
        var rows = await maker.RowsAsync(id);
        Assert.Equal(("Van de manager", "Ook van de begeleider"), (rows[0].Goal, rows[1].Goal));
    }

    [Fact]
    public async Task Auditor_reads_a_workbook_and_cannot_decide_about_it()
    {
        var id = await maker.WithConflictsAsync();
        var import = await maker.NewestAsync(id);
        await using var auditor = await installation.SignedInAsync("auditor");
        var pages = new WorkbookPages(auditor, id);
        await pages.OpenAsync(import);
        Assert.Equal(0, await auditor.Page.Locator("main button:visible").CountAsync());
        var token = await auditor.TokenAsync();
        foreach (var handler in new[] { "verwerken", "wegleggen", "terugdraaien" })
        {
            var answer = await auditor.PostAsync(
                $"{WorkbookPages.Uploads(id)}/{import}?handler={handler}", (WorkbookPages.Token, token), ("gezien", await ValueAsync(auditor, "gezien")));
            Assert.Contains("Alleen de manager of de begeleider van deze doorlichting kan dit.", await answer.TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(WorkbookImportStatus.Previewed, (await maker.ImportAsync(import)).Status);
        await auditor.GoAsync($"{WorkbookPages.Owners(id)}/{await maker.OwnerAsync(id)}", 404);
        await auditor.GoAsync($"{WorkbookPages.Owners(id)}/{await maker.OwnerAsync(id)}/versturen", 404);
    }

    private static Task<string> ValueAsync(Visitor visitor, string field) => visitor.Page.Locator($"input[name={field}]").First.InputValueAsync();

    private static (Guid, string, string?, double, DateOnly?, int, int) Values(PlannedMeasureRow row) =>
        (row.Id, row.Goal, row.Title, row.Progress, row.StartDate, row.Status, row.Position);
}
