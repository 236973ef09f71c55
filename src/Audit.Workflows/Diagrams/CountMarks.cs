using System.Xml.Linq;

namespace Audit.Workflows.Diagrams;

/// <summary>Marks on the upper edge of an activity: how many cases run there, and how many stopped there.</summary>
internal static class CountMarks
{
    private const int Height = 20;
    private const int Inset = 10;

    public static IEnumerable<XElement> Write(string path, Box box, SvgOptions options)
    {
        if (!options.Counts.TryGetValue(path, out var counts))
        {
            return [];
        }

        var running = counts.RunningWords is { } words ? Mark("workflow__count", words, box.Right - Inset - WidthOf(words), box.Y) : [];
        var faults = counts.FaultWords is { } fault ? Mark("workflow__count workflow__count--fault", fault, box.X + Inset, box.Y) : [];
        return [.. running, .. faults];
    }

    private static IEnumerable<XElement> Mark(string cssClass, string words, int left, int top) =>
    [
        SvgElements.Rect(cssClass, new(left, top - (Height / 2), WidthOf(words), Height), Height / 2),
        SvgElements.Text("workflow__count-text", new(left + (WidthOf(words) / 2), top + 5), words, DiagramSizes.Detail, "middle"),
    ];

    private static int WidthOf(string words) => TextSize.Width(words, DiagramSizes.Detail) + (2 * DiagramSizes.LabelMargin);
}
