using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>One bar: what a question adds to, or takes from, the residual risk.</summary>
/// <param name="Label">Short, such as the id of the question; the table beside the chart has its text.</param>
/// <param name="Value">Above 0 raises the risk, below 0 lowers it.</param>
public sealed record ContributionBar(string Label, double Value);

/// <summary>The largest contributions as bars to the right (more risk) and to the left (less risk).</summary>
[HtmlTargetElement("contribution-bars", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ContributionBarsTagHelper : TagHelper
{
    private const int RowHeight = 28;
    private const int Head = 24;
    private const double Left = 0.2;
    private const double Right = 0.8;

    /// <summary>Start of the ids inside; unique on the page.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>What the bars are about.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<ContributionBar> Bars { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Bars.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "figure";
        output.Attributes.SetAttribute("class", "figure");
        var svg = Svg.Chart(Key, Head + (Bars.Count * RowHeight) + 4, Tr($"Grootste bijdragen: {Subject}"), Describe());
        Draw(svg);
        output.Content.SetHtmlContent(svg);
    }

    private string Describe() => $"{string.Join("; ", Bars.Select(bar => $"{bar.Label}: {DutchText.Signed(bar.Value)}"))}.";

    private void Draw(TagBuilder svg)
    {
        var most = Math.Max(0, Bars.Max(bar => bar.Value));
        var least = Math.Min(0, Bars.Min(bar => bar.Value));
        var scale = (Right - Left) / Math.Max(most - least, double.Epsilon);
        var zero = Left - (least * scale);
        AddHeads(svg, zero, (least, most));
        for (var row = 0; row < Bars.Count; row++)
        {
            AddRow(svg, Bars[row], row, (zero, scale));
        }

        svg.InnerHtml.AppendHtml(Svg.Line("chart__axis", zero, Head, Head + (Bars.Count * RowHeight)));
    }

    private static void AddHeads(TagBuilder svg, double zero, (double Least, double Most) ends)
    {
        if (ends.Least < 0)
        {
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", Left, 14, Tr($"minder risico"), "start"));
        }

        if (ends.Most > 0)
        {
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", ends.Least < 0 ? 1 : zero, 14, Tr($"meer risico"), ends.Least < 0 ? "end" : "start"));
        }
    }

    private static void AddRow(TagBuilder svg, ContributionBar bar, int row, (double Zero, double Scale) axis)
    {
        var top = Head + (row * RowHeight);
        var width = Math.Abs(bar.Value) * axis.Scale;
        svg.InnerHtml.AppendHtml(Svg.Text("chart__value", 0, top + 19, bar.Label, "start"));
        svg.InnerHtml.AppendHtml(Svg.Rect("chart__bar", (bar.Value < 0 ? axis.Zero - width : axis.Zero, width), top + 5, RowHeight - 10));
        svg.InnerHtml.AppendHtml(Svg.Text("chart__value", 1, top + 19, DutchText.Signed(bar.Value), "end"));
    }
}
