using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests;

/// <summary>Pictures of the main pages for people to look at, written when AUDIT_SCREENSHOTS names a folder.</summary>
public sealed class ScreenshotTests(PageStates states) : IClassFixture<PageStates>
{
    private static readonly Dictionary<string, string> Pictures = new()
    {
        ["doorlichting"] = "hub, under way",
        ["vragen"] = "questions",
        ["vragen-fout"] = "questions, wrong",
        ["resultaat"] = "result, finished",
        ["resultaat-taak"] = "result of a task",
        ["actieplan"] = "plan, overdue",
        ["beoordelen"] = "review",
        ["vaststellen"] = "adopt",
        ["werkstromen"] = "workflows",
        ["werkstroom"] = "workflow",
        ["werkstroom-nieuw-fout"] = "new workflow, wrong",
        ["werkstroom-concept"] = "draft workflow",
        ["werkstroom-verplaatsen"] = "move",
        ["storingen"] = "incidents",
        ["volgen"] = "track",
        ["vragensets"] = "instruments",
        ["vragenset"] = "instrument",
        ["vragenset-nieuw-fout"] = "new instrument, wrong",
        ["vragenset-concept"] = "draft instrument",
        ["vragenset-verplaatsen"] = "move to instrument",
        ["onderzoeksplan"] = "research plan",
        ["onderzoeksvraag"] = "research question",
        ["onderzoeksvraag-fout"] = "research question, wrong",
        ["onderzoeksvoorstellen"] = "research proposals",
        ["werkboek-inlezen"] = "workbook, hand in, wrong",
        ["werkboek-controle"] = "workbook, preview",
        ["werkboek-verwerkt"] = "workbook, applied",
        ["acties-per-eigenaar"] = "owners of actions",
        ["acties-versturen"] = "send rows, confirm",
        ["werksessie"] = "session with script",
        ["werksessie-fout"] = "session with script, wrong",
        ["werksessie-lezen"] = "session with script, read",
    };

    /// <summary>Pages that people take along on paper.</summary>
    private static readonly Dictionary<string, string> Papers = new()
    {
        ["draaiboek"] = "session to print",
        ["onderzoeksplan"] = "research plan",
    };

    [Fact]
    public async Task Pictures_of_the_main_pages_are_written()
    {
        var folder = Environment.GetEnvironmentVariable("AUDIT_SCREENSHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "AUDIT_SCREENSHOTS is not set.");
        foreach (var (file, name) in Pictures)
        {
            await using var visitor = await states.ShowAsync(PageStates.All[name], new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = false });
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"{file}.png"), FullPage = true });
        }

        foreach (var (file, name) in Papers)
        {
            await using var visitor = await states.ShowAsync(PageStates.All[name], Visitor.WithoutScript);
            await visitor.Page.PdfAsync(new() { Path = Path.Combine(folder!, $"{file}.pdf"), PreferCSSPageSize = true });
        }
    }
}
