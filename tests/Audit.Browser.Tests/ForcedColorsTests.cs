namespace Audit.Browser.Tests;

/// <summary>With the colours of the reader (high contrast), charts, badges and the focus ring stay to be seen.</summary>
public sealed class ForcedColorsTests(PageStates states) : IClassFixture<PageStates>
{
    /// <summary>What cannot be told from the background: meters, badges without a border, shapes of charts, and things that take focus without a ring.</summary>
    private const string Script = """
        (() => {
          const probe = document.body.appendChild(document.createElement('div'));
          probe.style.backgroundColor = 'Canvas';
          const canvas = getComputedStyle(probe).backgroundColor;
          const seen = color => color !== canvas && color !== 'none' && !/^rgba.*, 0\)$/.test(color);
          const name = element => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 30)}`;
          const faults = [];
          for (const badge of document.querySelectorAll('.risk-class, .utrecht-status-badge')) {
            const style = getComputedStyle(badge);
            if (style.borderTopWidth === '0px' || !seen(style.borderTopColor)) faults.push(`badge: ${name(badge)}`);
          }
          for (const meter of document.querySelectorAll('.risk-class')) {
            if (!seen(getComputedStyle(meter, '::before').color)) faults.push(`meter: ${name(meter)}`);
          }
          for (const shape of document.querySelectorAll('svg.chart :is(rect, circle, path, line, text)')) {
            const style = getComputedStyle(shape);
            if (!seen(style.fill) && (!seen(style.stroke) || style.strokeWidth === '0px')) faults.push(`shape: ${name(shape)}`);
          }
          for (const stop of document.querySelectorAll('main :is(a[href], button, input:not([type=hidden]), select, textarea, summary)')) {
            stop.focus({ preventScroll: true });
            if (document.activeElement === stop && getComputedStyle(stop).outlineStyle === 'none') faults.push(`focus: ${name(stop)}`);
          }
          return [...new Set(faults)];
        })()
        """;

    private static BrowserNewContextOptions HighContrast => new() { ForcedColors = ForcedColors.Active, ViewportSize = new() { Width = 1280, Height = 900 }, BypassCSP = true };

    [Theory]
    [InlineData("result, finished")]
    [InlineData("result of a task")]
    [InlineData("question")]
    [InlineData("plan, overdue")]
    public async Task Nothing_that_matters_disappears(string state)
    {
        await using var visitor = await states.ShowAsync(PageStates.All[state], HighContrast);
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Script));
    }

    [Fact]
    public async Task Meter_that_keeps_the_colour_of_the_background_is_found()
    {
        await using var visitor = await states.ShowAsync(PageStates.All["result, finished"], HighContrast);
        await visitor.Page.AddStyleTagAsync(new() { Content = ".risk-class::before { color: Canvas !important } .utrecht-status-badge { border: 0 !important } main a:focus { outline: none !important }" });
        var faults = await visitor.Page.EvaluateAsync<string[]>(Script);
        Assert.All(["meter: ", "badge: ", "focus: "], kind => Assert.Contains(faults, fault => fault.StartsWith(kind, StringComparison.Ordinal)));
    }
}
