using Audit.Core.Outcomes;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>The steps of a process per group, with counts and rates. Small counts are not shown to readers.</summary>
[HtmlTargetElement("funnel-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FunnelChartTagHelper : TagHelper
{
    private const int NameHeight = 30;
    private const int RowHeight = 44;
    private const int LongestName = 36;
    private const int LongestStep = 28;

    /// <summary>Start of the ids inside; unique on the page.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>What the chart is about.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>Names of the steps, from first to last.</summary>
    public IReadOnlyList<string> Steps { get; set; } = [];

    public IReadOnlyList<FunnelGroup> Groups { get; set; } = [];

    /// <summary>Who looks; readers see no small counts.</summary>
    public CountAudience Audience { get; set; } = CountAudience.Readers;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Groups.Count == 0 || Steps.Count == 0)
        {
            ChartParts.Empty(output, Tr($"Er zijn nog geen tellingen om te tonen."));
            return;
        }

        var cells = Groups.Select(group => group.CellsFor(Audience)).ToList();
        ChartParts.Frame(
            output,
            [
                ChartParts.Figure(Draw(cells)),
                .. cells.Any(group => group.Any(cell => cell.Count is null))
                    ? [ChartParts.Hint(Tr($"‘Onderdrukt’ betekent: dit aantal, of wat daarbuiten valt, is kleiner dan {CellSuppression.UsualMinimum}. Wij tonen het niet, zodat niemand te herkennen is."))]
                    : Array.Empty<TagBuilder>(),
                MakeTable(cells),
            ]);
    }

    private TagBuilder Draw(List<IReadOnlyList<FunnelCell>> cells)
    {
        var svg = Svg.Chart(Key, Groups.Count * (NameHeight + (Steps.Count * RowHeight)), Tr($"Stappen per groep: {Subject}"), Describe(cells));
        var top = 0;
        for (var group = 0; group < Groups.Count; group++)
        {
            svg.InnerHtml.AppendHtml(Svg.Text("chart__value", 0, top + 20, ChartParts.Short(Groups[group].Name, LongestName), "start"));
            top += NameHeight;
            for (var step = 0; step < Steps.Count; step++, top += RowHeight)
            {
                AddStep(svg, Steps[step], (cells[group][step], ShareOf(cells[group], step)), top);
            }
        }

        return svg;
    }

    private static void AddStep(TagBuilder svg, string name, (FunnelCell Cell, double? Share) step, int top)
    {
        svg.InnerHtml.AppendHtml(Svg.Text("chart__tick chart__tick--dark", 0, top + 14, ChartParts.Short(name, LongestStep), "start"));
        svg.InnerHtml.AppendHtml(Svg.Text("chart__tick chart__tick--dark", 1, top + 14, WordsOf(step.Cell), "end"));
        svg.InnerHtml.AppendHtml(Svg.Rect(step.Share is null ? "chart__track chart__track--unknown" : "chart__track", (0, 1), top + 20, 14));
        if (step.Share is > 0 and var share)
        {
            svg.InnerHtml.AppendHtml(Svg.Rect("chart__bar", (0, share), top + 20, 14));
        }
    }

    private TagBuilder MakeTable(List<IReadOnlyList<FunnelCell>> cells)
    {
        var table = new ChartTable($"{Key}-tabel", Tr($"Aantallen per groep en stap: {Subject}"), new(Tr($"Groep")), new(Tr($"Stap")), new(Tr($"Aantal"), true), new(Tr($"Deel van de stap ervoor"), true));
        for (var group = 0; group < Groups.Count; group++)
        {
            for (var step = 0; step < Steps.Count; step++)
            {
                var cell = cells[group][step];
                table.Add(Groups[group].Name, Steps[step], cell.Words, cell.Rate is { } rate ? DutchText.Percent(rate) : "–");
            }
        }

        return table.Build();
    }

    private string Describe(List<IReadOnlyList<FunnelCell>> cells) =>
        string.Join("; ", Groups.Select((group, index) => $"{group.Name}: {string.Join(", ", Steps.Select((step, at) => $"{step} {WordsOf(cells[index][at])}"))}")) + ".";

    private static string WordsOf(FunnelCell cell) => cell.Rate is { } rate ? $"{cell.Words} ({DutchText.Percent(rate)})" : cell.Words;

    /// <summary>Length of the bar: the share of the first step; null when either is not shown.</summary>
    private static double? ShareOf(IReadOnlyList<FunnelCell> cells, int step) =>
        cells[step].Count is { } count && cells[0].Count is > 0 and var first ? Math.Min(1, (double)count / first) : null;
}
