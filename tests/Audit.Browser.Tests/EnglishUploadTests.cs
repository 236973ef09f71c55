using System.Text;
using System.Text.RegularExpressions;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Excel.Authoring;
using ClosedXML.Excel;

namespace Audit.Browser.Tests;

/// <summary>A broken file is refused in English for who reads English: nothing on the page is marked as Dutch.</summary>
public sealed class EnglishUploadTests(Installation installation)
{
    [Theory]
    [InlineData("session-1", "escalateTo", "directeur", "Activity 'session-1': 'escalateTo' is 'directeur'; known roles are ")]
    [InlineData("review", "role", "assessor", "Activity 'review': the role 'assessor' fills in itself, and so may not review or adopt")]
    public async Task Workflow_is_refused_in_English(string step, string field, string value, string says)
    {
        await using var visitor = await EnglishAsync("beheerder", UploadPage.Path);
        await SendAsync(visitor, "File", ("workflow.json", Encoding.UTF8.GetBytes(new ChangedDefinition(9).With(step, field, value).Json)));
        await AssertSaysAsync(visitor, "tbody", says);
    }

    [Fact]
    public async Task Question_set_is_refused_in_English()
    {
        var json = new ChangedInstrument("9500").With(ChangedInstrument.Free[0], "scale", "bestaat-niet").With(ChangedInstrument.Free[1], "kind", "gevaar").Json;
        await using var visitor = await EnglishAsync("beheerder", $"{InstrumentPages.Home}/nieuw");
        await SendAsync(visitor, "Question set", ("questions.json", Encoding.UTF8.GetBytes(json)));
        await AssertSaysAsync(visitor, "tbody", "Line ", "Scale 'bestaat-niet' does not exist", "'kind' is \"gevaar\"; expected is one of these words: ");
    }

    [Fact]
    public async Task Workbook_is_refused_in_English()
    {
        using var target = new MemoryStream();
        InstrumentWorkbook.Write(new ChangedInstrument("9500").Template.Root, null, target);
        using var workbook = new XLWorkbook(target);
        workbook.Worksheet("Vragen").CellsUsed().First(used => used.GetString() == ChangedInstrument.Free[0]).Value = ChangedInstrument.Free[1];
        using var changed = new MemoryStream();
        workbook.SaveAs(changed);
        await using var visitor = await EnglishAsync("beheerder", $"{InstrumentPages.Home}/nieuw");
        await SendAsync(visitor, "Question set", ("questions.xlsx", changed.ToArray()));
        await AssertSaysAsync(visitor, "tbody", "Sheet Vragen, cell ", $"Question '{ChangedInstrument.Free[1]}' exists already; every id may occur once");
    }

    [Fact]
    public async Task Answers_are_refused_in_English()
    {
        await using var visitor = await EnglishAsync("begeleider", "/doorlichtingen/uit-bestand");
        await visitor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Broken");
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "answers.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes("schema: audit-answers/1\ntasks: none\n") });
        await visitor.PressAsync("Begin assessment");
        await AssertSaysAsync(visitor, "main section", "Line 2: 'tasks' must be a list, but is a text", "the field 'instrument' is missing in 'the file'");
    }

    private async Task<Visitor> EnglishAsync(string user, string path)
    {
        var visitor = await installation.SignedInAsync(user);
        await visitor.GoAsync(path);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = "audit-taal", Value = "c%3Den-GB%7Cuic%3Den-GB", Url = visitor.Page.Url }]);
        await visitor.Page.ReloadAsync();
        return visitor;
    }

    private static async Task SendAsync(Visitor visitor, string label, (string Name, byte[] Content) file)
    {
        await visitor.Page.GetByLabel(label, new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = file.Name, MimeType = "application/octet-stream", Buffer = file.Content });
        await visitor.PressAsync("Check");
    }

    private static async Task AssertSaysAsync(Visitor visitor, string part, params string[] texts)
    {
        foreach (var text in texts)
        {
            await Assertions.Expect(visitor.Page.Locator(part)).ToContainTextAsync(text);
        }

        await Assertions.Expect(visitor.Page.Locator("main [lang=nl]")).ToHaveCountAsync(0);
        var shown = Regex.Replace(await visitor.Page.Locator(part).InnerTextAsync(), "'[^']*'", string.Empty);
        Assert.DoesNotMatch(@"(?i)\b(regel|het|een|niet|moet|bestaat|verwacht|ontbreekt)\b", shown);
    }
}
