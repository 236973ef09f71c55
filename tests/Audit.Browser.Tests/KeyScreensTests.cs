namespace Audit.Browser.Tests;

/// <summary>Ten key screens as they stand in docs/screens, written by eng/screenshots.</summary>
public sealed class KeyScreensTests(PageStates states) : IClassFixture<PageStates>
{
    private static readonly Dictionary<string, string> Screens = new()
    {
        ["01-start"] = "start, team",
        ["02-doorlichting"] = "hub, under way",
        ["03-vraag"] = "question",
        ["04-nakijken"] = "answers, check",
        ["05-resultaat"] = "result, finished",
        ["06-waarom-deze-score"] = "result of a task",
        ["07-beoordelingsdossier"] = "review file",
        ["08-actieplan"] = "plan, overdue",
        ["09-acties"] = "actions",
        ["10-hulp"] = "help",
    };

    [Fact]
    public async Task Key_screens_are_written()
    {
        var folder = Environment.GetEnvironmentVariable("AUDIT_DOCS_SCREENS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "AUDIT_DOCS_SCREENS is not set.");
        foreach (var (file, name) in Screens)
        {
            await using var visitor = await states.ShowAsync(PageStates.All[name], new() { ViewportSize = new() { Width = 1280, Height = 1000 }, JavaScriptEnabled = false });
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"{file}.png") });
        }
    }
}
