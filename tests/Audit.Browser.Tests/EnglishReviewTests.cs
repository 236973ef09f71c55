using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests;

/// <summary>Ratings, review, risks and effects for who reads English: the pages are English, what is stored stays Dutch.</summary>
public sealed class EnglishReviewTests(PageStates states) : IClassFixture<PageStates>
{
    private static readonly BrowserNewContextOptions Narrow = new() { ViewportSize = new() { Width = 320, Height = 800 } };

    [Theory]
    [InlineData("risks", "Risk register")]
    [InlineData("risk", "Risk 1")]
    [InlineData("rating, figures", "Agreement between auditor and team")]
    [InlineData("review file", "Review file")]
    [InlineData("signature, signed", "Sign-off of the review")]
    [InlineData("gate", "Gate")]
    [InlineData("effect", "Effect of an action")]
    [InlineData("trend", "Trend per task")]
    public async Task Page_is_English_and_sound(string name, string heading)
    {
        await using var visitor = await EnglishAsync(name, Narrow);
        var page = visitor.Page;
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains(heading, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Errors_are_English_and_a_risk_begins_in_Dutch()
    {
        await using var visitor = await EnglishAsync("new risk", Visitor.WithoutScript);
        Assert.Equal("Het risico dat ", await visitor.Page.Locator("#titel").InputValueAsync());
        await visitor.PressAsync("Add");
        Assert.StartsWith("Error: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        var summary = await visitor.Page.Locator(".error-summary").InnerTextAsync();
        Assert.Contains("Something went wrong", summary, StringComparison.Ordinal);
        Assert.Contains("Write the risk in one sentence, in Dutch, that begins with ‘Het risico dat’", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_signed_is_the_same_in_both_languages()
    {
        var (dutch, english) = (await CodesAsync("signature, signed", inEnglish: false), await CodesAsync("signature, signed", inEnglish: true));
        Assert.NotEmpty(dutch);
        Assert.Equal(dutch, english);
    }

    [Fact]
    public async Task Suggestion_to_the_administrator_is_proposed_in_the_language_of_who_makes_it()
    {
        await using var english = await EnglishAsync("rating, suggest", Visitor.WithoutScript);
        await using var dutch = await states.ShowAsync(PageStates.All["rating, suggest"], Visitor.WithoutScript);
        var text = await english.Page.Locator("#tekst").InputValueAsync();
        Assert.StartsWith("Question ", text, StringComparison.Ordinal);
        Assert.EndsWith("Suggestion: make the question, the answers or the help clearer.", text, StringComparison.Ordinal);
        Assert.StartsWith("Vraag ", await dutch.Page.Locator("#tekst").InputValueAsync(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> CodesAsync(string name, bool inEnglish)
    {
        await using var visitor = inEnglish ? await EnglishAsync(name, Narrow) : await states.ShowAsync(PageStates.All[name], new(Narrow));
        return await visitor.Page.Locator("code").AllTextContentsAsync();
    }

    private async Task<Visitor> EnglishAsync(string name, BrowserNewContextOptions options)
    {
        var visitor = await states.ShowAsync(PageStates.All[name], new(options));
        await visitor.Page.Context.AddCookiesAsync([new() { Name = "audit-taal", Value = "c%3Den-GB%7Cuic%3Den-GB", Url = visitor.Page.Url }]);
        await visitor.Page.ReloadAsync();
        return visitor;
    }
}
