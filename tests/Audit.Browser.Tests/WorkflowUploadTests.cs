using System.Globalization;
using System.Text;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>A definition that is no good is refused with its reasons, and nothing of it is kept.</summary>
public sealed class WorkflowUploadTests(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    [Theory]
    [InlineData("tekst.txt", "{}", "waarvan de naam eindigt op .json")]
    [InlineData("leeg.json", "", "Het bestand is leeg.")]
    [InlineData("halverwege.json", "{\n  \"definitionId\": \"doorlichting\",\n  \"version\":", "In halverwege.json sta")]
    [InlineData("lijst.json", "[1, 2]", "In lijst.json staat één fout. Er is niets bewaard.")]
    public async Task A_broken_file_is_refused(string name, string content, string says)
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.UploadAsync(name, Encoding.UTF8.GetBytes(content));
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync(says);
        Assert.False(await IsKeptAsync(name));
    }

    [Fact]
    public async Task Problems_are_listed_with_their_lines_and_pasted_text_is_kept()
    {
        var json = new ChangedDefinition(9).With("session-1", "escalateTo", "directeur").With("review", "role", "assessor").Json;
        var line = Array.FindIndex(json.Split('\n'), text => text.Contains("directeur", StringComparison.Ordinal)) + 1;
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.PasteAsync(json);
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Er is niets bewaard.");
        var row = visitor.Page.Locator("tbody tr", new() { HasText = "directeur" });
        Assert.InRange(int.Parse(await row.Locator("th").InnerTextAsync(), CultureInfo.InvariantCulture), line - 5, line);
        Assert.Equal(json, (await visitor.Page.GetByLabel("Of plak de tekst").InputValueAsync()).ReplaceLineEndings("\n"));
        await using var db = database.Read();
        Assert.False(await db.WorkflowDrafts.AnyAsync(draft => draft.Json == json));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.UploadAsync("groot.json", new byte[(1024 * 1024) + 1]);
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("is groter dan 1 MB");
        await visitor.UploadAsync("reusachtig.json", new byte[17 * 1024 * 1024]);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Dit bestand is te groot");
        Assert.False(await IsKeptAsync("groot.json"));
    }

    [Fact]
    public async Task A_file_in_another_encoding_and_two_uploads_at_once_are_refused()
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.UploadAsync("latin.json", [(byte)'{', 0xE9, (byte)'}']);
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Het bestand is geen tekst in UTF-8.");
        await visitor.PasteAsync(" ");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Kies een bestand of plak de tekst.");
        await visitor.Page.GetByLabel("Of plak de tekst").FillAsync("{}");
        await visitor.Page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "x.json", MimeType = "application/json", Buffer = [(byte)'{', (byte)'}'] });
        await visitor.PressAsync("Nakijken");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("niet allebei");
    }

    private async Task<bool> IsKeptAsync(string name)
    {
        await using var db = database.Read();
        return await db.WorkflowDrafts.AnyAsync(draft => draft.FileName == name);
    }
}
