using System.Globalization;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Audit.Data.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Integration.Tests.Charts;

/// <summary>A chart as the page gets it, read as XML: what is not well-formed is noticed at once.</summary>
public sealed class DrawnChart
{
    private DrawnChart(string html)
    {
        Html = html;
        Root = XElement.Parse(html);
    }

    public string Html { get; }

    public XElement Root { get; }

    /// <summary>Rows of the table, each cell as text.</summary>
    public IReadOnlyList<string[]> Rows => [.. Root.Descendants("tbody").SelectMany(body => body.Elements("tr")).Select(row => row.Elements().Select(cell => cell.Value).ToArray())];

    /// <summary>Everything that is written in the drawing.</summary>
    public IReadOnlyList<string> Texts => [.. Root.Descendants("text").Select(text => text.Value)];

    public string Description => Root.Descendants("desc").Single().Value;

    /// <summary>Attributes of the drawing that hold places and sizes.</summary>
    public IEnumerable<string> Coordinates =>
        from element in Root.Descendants("svg").DescendantsAndSelf()
        from attribute in element.Attributes()
        where attribute.Name.LocalName is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "cx" or "cy" or "r" or "width" or "height"
        select attribute.Value;

    public static DrawnChart Of(TagHelper helper, string language = "nl")
    {
        using var _ = Language.Use(language);
        var output = new TagHelperOutput("chart", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, HtmlEncoder.Default);
        return new(writer.ToString());
    }
}
