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
        ["effect"] = "effect, closing wrong",
        ["effect-telling-fout"] = "effect, wrong",
        ["voortgang"] = "progress",
        ["vorige-ronde"] = "previous round, all",
        ["trend"] = "trend",
        ["werkboek-inlezen"] = "workbook, hand in, wrong",
        ["werkboek-controle"] = "workbook, preview",
        ["werkboek-verwerkt"] = "workbook, applied",
        ["acties-per-eigenaar"] = "owners of actions",
        ["acties-versturen"] = "send rows, confirm",
        ["werksessie"] = "session with script",
        ["werksessie-fout"] = "session with script, wrong",
        ["werksessie-lezen"] = "session with script, read",
        ["dubbel-rondes"] = "rating, under way",
        ["dubbel-beginnen"] = "rating, begin",
        ["dubbel-beginnen-niet-blind"] = "rating, begin, not blind",
        ["dubbel-kiezen"] = "rating, choose, wrong",
        ["dubbel-ronde"] = "rating, round",
        ["dubbel-beoordelen"] = "rating, part",
        ["dubbel-beoordelen-fout"] = "rating, part, wrong",
        ["dubbel-inleveren"] = "rating, hand in",
        ["dubbel-vergelijking"] = "rating, side by side, team",
        ["dubbel-besluit"] = "rating, decide, wrong",
        ["dubbel-cijfers"] = "rating, figures",
        ["dubbel-suggestie"] = "rating, suggest",
        ["suggesties"] = "suggestions",
        ["suggestie-antwoord"] = "suggestion, wrong",
        ["beoordelingsdossier"] = "review file",
        ["beoordelingsdossier-besloten"] = "review file, decided",
        ["beoordelingspunt-nieuw-fout"] = "review item, new and wrong",
        ["beoordelingspunt"] = "review item, answer wrong",
        ["beoordelen-punten-fout"] = "review with items, wrong",
        ["klasse-auditor"] = "class of the auditor",
        ["ondertekening"] = "signature, signed",
        ["drempelregels"] = "gates",
        ["drempelregel-opheffen"] = "gate, wrong",
        ["drempelregel-opgeheven"] = "gate, lifted",
        ["vaststellen-besloten"] = "adopt, decided",
        ["herstel-vragen"] = "mend, questions sent back",
        ["vragen-teruggestuurd"] = "questions, sent back",
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
