using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;

namespace Audit.Browser.Tests.Workbooks;

/// <summary>A workbook goes out, comes back and is looked at before anything changes.</summary>
public sealed class WorkbookPreviewTests(Installation installation)
{
    private readonly WorkbookMaker maker = new(installation);

    [Fact]
    public async Task Workbook_that_comes_back_changes_exactly_what_was_edited()
    {
        var id = await maker.CaseAsync();
        var before = await maker.RowsAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        var file = WorkbookMaker.Edited(await pages.DownloadAsync(), book =>
        {
            book.Cell(2, "Status").SetValue("loopt");
            book.Cell(2, "Voortgang").SetValue(0.35);
            book.Cell(3, "Streefdatum").SetValue(new DateTime(2027, 12, 31));
            book.Cell(3, "Opmerking").SetValue("één 👩‍👧\n=1+1");
        });
        await pages.UploadAsync(file);
        await pages.SeesAsync("4 wijzigingen, 0 conflicten, 0 nieuwe acties, 0 geweigerd, 0 niet in het bestand, 0 opmerkingen.");
        Assert.Equal(
            ["Status: gepland → loopt", "Voortgang %: 0% → 35%", $"Streefdatum: {before[1].DueDate:dd-MM-yyyy} → 31-12-2027", "Opmerking: (leeg) → één 👩‍👧 =1+1"],
            await pages.ChangesAsync());
        Assert.Equal(before.Select(row => row.Version), (await maker.RowsAsync(id)).Select(row => row.Version));

        var import = pages.Shown;
        await manager.PressAsync("Verwerken");
        Assert.Equal("Het werkboek is verwerkt: 4 cellen gewijzigd.", await manager.MessageAsync());
        var after = await maker.RowsAsync(id);
        Assert.Equal(((int)ActionStatus.Running, 0.35), (after[0].Status, after[0].Progress));
        Assert.Equal((new DateOnly(2027, 12, 31), "één 👩‍👧\n=1+1"), (after[1].DueDate, after[1].Remark));
        Assert.Equal(before.Skip(2).Select(row => row.Version), after.Skip(2).Select(row => row.Version));

        var exportId = (await maker.ImportAsync(import)).ExportId;
        var cells = await maker.TrailAsync(id, "action.changed");
        Assert.Equal(4, cells.Count);
        Assert.All(cells, record => Assert.Equal($"werkboek {exportId:D}", record.Reason));
        Assert.Contains(cells, record => (record.Subject, record.Before, record.After) == ($"{after[0].Id:D}/Voortgang", "0", "0.35"));
        Assert.Empty(manager.Faults);
    }

    [Fact]
    public async Task Every_download_is_an_export_of_its_own_with_its_base_and_its_trail()
    {
        var id = await maker.CaseAsync();
        await using var auditor = await installation.SignedInAsync("auditor");
        var pages = new WorkbookPages(auditor, id);
        await pages.DownloadAsync();
        await pages.DownloadAsync();
        var trail = await maker.TrailAsync(id, "workbook.exported");
        Assert.Equal(2, trail.Select(record => record.Subject).Distinct().Count());
        Assert.All(trail, record => Assert.Equal($"{maker.RowsAsync(id).Result.Count} acties, het hele plan", record.After));
    }

    [Fact]
    public async Task Cell_that_both_changed_is_chosen_by_hand_and_follows_the_database_by_default()
    {
        var id = await maker.CaseAsync();
        var file = await maker.ConflictingAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.UploadAsync(file);
        await pages.SeesAsync("1 wijziging, 10 conflicten, 2 nieuwe acties, 1 geweigerd");
        Assert.Equal(10, await pages.Conflicts.CountAsync());
        Assert.Equal(10, await pages.Conflicts.Locator("input[value=database]:checked").CountAsync());
        await pages.Conflicts.Nth(0).Locator("input[value=bestand]").CheckAsync();
        await manager.PressAsync("Verwerken");
        Assert.Equal("Het werkboek is verwerkt: 2 cellen gewijzigd, 1 actie toegevoegd.", await manager.MessageAsync());
        var rows = await maker.RowsAsync(id);
        Assert.Equal(("Uit het bestand: Doel van rij 2", "Van een collega: de eigenaar"), (rows[0].Goal, rows[0].Accountable));
        Assert.Equal("Van een collega: het doel", rows[1].Goal);
        Assert.Equal("Nieuwe actie uit het bestand", rows[^1].Title);
        Assert.Single(await maker.TrailAsync(id, "action.added"), record => record.Subject.EndsWith("/Maatregel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_conflicts_are_chosen_with_one_button_and_nothing_else_is_lost_by_it()
    {
        var id = await maker.WithConflictsAsync();
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.OpenAsync(await maker.NewestAsync(id));
        var duplicate = manager.Page.Locator("input[name=toevoegen]").Nth(1);
        Assert.False(await duplicate.IsCheckedAsync());
        await duplicate.CheckAsync();
        await manager.PressAsync("alles uit bestand");
        Assert.Equal(10, await pages.Conflicts.Locator("input[value=bestand]:checked").CountAsync());
        Assert.True(await manager.Page.Locator("input[name=toevoegen]").Nth(1).IsCheckedAsync());
        await manager.PressAsync("alles uit database");
        Assert.Equal(10, await pages.Conflicts.Locator("input[value=database]:checked").CountAsync());
        await manager.PressAsync("alles uit bestand");
        await manager.PressAsync("Verwerken");
        Assert.Equal("Het werkboek is verwerkt: 11 cellen gewijzigd, 2 acties toegevoegd.", await manager.MessageAsync());
        Assert.Equal("Uit het bestand: Indicator van rij 3", (await maker.RowsAsync(id))[1].Indicator);
    }

    [Fact]
    public async Task Closing_before_the_effect_was_measured_is_refused_with_its_place()
    {
        var id = await maker.WithConflictsAsync();
        await using var manager = await installation.SignedInAsync("manager");
        await new WorkbookPages(manager, id).OpenAsync(await maker.NewestAsync(id));
        var cells = await manager.Page.Locator("table:has(#geweigerd) tbody tr").First.Locator("th, td").AllInnerTextsAsync();
        Assert.Equal(["Acties", "3", "Status"], cells.Take(3));
        Assert.StartsWith("Meet eerst het effect", cells[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_action_that_is_closed_at_once_is_refused_as_a_whole()
    {
        var id = await maker.CaseAsync();
        var file = WorkbookMaker.Edited(await maker.ExportAsync(id), book =>
        {
            book.AddRow("Nieuw en meteen klaar");
            book.Worksheet("Acties").LastRowUsed().Cell(Data.Excel.ActionColumns.NumberOf("Status")).SetValue("afgesloten");
        });
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.UploadAsync(file);
        await pages.SeesAsync("0 nieuwe acties, 1 geweigerd");
        await pages.SeesAsync("De nieuwe actie is niet toegevoegd.");
    }

    [Fact]
    public async Task Deleted_rows_extra_columns_and_wrong_cells_are_told_and_change_nothing()
    {
        var id = await maker.CaseAsync();
        var rows = await maker.RowsAsync(id);
        var file = WorkbookMaker.Edited(await maker.ExportAsync(id), book =>
        {
            book.Cell(2, "Voortgang").SetValue("bijna klaar");
            book.Cell(2, "Doel").FormulaA1 = "1+1";
            book.Worksheet("Acties").Cell(1, 30).SetValue("Onze kolom");
            book.Worksheet("Acties").Row(3).Delete();
        });
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        await pages.UploadAsync(file);
        await pages.SeesAsync("0 wijzigingen, 0 conflicten, 0 nieuwe acties, 2 geweigerd, 1 niet in het bestand, 1 opmerking.");
        await pages.SeesAsync($"2. {rows[1].Title}");
        await pages.SeesAsync("blijft ongewijzigd");
        await pages.SeesAsync("kolom Onze kolom: deze kolom hoort niet bij het actieplan");
        await pages.SeesAsync("Hier staat een formule.");
        Assert.Equal(0, await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Verwerken" }).CountAsync());
        await manager.PressAsync("Wegleggen");
        Assert.Equal("Het werkboek is weggelegd. Er is niets gewijzigd.", await manager.MessageAsync());
        Assert.Empty((await maker.ImportAsync(pages.Shown)).ContentJson);
        Assert.Equal(rows.Select(row => row.Version), (await maker.RowsAsync(id)).Select(row => row.Version));
    }

    [Fact]
    public async Task Ten_conflicts_fit_on_one_screen()
    {
        var id = await maker.WithConflictsAsync();
        await using var manager = await installation.SignedInAsync("manager", new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 900 } });
        var pages = new WorkbookPages(manager, id);
        await pages.OpenAsync(await maker.NewestAsync(id));
        Assert.Equal(10, await pages.Conflicts.CountAsync());
        var first = (await pages.Conflicts.First.BoundingBoxAsync())!;
        var last = (await pages.Conflicts.Last.BoundingBoxAsync())!;
        Assert.True(first.Y >= 0 && last.Y + last.Height <= 900, $"the last conflict ends at {last.Y + last.Height}");
        Assert.True(last.X + last.Width <= 1280, $"the table ends at {last.X + last.Width}");
    }
}
