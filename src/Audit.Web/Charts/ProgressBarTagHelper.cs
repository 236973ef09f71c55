using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>How far something is, out of what is needed or promised. The words say all that the bar shows.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressBarTagHelper : TagHelper
{
    private const int BarHeight = 14;

    /// <summary>Start of the ids inside; unique on the page.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>What is counted, such as "Metingen gedaan".</summary>
    public string Subject { get; set; } = string.Empty;

    /// <summary>How far it is; below 0 when it went the wrong way.</summary>
    public double Done { get; set; }

    /// <summary>What is needed; 0 or less = nothing is needed, or that is not known.</summary>
    public double Total { get; set; }

    /// <summary>The words for it; null = "3 van 10".</summary>
    public string? Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Total > 0 ? Done / Total : (double?)null;
        var words = WordsOf(share);
        var svg = Svg.Chart(Key, BarHeight + 2, Subject, words);
        svg.InnerHtml.AppendHtml(Svg.Rect(share is null ? "chart__track chart__track--unknown" : "chart__track", (0, 1), 1, BarHeight));
        if (share is > 0)
        {
            svg.InnerHtml.AppendHtml(Svg.Rect("chart__bar", (0, Math.Min(1, share.Value)), 1, BarHeight));
        }

        ChartParts.Frame(output, ChartParts.Paragraph("progress__words", $"{Subject}: {words}"), svg);
    }

    private string WordsOf(double? share)
    {
        if (Words is not null)
        {
            return Words;
        }

        return share is { } known
            ? Tr($"{DutchText.Count((int)Done)} van {DutchText.Count((int)Total)} ({DutchText.Percent(Math.Clamp(known, 0, 1))})")
            : Tr($"nog niet bekend");
    }
}
