using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests;

/// <summary>What holds for every page in every state.</summary>
public sealed class PageTests(PageStates states) : IClassFixture<PageStates>
{
    private const int Narrow = 320;

    /// <summary>Wide, with scripts for the checks themselves: the pages have none.</summary>
    private static readonly BrowserNewContextOptions Wide = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    public static TheoryData<string> Names => new(PageStates.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_is_sound(string name)
    {
        var state = PageStates.All[name];
        await using var visitor = await states.ShowAsync(state, new(Wide));
        var page = visitor.Page;
        Assert.Equal("nl", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(state.Spoil is null ? 0 : 1, await page.Locator(".error-summary").CountAsync());
        Assert.Equal(state.Spoil is not null, (await page.TitleAsync()).StartsWith("Fout: ", StringComparison.Ordinal));
        foreach (var link in await page.Locator(".error-summary a").AllAsync())
        {
            Assert.Equal(1, await page.Locator($"[id='{(await link.GetAttributeAsync("href"))![1..]}']").CountAsync());
        }

        await CheckWarningsAsync(page, state);

        // A page that is missing is itself reported on the console.
        Assert.Empty(state.Status == 200 ? visitor.Faults : visitor.Faults.Where(fault => !fault.Contains("404", StringComparison.Ordinal)));

        await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.SetViewportSizeAsync(Narrow, 800);
        Assert.Equal(Narrow, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("result, finished")]
    [InlineData("questions, wrong")]
    [InlineData("plan, overdue")]
    public async Task Narrow_page_has_no_accessibility_fault(string name)
    {
        await using var visitor = await states.ShowAsync(PageStates.All[name], new(Wide) { ViewportSize = new() { Width = Narrow, Height = 800 } });
        Assert.Empty(await Accessibility.ViolationsAsync(visitor.Page));
    }

    [Fact]
    public async Task Accessibility_check_finds_a_fault_that_is_put_in()
    {
        await using var visitor = await states.ShowAsync(PageStates.All["list"], new(Wide));
        await visitor.Page.EvaluateAsync("document.querySelector('main').append(Object.assign(new Image(), { src: '/favicon.svg' }))");
        Assert.Contains(await Accessibility.ViolationsAsync(visitor.Page), line => line.StartsWith("image-alt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Width_check_finds_a_fault_that_is_put_in()
    {
        await using var visitor = await states.ShowAsync(PageStates.All["list"], new(Wide));
        await visitor.Page.SetViewportSizeAsync(Narrow, 800);
        await visitor.Page.EvaluateAsync("document.querySelector('main').style.minWidth = '400px'");
        Assert.NotEqual(Narrow, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Link_in_the_error_summary_leads_to_its_field()
    {
        await using var visitor = await states.ShowAsync(PageStates.All["new case, wrong"], new(Wide));
        var links = visitor.Page.Locator(".error-summary a");
        Assert.Equal(2, await links.CountAsync());
        foreach (var link in await links.AllAsync())
        {
            var field = visitor.Page.Locator($"[id='{(await link.GetAttributeAsync("href"))![1..]}']");
            Assert.Equal("true", await field.GetAttributeAsync("aria-invalid"));
        }

        Assert.Equal("gisteren", await visitor.Page.GetByLabel("Peildatum").InputValueAsync());
    }

    [Fact]
    public async Task Answers_for_the_whole_body_are_said_not_to_count_in_the_score()
    {
        await using var visitor = await states.ShowAsync(PageStates.All["result of a task"], Visitor.WithoutScript);
        var row = visitor.Page.Locator("tr", new() { HasText = "K1. " });
        await Assertions.Expect(row).ToContainTextAsync("Telt niet mee in de score");
        Assert.Equal("–", await row.Locator("td").Last.InnerTextAsync());
        Assert.DoesNotContain("niet te berekenen", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_reaches_the_content_past_the_menu()
    {
        await using var visitor = await states.ShowAsync(PageStates.All["hub, under way"], new(Wide));
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"));
    }

    private static async Task CheckWarningsAsync(IPage page, PageState state)
    {
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync("geen juridisch oordeel");
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync("geen officiële tekst");
        if (state.IsResult)
        {
            await Assertions.Expect(page.Locator("main").GetByText("Een signaal, geen juridisch oordeel")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("main").GetByText("Geen officiële tekst: de vragen")).ToBeVisibleAsync();
        }
    }
}
