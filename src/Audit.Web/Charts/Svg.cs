using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Audit.Web.Charts;

/// <summary>Elements of our drawings. Positions across are shares of the width, so that text keeps its size on a narrow screen.</summary>
internal static class Svg
{
    // Near an edge, text starts or ends at its point instead of lying around it.
    private const double NearStart = 0.15;
    private const double NearEnd = 0.85;

    /// <summary>A drawing with its name and description for who cannot see it.</summary>
    public static TagBuilder Chart(string key, int height, string title, string description)
    {
        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = "chart";
        svg.Attributes["width"] = "100%";
        svg.Attributes["height"] = Number(height);
        svg.Attributes["role"] = "img";
        svg.Attributes["aria-labelledby"] = $"{key}-titel {key}-uitleg";
        svg.InnerHtml.AppendHtml(Words("title", $"{key}-titel", title));
        svg.InnerHtml.AppendHtml(Words("desc", $"{key}-uitleg", description));
        return svg;
    }

    public static TagBuilder Rect(string cssClass, (double Left, double Width) across, int top, int height) => Element(
        "rect",
        ("class", cssClass),
        ("x", Share(across.Left)),
        ("y", Number(top)),
        ("width", Share(across.Width)),
        ("height", Number(height)));

    public static TagBuilder Circle(string cssClass, double centre, int top, int radius) =>
        Element("circle", ("class", cssClass), ("cx", Share(centre)), ("cy", Number(top)), ("r", Number(radius)));

    public static TagBuilder Line(string cssClass, double across, int top, int bottom) =>
        Element("line", ("class", cssClass), ("x1", Share(across)), ("x2", Share(across)), ("y1", Number(top)), ("y2", Number(bottom)));

    /// <summary>A line from one point to another.</summary>
    public static TagBuilder Slope(string cssClass, (double Across, int Top) from, (double Across, int Top) to) => Element(
        "line", ("class", cssClass), ("x1", Share(from.Across)), ("x2", Share(to.Across)), ("y1", Number(from.Top)), ("y2", Number(to.Top)));

    public static TagBuilder Text(string cssClass, double across, int baseline, string words, string? anchor = null)
    {
        var text = Element("text", ("class", cssClass), ("x", Share(across)), ("y", Number(baseline)), ("text-anchor", anchor ?? AnchorAt(across)));
        text.InnerHtml.Append(words);
        return text;
    }

    private static string AnchorAt(double across) => across < NearStart ? "start" : across > NearEnd ? "end" : "middle";

    private static TagBuilder Words(string name, string id, string words)
    {
        var element = Element(name, ("id", id));
        element.InnerHtml.Append(words);
        return element;
    }

    private static TagBuilder Element(string name, params (string Name, string Value)[] attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (attribute, value) in attributes)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    private static string Share(double value) => $"{(value * 100).ToString("0.###", CultureInfo.InvariantCulture)}%";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
