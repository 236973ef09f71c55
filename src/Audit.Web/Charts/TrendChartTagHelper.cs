using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>The residual risk of a task over time, from left to right. The dot is the value to work with, the bar below it the range.</summary>
[HtmlTargetElement("trend-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrendChartTagHelper : TagHelper
{
    private const double Left = 0.17;
    private const int Top = 24;
    private const int PlotHeight = 200;
    private const int Bottom = Top + PlotHeight;
    private const int Height = Bottom + 36;
    private const int ManyPoints = 6;
    private const int VeryManyPoints = 14;
    private const int RoomForLow = 40;
    private const int LabelHeight = 15;
    private const double BarWidth = 0.016;
    private static readonly string[] Bands = ["low", "medium", "high", "critical"];

    /// <summary>Start of the ids inside; unique on the page.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>What the chart is about.</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>From old to new.</summary>
    public IReadOnlyList<RangeRow> Points { get; set; } = [];

    /// <summary>Three borders between the levels of likelihood.</summary>
    public IReadOnlyList<double> Thresholds { get; set; } = [];

    /// <summary>False when the page has a table of its own that says the same.</summary>
    public bool Table { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Points.Count == 0)
        {
            ChartParts.Empty(output, Tr($"Er is nog geen score om te tonen."));
            return;
        }

        ChartParts.Frame(
            output,
            [
                ChartParts.Figure(Draw(), Tr($"Verloop van het restrisico")),
                ChartParts.Hint(Tr($"Van links naar rechts: van oud naar nieuw. De stip is de waarde waarmee wij werken. De balk loopt tot het laagste dat nog mogelijk is. De nummers staan in de tabel.")),
                .. Table ? [MakeTable()] : Array.Empty<TagBuilder>(),
            ]);
    }

    private TagBuilder Draw()
    {
        var svg = Svg.Chart(Key, Height, Tr($"Verloop van het restrisico: {Subject}"), Describe());
        if (Points.Count > ManyPoints)
        {
            svg.AddCssClass(Points.Count > VeryManyPoints ? "chart--very-wide" : "chart--wide");
        }

        AddBands(svg);
        AddLines(svg);
        for (var index = 0; index < Points.Count; index++)
        {
            AddPoint(svg, index);
        }

        return svg;
    }

    private void AddBands(TagBuilder svg)
    {
        double[] borders = [0, .. Thresholds, 1];
        for (var band = 0; band + 1 < borders.Length; band++)
        {
            var (top, bottom) = (LevelOf(borders[band + 1]), LevelOf(borders[band]));
            svg.InnerHtml.AppendHtml(Svg.Rect($"range-bar__band range-bar__band--{Bands[Math.Min(band, Bands.Length - 1)]}", (Left, 1 - Left), top, bottom - top));
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", 0, ((top + bottom) / 2) + 5, Tr($"Kans {band + 1}"), "start"));
        }
    }

    private void AddLines(TagBuilder svg)
    {
        for (var index = 1; index < Points.Count; index++)
        {
            if (Points[index - 1].Value is { } from && Points[index].Value is { } to)
            {
                svg.InnerHtml.AppendHtml(Svg.Slope("chart__line", (AcrossOf(index - 1), LevelOf(from.High)), (AcrossOf(index), LevelOf(to.High))));
            }
        }
    }

    private void AddPoint(TagBuilder svg, int index)
    {
        var across = AcrossOf(index);
        svg.InnerHtml.AppendHtml(Svg.Text("chart__value", across, Bottom + 28, $"{index + 1}", "middle"));
        if (Points[index].Value is not { } range)
        {
            svg.InnerHtml.AppendHtml(Svg.Text("chart__value", across, Top + (PlotHeight / 2), "?", "middle"));
            return;
        }

        var (top, bottom) = (LevelOf(range.High), LevelOf(range.Low));
        if (bottom > top)
        {
            svg.InnerHtml.AppendHtml(Svg.Rect("range-bar__range", (across - (BarWidth / 2), BarWidth), top, bottom - top));
        }

        svg.InnerHtml.AppendHtml(Svg.Circle("range-bar__point", across, top, 7));
        svg.InnerHtml.AppendHtml(Svg.Text("chart__value", across, top - 12, DutchText.Number(range.High), "middle"));
        if (bottom - top > RoomForLow)
        {
            svg.InnerHtml.AppendHtml(LowOf(range.Low, across, bottom));
        }
    }

    /// <summary>The lowest value under its bar, or beside it where the drawing ends.</summary>
    private static TagBuilder LowOf(double low, double across, int bottom) => bottom + LabelHeight <= Bottom
        ? Svg.Text("chart__tick chart__tick--dark", across, bottom + LabelHeight, DutchText.Number(low), "middle")
        : Svg.Text("chart__tick chart__tick--dark", across + BarWidth, bottom - 4, DutchText.Number(low), "start");

    private TagBuilder MakeTable()
    {
        var table = new ChartTable($"{Key}-tabel", Tr($"Restrisico per moment: {Subject}"), new(Tr($"Moment")), new(Tr($"Restrisico"), true), new(Tr($"Klasse")));
        for (var index = 0; index < Points.Count; index++)
        {
            table.Add($"{index + 1}. {Points[index].Label}", DutchText.Range(Points[index].Value), Points[index].Words is { Length: > 0 } words ? words : "–");
        }

        return table.Build();
    }

    private string Describe() => string.Join("; ", Points.Select((point, index) => $"{index + 1}. {point.Label}: {DutchText.Range(point.Value)}{(point.Words.Length == 0 ? string.Empty : $", {point.Words}")}")) + ".";

    private double AcrossOf(int index) => Left + ((index + 0.5) * (1 - Left) / Points.Count);

    private static int LevelOf(double value) => Top + (int)Math.Round((1 - Math.Clamp(value, 0, 1)) * PlotHeight);
}
