using System.Globalization;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>All tasks of a case on a map of likelihood by severity, with a table beside it. No task is left out.</summary>
[HtmlTargetElement("heat-map", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HeatMapTagHelper : TagHelper
{
    private const double Left = 0.16;
    private const double CellWidth = (1 - Left) / RiskMatrix.Size;
    private const int InALine = 3;
    private const int Foot = 26;
    private const int Padding = 24;
    private const int LineHeight = 20;
    private const int LeastHeight = 68;

    /// <summary>Start of the ids inside; unique on the page.</summary>
    public string Key { get; set; } = string.Empty;

    public IReadOnlyList<HeatMapTask> Tasks { get; set; } = [];

    /// <summary>Says the class of every cell.</summary>
    public required RiskMatrix Matrix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Tasks.Count == 0)
        {
            ChartParts.Empty(output, Tr($"Er zijn nog geen taken om op de kaart te zetten."));
            return;
        }

        var unknown = Tasks.Where(task => task.Likelihood is null).ToList();
        ChartParts.Frame(
            output,
            [
                ChartParts.Figure(Draw(), Tr($"Kaart van kans en ernst")),
                ChartParts.Hint(Tr($"Een vet nummer is de plek waarmee wij werken. Een nummer tussen haakjes kan ook nog, omdat antwoorden open zijn. De tabel noemt de taak bij elk nummer.")),
                .. unknown.Count == 0 ? Array.Empty<TagBuilder>() : [ChartParts.Paragraph("utrecht-paragraph", Missing(unknown))],
                new HeatMapTable(Matrix).Of($"{Key}-tabel", Tasks),
            ]);
    }

    private static string Missing(IReadOnlyList<HeatMapTask> unknown) =>
        Tr($"Niet op de kaart, want de kans is niet te berekenen: {string.Join("; ", unknown.Select(task => $"{task.Number}. {task.Name}"))}.");

    private TagBuilder Draw()
    {
        var heights = Enumerable.Range(1, RiskMatrix.Size).Select(HeightOf).ToList();
        var svg = Svg.Chart(Key, heights.Sum() + Foot, Tr($"Taken naar kans en ernst"), Describe());
        svg.AddCssClass("chart--heat-map");
        var top = 0;
        for (var likelihood = RiskMatrix.Size; likelihood >= 1; likelihood--)
        {
            var height = heights[likelihood - 1];
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", 0, top + (height / 2) + 5, Tr($"Kans {likelihood}"), "start"));
            for (var severity = 1; severity <= RiskMatrix.Size; severity++)
            {
                AddCell(svg, (likelihood, severity), (top, height));
            }

            top += height;
        }

        for (var severity = 1; severity <= RiskMatrix.Size; severity++)
        {
            svg.InnerHtml.AppendHtml(Svg.Text("chart__tick", MiddleOf(severity), top + 18, Tr($"Ernst {severity}"), "middle"));
        }

        return svg;
    }

    private void AddCell(TagBuilder svg, (int Likelihood, int Severity) cell, (int Top, int Height) place)
    {
        var riskClass = Matrix.ClassOf(cell.Likelihood, cell.Severity);
        svg.InnerHtml.AppendHtml(Svg.Rect($"range-bar__band range-bar__band--{Suffix(riskClass)}", (MiddleOf(cell.Severity) - (CellWidth / 2), CellWidth), place.Top, place.Height));
        svg.InnerHtml.AppendHtml(Svg.Text("chart__tick chart__tick--dark", MiddleOf(cell.Severity), place.Top + 17, DutchText.Class(riskClass), "middle"));
        var line = 0;
        foreach (var (cssClass, words) in LinesOf(cell.Likelihood, cell.Severity))
        {
            svg.InnerHtml.AppendHtml(Svg.Text(cssClass, MiddleOf(cell.Severity), place.Top + Padding + 16 + (line++ * LineHeight), words, "middle"));
        }
    }

    /// <summary>Numbers in a cell, first those that are worked with.</summary>
    private IEnumerable<(string CssClass, string Words)> LinesOf(int likelihood, int severity) =>
        Tasks.Where(task => task.WorksIn(likelihood, severity)).Select(NumberOf).Chunk(InALine).Select(line => ("chart__value", string.Join(", ", line)))
            .Concat(Tasks.Where(task => task.CanBeIn(likelihood, severity) && !task.WorksIn(likelihood, severity)).Select(task => $"({NumberOf(task)})").Chunk(InALine - 1)
                .Select(line => ("chart__tick chart__tick--dark", string.Join(' ', line))));

    private int HeightOf(int likelihood) =>
        Math.Max(LeastHeight, Enumerable.Range(1, RiskMatrix.Size).Max(severity => Padding + 8 + (LinesOf(likelihood, severity).Count() * LineHeight)));

    private static double MiddleOf(int severity) => Left + ((severity - 0.5) * CellWidth);

    private static string NumberOf(HeatMapTask task) => task.Number.ToString(CultureInfo.InvariantCulture);

    private string Describe() => string.Join("; ", Tasks.Select(task => $"{task.Number}. {task.Name}: {HeatMapTable.PlaceOf(task)}")) + ".";

    private static string Suffix(RiskClass riskClass) => riskClass switch
    {
        RiskClass.Low => "low",
        RiskClass.Medium => "medium",
        RiskClass.High => "high",
        RiskClass.Critical => "critical",
    };
}
