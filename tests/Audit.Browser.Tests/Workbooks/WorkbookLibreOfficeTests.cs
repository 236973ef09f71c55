using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Data.Excel;
using ClosedXML.Excel;

namespace Audit.Browser.Tests.Workbooks;

/// <summary>The whole way with another program: downloaded, edited and saved by LibreOffice, handed in, applied.</summary>
public sealed class WorkbookLibreOfficeTests(Installation installation)
{
    private readonly WorkbookMaker maker = new(installation);

    [Fact]
    public async Task Workbook_edited_by_LibreOffice_brings_exactly_its_edits_into_the_database()
    {
        Assert.SkipUnless(LibreOffice.IsThere, LibreOffice.Missing);
        var id = await maker.CaseAsync();
        var before = await maker.RowsAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new WorkbookPages(manager, id);
        var file = await LibreOffice.EditAsync(
            await pages.DownloadAsync(),
            "sheet = doc.Sheets.getByName(\"Acties\")",
            $"sheet.getCellRangeByName(\"{At("Doel", 2)}\").String = \"één \" & Chr(10) & \"=twee & <drie>\"",
            $"sheet.getCellRangeByName(\"{At("Streefdatum", 2)}\").Value = DateSerial(2027, 12, 31)",
            $"sheet.getCellRangeByName(\"{At("Voortgang", 3)}\").Value = 0.25",
            $"sheet.getCellRangeByName(\"{At("Status", 3)}\").String = \"wacht\"",
            $"sheet.getCellRangeByName(\"{At("Effectmeting", 4)}\").Value = 12.5",
            $"sheet.getCellRangeByName(\"{At("Voortgang", 4)}\").Formula = \"=1/4\"",
            "sheet.Columns.getByName(\"C\").IsVisible = False",
            "sheet.Name = \"Ons plan\"");
        await pages.UploadAsync(file);
        await pages.SeesAsync("5 wijzigingen, 0 conflicten, 0 nieuwe acties, 1 geweigerd, 0 niet in het bestand, 0 opmerkingen.");
        await Assertions.Expect(manager.Page.Locator("table:has(#geweigerd) tbody tr")).ToContainTextAsync("Hier staat een formule.");
        await manager.PressAsync("Verwerken");
        Assert.Equal("Het werkboek is verwerkt: 5 cellen gewijzigd.", await manager.MessageAsync());
        var after = await maker.RowsAsync(id);
        Assert.Equal(("één \n=twee & <drie>", new DateOnly(2027, 12, 31)), (after[0].Goal, after[0].DueDate));
        Assert.Equal((0.25, (int)ActionStatus.Waiting), (after[1].Progress, after[1].Status));
        Assert.Equal(("12,5", before[2].Progress), (after[2].MeasuredEffect, after[2].Progress));
        Assert.Equal(before.Skip(3).Select(row => row.Version), after.Skip(3).Select(row => row.Version));
        Assert.Equal(5, (await maker.TrailAsync(id, "action.changed")).Count);
    }

    private static string At(string column, int row) => $"{XLHelper.GetColumnLetterFromNumber(ActionColumns.NumberOf(column))}{row}";
}
