using System.Text;
using System.Xml;
using System.Xml.Linq;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>What a drawing is made for.</summary>
/// <param name="Key">Start of the ids inside; unique on the page.</param>
/// <param name="Standalone">True for a file of its own, which carries its colours; on a page the style sheet of the page has them.</param>
public sealed record SvgOptions(string Key, bool Standalone)
{
    /// <summary>For a file of its own.</summary>
    public static SvgOptions File { get; } = new("werkstroom", Standalone: true);

    /// <summary>How many cases are at each activity, by its path; activities that are left out get no mark.</summary>
    public IReadOnlyDictionary<string, StepCounts> Counts { get; init; } = new Dictionary<string, StepCounts>();
}

/// <summary>Writes a drawing as SVG: real text, classes instead of colours, and a title and description for who cannot see it.</summary>
public static class DiagramSvg
{
    private static readonly XmlWriterSettings Layout = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>The drawing as text, ready for a file or a page.</summary>
    public static string Write(DefinitionDiagram diagram, SvgOptions options)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Layout))
        {
            Root(diagram, options).WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }

    private static XElement Root(DefinitionDiagram diagram, SvgOptions options) => SvgElements.Element(
        "svg",
        new XAttribute("class", "workflow"),
        new XAttribute("width", diagram.Width),
        new XAttribute("height", diagram.Height),
        new XAttribute("viewBox", $"0 0 {diagram.Width} {diagram.Height}"),
        new XAttribute("role", "img"),
        new XAttribute("aria-labelledby", $"{options.Key}-titel {options.Key}-uitleg"),
        Words("title", $"{options.Key}-titel", Tr($"Werkstroom: {diagram.Definition.Name.Shown()}")),
        Words("desc", $"{options.Key}-uitleg", Describe(diagram.Definition, options)),
        options.Standalone ? SvgElements.Element("style", DiagramStyle.Css) : null,
        options.Standalone ? SvgElements.Rect("workflow__paper", new(0, 0, diagram.Width, diagram.Height)) : null,
        Layers(diagram).SelectMany(element => ElementWriter.Write(element, options)));

    /// <summary>Frames lie below lines, and lines below the steps that they touch.</summary>
    private static IEnumerable<DiagramElement> Layers(DefinitionDiagram diagram) => diagram.Elements.OrderBy(element => element switch
    {
        DiagramFrame => 0,
        DiagramLine => 1,
        _ => 2,
    });

    /// <summary>The steps in words; the table beside the drawing says more.</summary>
    private static string Describe(WorkflowDefinition definition, SvgOptions options)
    {
        var steps = DiagramTable.Of(definition).Select(row => options.Counts.TryGetValue(row.Path, out var counts) && counts.Words.Length > 0
            ? $"{row.Step} ({row.Who}; {counts.Words})"
            : $"{row.Step} ({row.Who})");
        return Tr($"{definition.Description?.Shown()} De stappen: {string.Join("; ", steps)}.").TrimStart();
    }

    private static XElement Words(string name, string id, string words) => SvgElements.Element(name, new XAttribute("id", id), SvgElements.Clean(words));
}
