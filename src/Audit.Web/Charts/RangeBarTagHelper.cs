using Audit.Core.Scoring;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>The residual risk of a task on a scale from 0 to 1, with the bands of likelihood. The dot is the value to work with.</summary>
[HtmlTargetElement("range-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RangeBarTagHelper : TagHelper
{
    private const int BandTop = 28;
    private const int BandHeight = 20;
    private const int BandMiddle = BandTop + (BandHeight / 2);
    private static readonly string[] Bands = ["low", "medium", "high", "critical"];

    /// <summary>Start of the ids inside; unique on the page.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>What the bar is about.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>The range; null = not computable.</summary>
    public Interval? Value { get; set; }

    /// <summary>Three borders between the levels of likelihood.</summary>
    public IReadOnlyList<double> Thresholds { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } range)
        {
            output.TagName = "p";
            output.Attributes.SetAttribute("class", "hint");
            output.Content.SetContent(Tr($"Restrisico: {DutchText.NotComputable}. Geen enkel onderdeel is van toepassing."));
            return;
        }

        output.TagName = "figure";
        output.Attributes.SetAttribute("class", "figure");
        var svg = Svg.Chart(Key, 84, Tr($"Restrisico: {Subject}"), Describe(range));
        AddBands(svg);
        AddRange(svg, range);
        output.Content.SetHtmlContent(svg);
    }

    private string Describe(Interval range)
    {
        var (low, high) = (LevelOf(range.Low), LevelOf(range.High));
        var level = low == high ? Tr($"kansniveau {high}") : Tr($"kansniveau {low} tot {high}");
        return Tr($"{DutchText.Range(range)} op een schaal van 0 tot 1, {level} van {Thresholds.Count + 1}. De grenzen liggen bij {string.Join(", ", Thresholds.Select(border => DutchText.Number(border)))}.");
    }

    private int LevelOf(double value) => 1 + Thresholds.Count(border => value >= border - ComputedProfile.Tolerance);

    private void AddBands(TagBuilder svg)
    {
        double[] borders = [0, .. Thresholds, 1];
        for (var band = 0; band + 1 < borders.Length; band++)
        {
            var (left, right) = (borders[band], borders[band + 1]);
            var name = Bands[Math.Min(band, Bands.Length - 1)];
            svg.InnerHtml.AppendHtml(Svg.Rect($"range-bar__band range-bar__band--{name}", (left, right - left), BandTop, BandHeight));
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", left, 64, Tr($"Kans {band + 1}"), "start"));
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", left, 80, band == 0 ? "0" : DutchText.Number(left), "start"));
        }

        svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", 1, 80, "1", "end"));
    }

    private static void AddRange(TagBuilder svg, Interval range)
    {
        if (range.Width > 0)
        {
            svg.InnerHtml.AppendHtml(Svg.Rect("range-bar__range", (range.Low, range.Width), BandTop + 6, 8));
        }

        svg.InnerHtml.AppendHtml(Svg.Circle("range-bar__point", range.High, BandMiddle, 8));
        svg.InnerHtml.AppendHtml(Svg.Text("chart__value", (range.Low + range.High) / 2, 18, DutchText.Range(range)));
    }
}
