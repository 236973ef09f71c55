using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Journeys;

/// <summary>What each role comes for, from the start page on: in both languages, with and without script, on a wide screen and on a narrow one.</summary>
/// <remarks>With AUDIT_TEST_LONG every combination; otherwise one per role, in turn Dutch without script on a narrow screen and English with script on a wide one.</remarks>
public sealed class RoleJourneyTests(Installation installation)
{
    private const string Task = "controle-uitwonendenbeurs";

    private static readonly Dictionary<string, Func<RoleJourneyTests, Visitor, Task>> Journeys = new()
    {
        ["teamlid"] = (tests, visitor) => tests.AnswerAsync(visitor),
        ["begeleider"] = (tests, visitor) => tests.AssignAsync(visitor),
        ["auditor"] = (tests, visitor) => tests.FindAsync(visitor),
        ["manager"] = (_, visitor) => FollowAsync(visitor),
        ["opdrachtgever"] = (tests, visitor) => tests.AdoptAsync(visitor),
        ["beheerder"] = (_, visitor) => AdministerAsync(visitor),
        ["coordinator"] = (_, visitor) => LookAroundAsync(visitor),
        ["jurist"] = (tests, visitor) => tests.LiftAsync(visitor),
    };

    private readonly CaseMaker maker = new(installation);

    public static TheoryData<string, string, bool, int> Combinations
    {
        get
        {
            var all = from role in Journeys.Keys
                      from language in new[] { "nl", "en" }
                      from script in new[] { false, true }
                      from width in new[] { 1280, 320 }
                      select (role, language, script, width);
            var data = new TheoryData<string, string, bool, int>();
            foreach (var (role, language, script, width) in all)
            {
                if (Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") is { Length: > 0 } || (language, script, width) == (Journeys.Keys.ToList().IndexOf(role) % 2 == 0 ? ("nl", false, 320) : ("en", true, 1280)))
                {
                    data.Add(role, language, script, width);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Role_reaches_what_it_comes_for(string role, string language, bool script, int width)
    {
        await using var visitor = await installation.SignedInAsync(role, new() { JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 800 } });
        if (language == "en")
        {
            await visitor.GoAsync("/taal");
            await visitor.PressAsync(visitor.Page.Locator("main button[value=en]"));
        }

        await visitor.GoAsync("/");
        await Journeys[role](this, visitor);
        Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(visitor.Faults);
        if (script)
        {
            Assert.Empty(await Accessibility.ViolationsAsync(visitor.Page));
            Assert.Equal(width, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    private async Task AnswerAsync(Visitor visitor)
    {
        var id = await maker.MakeAsync("regulation");
        await visitor.GoAsync($"/doorlichtingen/{id}");
        await visitor.PressAsync(visitor.Page.Locator("a.task-list__link[href*='/vragen/']").First);
        await visitor.PressAsync(visitor.Page.Locator(".question__talk a").First);
        await visitor.Page.Locator("input[type=radio][value=unknown]").CheckAsync();
        await visitor.Page.Locator("textarea[name$=-toelichting]").FillAsync("Zie het handboek.");
        await visitor.PressAsync(visitor.Page.Locator("button[name=actie][value=volgende]"));
        await visitor.GoAsync($"/doorlichtingen/{id}/nakijken/{Task}/regulation");
        await Assertions.Expect(visitor.Page.GetByText("Zie het handboek.").First).ToBeVisibleAsync();
    }

    private async Task AssignAsync(Visitor visitor)
    {
        var id = await maker.MakeAsync("regulation");
        await visitor.GoAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation/R12");
        await visitor.Page.Locator("#wie").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await visitor.PressAsync(visitor.Page.Locator("form:has(#wie) button"));
        await Assertions.Expect(visitor.Page.Locator("[role=status]").First).ToBeVisibleAsync();
        await visitor.GoAsync($"/doorlichtingen/{id}/team");
        await visitor.GoAsync($"/doorlichtingen/{id}/activiteit");
        await Assertions.Expect(visitor.Page.GetByText("R12").First).ToBeVisibleAsync();
    }

    private async Task FindAsync(Visitor visitor)
    {
        var id = await maker.MakeAsync("review");
        await visitor.GoAsync($"/doorlichtingen/{id}");
        await visitor.PressAsync(visitor.Page.Locator("a.task-list__link[href*='/beoordelen/']").First);
        await visitor.PressAsync(visitor.Page.Locator("input[name=inzending] ~ * button, form:has(input[name=inzending]) button").First);
        await Assertions.Expect(visitor.Page.Locator(".error-summary, [role=status]").First).ToBeVisibleAsync();
    }

    private static async Task FollowAsync(Visitor visitor)
    {
        await visitor.GoAsync("/mijn-acties");
        await visitor.PressAsync(visitor.Page.Locator("main a[href*='/actieplan/actie/']").First);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
    }

    private async Task AdoptAsync(Visitor visitor)
    {
        var id = await maker.MakeAsync("adoption");
        await visitor.GoAsync($"/doorlichtingen/{id}");
        await visitor.PressAsync(visitor.Page.Locator("a.task-list__link[href*='/vaststellen/']").First);
        await Assertions.Expect(visitor.Page.Locator("main form button").First).ToBeVisibleAsync();
        await visitor.GoAsync($"/doorlichtingen/{id}/resultaat");
        await Assertions.Expect(visitor.Page.Locator("svg").First).ToBeVisibleAsync();
    }

    private static async Task AdministerAsync(Visitor visitor)
    {
        await visitor.PressAsync(visitor.Page.Locator("nav a[href='/beheer/werkstromen']").First);
        await visitor.PressAsync(visitor.Page.Locator("main a[href*='/beheer/werkstromen/doorlichting']").First);
        await visitor.GoAsync("/beheer/vragensets");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
    }

    private static async Task LookAroundAsync(Visitor visitor)
    {
        await visitor.PressAsync(visitor.Page.Locator("nav a[href='/hulp']").First);
        await visitor.PressAsync(visitor.Page.Locator("main a[href^='/hulp/voorbeeld']").First);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
    }

    private async Task LiftAsync(Visitor visitor)
    {
        var id = await maker.MakeAsync("adoption");
        await visitor.GoAsync($"/doorlichtingen/{id}/drempelregels");
        await visitor.PressAsync(visitor.Page.Locator("main a[href*='/drempelregels/']").First);
        await Assertions.Expect(visitor.Page.Locator("main form").First).ToBeVisibleAsync();
    }
}
