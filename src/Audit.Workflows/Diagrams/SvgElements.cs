using System.Xml;
using System.Xml.Linq;

namespace Audit.Workflows.Diagrams;

/// <summary>Elements of SVG. Texts are escaped, and characters that XML forbids are replaced.</summary>
internal static class SvgElements
{
    private const char Replacement = '\uFFFD';
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params object?[] content) => new(Svg + name, content);

    public static XElement Rect(string cssClass, Box box, int radius = 0) => Element(
        "rect",
        new XAttribute("class", cssClass),
        new XAttribute("x", box.X),
        new XAttribute("y", box.Y),
        new XAttribute("width", box.Width),
        new XAttribute("height", box.Height),
        radius == 0 ? null : new XAttribute("rx", radius));

    public static XElement Text(string cssClass, Point place, string words, Font font, string anchor = "start") => Element(
        "text",
        new XAttribute("class", cssClass),
        new XAttribute("x", place.X),
        new XAttribute("y", place.Y),
        new XAttribute("font-size", font.Pixels),
        font.Bold ? new XAttribute("font-weight", 700) : null,
        anchor == "start" ? null : new XAttribute("text-anchor", anchor),
        Clean(words));

    /// <summary>A closed shape with straight sides.</summary>
    public static XElement Polygon(string cssClass, params Point[] corners) =>
        Element("polygon", new XAttribute("class", cssClass), new XAttribute("points", Corners(corners)));

    /// <summary>A line with corners.</summary>
    public static XElement Polyline(string cssClass, IEnumerable<Point> corners) =>
        Element("polyline", new XAttribute("class", cssClass), new XAttribute("fill", "none"), new XAttribute("points", Corners(corners)));

    /// <summary>The words without characters that no XML file may hold.</summary>
    public static string Clean(string words)
    {
        var clean = words.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (i + 1 < clean.Length && XmlConvert.IsXmlSurrogatePair(clean[i + 1], clean[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(clean[i]))
            {
                clean[i] = Replacement;
            }
        }

        return new(clean);
    }

    private static string Corners(IEnumerable<Point> corners) => string.Join(' ', corners.Select(corner => $"{corner.X},{corner.Y}"));
}
