using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>What every chart with a table has: a frame, the drawing, the words how to read it and the table.</summary>
internal static class ChartParts
{
    private const char Ellipsis = '…';

    /// <summary>Makes the tag a frame around the parts of a chart.</summary>
    public static void Frame(TagHelperOutput output, params IEnumerable<TagBuilder> parts)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "chart-block");
        foreach (var part in parts)
        {
            output.Content.AppendHtml(part);
        }
    }

    /// <summary>Says that there is nothing to draw.</summary>
    public static void Empty(TagHelperOutput output, string words)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "p";
        output.Attributes.SetAttribute("class", "hint");
        output.Content.SetContent(words);
    }

    /// <summary>A drawing, which scrolls when it is wider than the page.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="label">Name of the region that scrolls; null when the drawing fits every page.</param>
    public static TagBuilder Figure(TagBuilder svg, string? label = null)
    {
        var figure = new TagBuilder("figure");
        figure.Attributes["class"] = "figure";
        figure.InnerHtml.AppendHtml(label is null ? svg : ChartTable.Scrolling(svg, ("aria-label", label)));
        return figure;
    }

    public static TagBuilder Hint(string words) => Paragraph("hint", words);

    public static TagBuilder Paragraph(string cssClass, string words)
    {
        var paragraph = new TagBuilder("p");
        paragraph.Attributes["class"] = cssClass;
        paragraph.InnerHtml.Append(words);
        return paragraph;
    }

    /// <summary>A name that fits in a drawing; the table has the whole name.</summary>
    public static string Short(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + Ellipsis;
    }
}
