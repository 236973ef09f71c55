using System.Text.RegularExpressions;
using System.Xml.Linq;
using Audit.Core.Instruments;
using Audit.Core.Outcomes;
using Audit.Core.Scoring;
using Audit.Web.Charts;
using Audit.Web.Pages.ChartGuide;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Xunit;

namespace Audit.Integration.Tests.Charts;

/// <summary>The charts in all their states: nothing is left out, names do no harm, and the table says what the drawing says.</summary>
public sealed partial class ChartTests
{
    private const string Hostile = "<script>alert(1)</script> \" onload=\"x ' & ü";

    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Chart_Coordinates_AreInvariantInEveryLanguage(string language)
    {
        foreach (var chart in All().Select(helper => DrawnChart.Of(helper, language)))
        {
            Assert.NotEmpty(chart.Coordinates);
            Assert.All(chart.Coordinates, value => Assert.Matches(Coordinate(), value));
            Assert.NotEmpty(chart.Root.Descendants("title").Single().Value);
            Assert.NotEmpty(chart.Description);
            Assert.DoesNotContain("style=", chart.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Chart_HostileName_IsTextEverywhere()
    {
        TagHelper[] charts =
        [
            Map(new HeatMapTask(1, Hostile, null, new(1, 1)) { Class = new(null, null) }),
            new TrendChartTagHelper { Key = "k", Subject = Hostile, Points = [new(Hostile, new Interval(0.1, 0.2), Hostile)], Thresholds = ChartSamples.Thresholds },
            new FunnelChartTagHelper { Key = "k", Subject = Hostile, Steps = [Hostile], Groups = [new(Hostile, [100])] },
            new ProgressBarTagHelper { Key = "k", Subject = Hostile, Words = Hostile, Total = 1 },
        ];
        foreach (var chart in charts.Select(helper => DrawnChart.Of(helper)))
        {
            Assert.Empty(chart.Root.Descendants("script"));
            Assert.DoesNotContain(chart.Root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.Contains(Hostile, chart.Root.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void HeatMap_EveryTask_IsInTheTableAndOnTheMapOrNamedBelow()
    {
        foreach (var tasks in new[] { ChartSamples.Mixed, ChartSamples.Crowd, ChartSamples.Single })
        {
            var chart = DrawnChart.Of(Map([.. tasks]));
            Assert.Equal(tasks.Select(task => $"{task.Number}. {task.Name}"), chart.Rows.Select(row => row[0]));
            var bold = chart.Root.Descendants("text").Where(text => text.Attribute("class")!.Value == "chart__value").SelectMany(text => text.Value.Split(", ")).ToList();
            Assert.Equal(tasks.Where(task => task.Likelihood is not null).Select(task => $"{task.Number}").Order(StringComparer.Ordinal), bold.Order(StringComparer.Ordinal));
            Assert.All(tasks.Where(task => task.Likelihood is null), task => Assert.Contains($"{task.Number}. {task.Name}", chart.Root.Elements("p").Last().Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void HeatMap_Range_IsInEveryCellThatIsPossible()
    {
        var chart = DrawnChart.Of(Map(new HeatMapTask(7, "Taak", new(1, 3), new(2, 4)) { Class = new(RiskClass.Low, RiskClass.Critical) }));
        Assert.Equal(8, chart.Texts.Count(text => text == "(7)"));
        Assert.Single(chart.Texts, text => text == "7");
        Assert.Equal(["7. Taak", "1 tot 3", "2 tot 4"], chart.Rows[0].Take(3));
        Assert.Equal(16, chart.Texts.Count(text => text is "Laag" or "Midden" or "Hoog" or "Kritiek"));
    }

    [Fact]
    public void HeatMap_ClassAboveItsCell_SaysThatAGateRaisedIt() =>
        Assert.Contains("door een drempelregel", DrawnChart.Of(Map(ChartSamples.Mixed[2])).Rows[0][3], StringComparison.Ordinal);

    [Fact]
    public void Chart_WithoutAnything_SaysSo()
    {
        TagHelper[] charts = [Map(), new TrendChartTagHelper(), new FunnelChartTagHelper()];
        Assert.All(charts, helper => Assert.Equal("p", DrawnChart.Of(helper).Root.Name.LocalName));
    }

    [Fact]
    public void Trend_Gap_IsAQuestionMarkAndNoZeroAndBreaksTheLine()
    {
        var chart = DrawnChart.Of(Trend(ChartSamples.TrendWithGap));
        Assert.Equal(3, chart.Rows.Count);
        Assert.Equal("niet te berekenen", chart.Rows[1][1]);
        Assert.Contains("?", chart.Texts);
        Assert.DoesNotContain(chart.Root.Descendants("line"), line => line.Attribute("class")!.Value == "chart__line");
        Assert.Equal(2, DrawnChart.Of(Trend(ChartSamples.Trend)).Root.Descendants("line").Count());
    }

    [Fact]
    public void Trend_Table_SaysWhatTheDrawingSays()
    {
        var chart = DrawnChart.Of(Trend(ChartSamples.Trend));
        foreach (var row in chart.Rows)
        {
            Assert.Contains(row[1].Split(" – ")[^1], chart.Texts);
            Assert.Contains(row[1], chart.Description, StringComparison.Ordinal);
            Assert.Contains(row[0].Split('.')[0], chart.Texts);
        }
    }

    [Fact]
    public void Funnel_SmallCells_AreNowhere()
    {
        var chart = DrawnChart.Of(Funnel([140, 24, 24, 3]));
        Assert.Equal(["140", "24", "onderdrukt", "onderdrukt"], chart.Rows.Select(row => row[2]));
        Assert.Equal(["–", "17%", "–", "–"], chart.Rows.Select(row => row[3]));
        Assert.Equal(2, chart.Texts.Count(text => text == "onderdrukt"));
        Assert.Equal(["140", "24", "24", "3"], DrawnChart.Of(Funnel([140, 24, 24, 3], CountAudience.Makers)).Rows.Select(row => row[2]));
    }

    [Theory]
    [InlineData(new[] { 100, 95, 50 }, new[] { 100, -1, 50 })]
    [InlineData(new[] { 100, 95, 92 }, new[] { 100, -1, -1 })]
    [InlineData(new[] { 9, 5, 1 }, new[] { -1, -1, -1 })]
    [InlineData(new[] { 100, 100, 60 }, new[] { 100, -1, 60 })]
    [InlineData(new[] { 60, 70, 20 }, new[] { 60, -1, 20 })]
    public void Funnel_WhatCouldBeToldFromItsNeighbours_IsHeldBackToo(int[] counts, int[] shown) =>
        Assert.Equal(shown, new FunnelGroup("Groep", counts).CellsFor(CountAudience.Readers).Select(cell => cell.Count ?? -1));

    [Theory]
    [InlineData(3, 10, "Onderwerp: 3 van 10 (30%)", 2)]
    [InlineData(0, 10, "Onderwerp: 0 van 10 (0%)", 1)]
    [InlineData(12, 10, "Onderwerp: 12 van 10 (100%)", 2)]
    [InlineData(0, 0, "Onderwerp: nog niet bekend", 1)]
    [InlineData(-1, 4, "Onderwerp: -1 van 4 (0%)", 1)]
    public void Progress_Words_SayWhatTheBarShows(int done, int total, string words, int rects)
    {
        var chart = DrawnChart.Of(new ProgressBarTagHelper { Key = "k", Subject = "Onderwerp", Done = done, Total = total });
        Assert.Equal(words, chart.Root.Element("p")!.Value);
        Assert.Equal(rects, chart.Root.Descendants("rect").Count());
    }

    private static IEnumerable<TagHelper> All() =>
    [
        Map([.. ChartSamples.Mixed]), Map([.. ChartSamples.Crowd]), Trend(ChartSamples.Trend), Trend(ChartSamples.TrendExtreme), Trend(ChartSamples.TrendWithGap),
        Funnel([4200, 611, 241, 97]), Funnel([140, 24, 24, 3]), new ProgressBarTagHelper { Key = "k", Subject = "Onderwerp", Done = 1, Total = 3 },
    ];

    private static HeatMapTagHelper Map(params HeatMapTask[] tasks) => new() { Key = "k", Tasks = tasks, Matrix = ChartSamples.Matrix };

    private static TrendChartTagHelper Trend(IReadOnlyList<RangeRow> points) => new() { Key = "k", Subject = "Taak", Points = points, Thresholds = ChartSamples.Thresholds };

    private static FunnelChartTagHelper Funnel(int[] counts, CountAudience audience = CountAudience.Readers) =>
        new() { Key = "k", Subject = "Taak", Steps = ["Een", "Twee", "Drie", "Vier"], Groups = [new("Groep", counts)], Audience = audience };

    [GeneratedRegex(@"^-?\d+(\.\d{1,3})?%?$")]
    private static partial Regex Coordinate();
}
