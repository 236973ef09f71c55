using System.Globalization;
using System.Text;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Data.Excel.Authoring;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>An instrument that is no good is refused with its reasons, and nothing of it is kept.</summary>
public sealed class InstrumentAdminUploadTests(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    [Theory]
    [InlineData("tekst.txt", "x", "waarvan de naam eindigt op .yaml, .yml, .json of .xlsx")]
    [InlineData("leeg.yaml", "", "Het bestand is leeg.")]
    [InlineData("halverwege.json", "{\n  \"schema\": \"audit-instrument/1\",\n  \"id\":", "In halverwege.json sta")]
    [InlineData("lijst.yaml", "- 1\n- 2\n", "In lijst.yaml staat één fout. Er is niets bewaard.")]
    [InlineData("werkboek.xlsx", "x", "In werkboek.xlsx sta")]
    public async Task A_broken_file_is_refused(string name, string content, string says)
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync((name, Encoding.UTF8.GetBytes(content)));
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync(says);
        Assert.False(await IsKeptAsync(name));
    }

    [Fact]
    public async Task Every_problem_of_both_files_is_listed_with_its_line()
    {
        var free = ChangedInstrument.Free;
        var json = new ChangedInstrument("9500").With(free[0], "scale", "bestaat-niet").With(free[1], "kind", "gevaar").With(free[2], "weight", -1).Json;
        var measures = ChangedInstrument.MeasuresWith("Titel").Replace("\"effort\": ", "\"effort\": 9", StringComparison.Ordinal);
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(json, measures);
        var rows = visitor.Page.Locator("tbody tr");
        foreach (var (word, line) in new[] { ("bestaat-niet", LineOf(json, "bestaat-niet")), ("gevaar", LineOf(json, "gevaar")), ("-1", LineOf(json, "\"weight\": -1")) })
        {
            await Assertions.Expect(rows.Filter(new() { HasText = word }).Filter(new() { HasText = "vragenset.json" }).First).ToContainTextAsync($"Regel {line}");
        }

        Assert.True(await rows.Filter(new() { HasText = "maatregelen.json" }).CountAsync() > 10);
        Assert.Equal(2, await visitor.Page.Locator(".error-summary a").CountAsync());
        Assert.False(await IsKeptAsync("vragenset.json"));
    }

    [Fact]
    public async Task Measures_for_another_instrument_or_with_unknown_questions_are_refused()
    {
        var removed = ChangedInstrument.Content.Measures.SelectMany(file => file.Value.Measures).SelectMany(measure => measure.Effects).Select(effect => effect.QuestionId).First(ChangedInstrument.Free.Contains);
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(new ChangedInstrument("9500").Without(removed).Json, ChangedInstrument.MeasuresWith("Titel"));
        await Assertions.Expect(visitor.Page.Locator("tbody")).ToContainTextAsync($"Vraag '{removed}' bestaat niet");
        await visitor.SendInstrumentAsync(new ChangedInstrument("9500").Json, ChangedInstrument.MeasuresWith("Titel").Replace("\"instrument\": \"discriminatietoets\"", "\"instrument\": \"iets-anders\"", StringComparison.Ordinal));
        await Assertions.Expect(visitor.Page.Locator("tbody")).ToContainTextAsync("De maatregelen zijn voor instrument 'iets-anders'");
    }

    [Fact]
    public async Task Problems_in_a_workbook_are_listed_with_their_sheet_and_cell()
    {
        using var target = new MemoryStream();
        InstrumentWorkbook.Write(new ChangedInstrument("9500").Template.Root, null, target);
        using var workbook = new XLWorkbook(target);
        var cell = workbook.Worksheet("Vragen").CellsUsed().First(used => used.GetString() == ChangedInstrument.Free[0]);
        cell.Value = ChangedInstrument.Free[1];
        using var changed = new MemoryStream();
        workbook.SaveAs(changed);
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(("werkboek.xlsx", changed.ToArray()));
        await Assertions.Expect(visitor.Page.Locator("tbody tr", new() { HasText = "bestaat al" }).Locator("th")).ToContainTextAsync("Blad Vragen, cel");
        Assert.False(await IsKeptAsync("werkboek.xlsx"));
    }

    [Fact]
    public async Task Files_that_are_too_large_or_in_another_encoding_are_refused()
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.SendInstrumentAsync(("groot.yaml", new byte[(5 * 1024 * 1024) + 1]));
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Het bestand is groter dan 5 MB.");
        await visitor.SendInstrumentAsync(("latin.json", [(byte)'{', 0xE9, (byte)'}']));
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Het bestand is geen tekst in UTF-8.");
        await visitor.SendInstrumentAsync(("reusachtig.yaml", new byte[11 * 1024 * 1024]));
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Dit bestand is te groot");
    }

    private static string LineOf(string text, string part) =>
        (Array.FindIndex(text.Split('\n'), line => line.Contains(part, StringComparison.Ordinal)) + 1).ToString(CultureInfo.InvariantCulture);

    private async Task<bool> IsKeptAsync(string name)
    {
        await using var db = database.Read();
        return await db.InstrumentDrafts.AnyAsync(draft => draft.FileName == name);
    }
}
