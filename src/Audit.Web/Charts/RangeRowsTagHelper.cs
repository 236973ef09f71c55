using Audit.Core.Scoring;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>One row: the residual risk at some moment.</summary>
/// <param name="Label">Which moment; short.</param>
/// <param name="Value">The range; null = not computable.</param>
/// <param name="Words">What goes with it, such as the class.</param>
public sealed record RangeRow(string Label, Interval? Value, string Words);

/// <summary>The residual risk of a task at several moments under each other, on one scale from 0 to 1. The dot is the value to work with.</summary>
[HtmlTargetElement("range-rows", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RangeRowsTagHelper : TagHelper
{
    private const int RowHeight = 68;
    private const int BandTop = 40;
    private const int BandHeight = 16;
    private const int Axis = 22;
    private static readonly string[] Bands = ["low", "medium", "high", "critical"];

    /// <summary>Start of the ids inside; unique on the page.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>What the rows are about.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<RangeRow> Rows { get; set; } = [];

    /// <summary>Three borders between the levels of likelihood.</summary>
    public IReadOnlyList<double> Thresholds { get; set; } = [];

    /// <summary>Whether a line joins the dots: the rows follow on each other in time.</summary>
    public bool Connected { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Rows.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "figure";
        output.Attributes.SetAttribute("class", "figure");
        var svg = Svg.Chart(Key, (Rows.Count * RowHeight) + Axis, Tr($"Restrisico: {Subject}"), Describe());
        for (var row = 0; row < Rows.Count; row++)
        {
            AddBands(svg, row);
        }

        AddLines(svg);
        for (var row = 0; row < Rows.Count; row++)
        {
            AddRow(svg, row);
        }

        AddAxis(svg);
        output.Content.SetHtmlContent(svg);
    }

    private string Describe() => Tr($"{string.Join("; ", Rows.Select(row => $"{row.Label}: {TextOf(row)}"))}. Op een schaal van 0 tot 1, met grenzen bij {string.Join(", ", Thresholds.Select(border => DutchText.Number(border)))}.");

    private static string TextOf(RangeRow row) => row.Words.Length == 0 ? DutchText.Range(row.Value) : $"{DutchText.Range(row.Value)} · {row.Words}";

    private void AddBands(TagBuilder svg, int row)
    {
        double[] borders = [0, .. Thresholds, 1];
        for (var band = 0; band + 1 < borders.Length; band++)
        {
            var name = Bands[Math.Min(band, Bands.Length - 1)];
            svg.InnerHtml.AppendHtml(Svg.Rect($"range-bar__band range-bar__band--{name}", (borders[band], borders[band + 1] - borders[band]), TopOf(row) + BandTop, BandHeight));
        }
    }

    private void AddLines(TagBuilder svg)
    {
        for (var row = 1; Connected && row < Rows.Count; row++)
        {
            if (Rows[row - 1].Value is { } from && Rows[row].Value is { } to)
            {
                svg.InnerHtml.AppendHtml(Svg.Slope("chart__line", (from.High, MiddleOf(row - 1)), (to.High, MiddleOf(row))));
            }
        }
    }

    private void AddRow(TagBuilder svg, int index)
    {
        var (row, top) = (Rows[index], TopOf(index));
        svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", 0, top + 14, row.Label, "start"));
        svg.InnerHtml.AppendHtml(Svg.Text("chart__value", 0, top + 32, TextOf(row), "start"));
        if (row.Value is not { } range)
        {
            return;
        }

        if (range.Width > 0)
        {
            svg.InnerHtml.AppendHtml(Svg.Rect("range-bar__range", (range.Low, range.Width), top + BandTop + 4, 8));
        }

        svg.InnerHtml.AppendHtml(Svg.Circle("range-bar__point", range.High, MiddleOf(index), 7));
    }

    private void AddAxis(TagBuilder svg)
    {
        var baseline = (Rows.Count * RowHeight) + 8;
        double[] ticks = [0, .. Thresholds, 1];
        foreach (var border in ticks)
        {
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", border, baseline, border is 0 or 1 ? $"{border:F0}" : DutchText.Number(border)));
        }
    }

    private static int TopOf(int row) => row * RowHeight;

    private static int MiddleOf(int row) => TopOf(row) + BandTop + (BandHeight / 2);
}
