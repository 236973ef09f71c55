using System.Xml.Linq;
using Audit.Workflows.Activities;

namespace Audit.Workflows.Diagrams;

/// <summary>Writes one part of a drawing as SVG.</summary>
internal static class ElementWriter
{
    private const int Rounding = 6;
    private const int Shade = 6;
    private const int ArrowLength = 9;
    private const int ArrowHalf = 5;

    /// <summary>From the top of a line of text to where its letters stand.</summary>
    private const int Baseline = 15;

    public static IEnumerable<XElement> Write(DiagramElement element, SvgOptions options) => element switch
    {
        DiagramFrame frame => [.. Write(frame), .. CountMarks.Write(frame.Node.Path, frame.Box, options)],
        DiagramStep step => [Shape(step), .. Words(step), .. CountMarks.Write(step.Node.Path, step.Box, options)],
        DiagramMark mark => Write(mark),
        DiagramLine line => Write(line),
        _ => [],
    };

    private static IEnumerable<XElement> Write(DiagramFrame frame)
    {
        var isParallel = frame.Node.Type.Kind is ActivityKind.Parallel;
        var cssClass = isParallel ? "workflow__frame workflow__frame--parallel" : "workflow__frame";
        if (isParallel)
        {
            yield return SvgElements.Rect(cssClass, frame.Box.MovedBy(Shade, Shade), Rounding);
        }

        yield return SvgElements.Rect(cssClass, frame.Box, Rounding);
        var place = new Point(frame.Box.X + DiagramSizes.FramePadding, frame.Box.Y + DiagramSizes.FrameTop + Baseline);
        foreach (var line in frame.Name)
        {
            yield return SvgElements.Text("workflow__name", place, line, DiagramSizes.Name);
            place = place.MovedBy(0, DiagramSizes.NameLine);
        }

        if (frame.Manner.Length > 0)
        {
            yield return SvgElements.Text("workflow__detail", place, frame.Manner, DiagramSizes.Detail);
        }
    }

    private static XElement Shape(DiagramStep step)
    {
        var box = step.Box;
        return step.Node.Type.Kind switch
        {
            ActivityKind.Decision => Diamond("workflow__step workflow__step--decision", box),
            ActivityKind.Timed => SvgElements.Rect("workflow__step workflow__step--wait", box, box.Height / 2),
            ActivityKind.Automatic => SvgElements.Rect("workflow__step workflow__step--automatic", box),
            _ => SvgElements.Rect("workflow__step workflow__step--human", box, Rounding),
        };
    }

    /// <summary>A box with a point at its left and right side.</summary>
    private static XElement Diamond(string cssClass, Box box)
    {
        var (left, right, middle) = (box.X + DiagramSizes.DecisionPoint, box.Right - DiagramSizes.DecisionPoint, box.Y + (box.Height / 2));
        return SvgElements.Polygon(cssClass, new(left, box.Y), new(right, box.Y), new(box.Right, middle), new(right, box.Bottom), new(left, box.Bottom), new(box.X, middle));
    }

    private static IEnumerable<XElement> Words(DiagramStep step)
    {
        var text = (step.Name.Count * DiagramSizes.NameLine) + (step.Details.Count * DiagramSizes.DetailLine);
        var place = new Point(step.Box.X + (step.Box.Width / 2), step.Box.Y + ((step.Box.Height - text) / 2) + Baseline);
        foreach (var line in step.Name)
        {
            yield return SvgElements.Text("workflow__name", place, line, DiagramSizes.Name, "middle");
            place = place.MovedBy(0, DiagramSizes.NameLine);
        }

        foreach (var line in step.Details)
        {
            yield return SvgElements.Text("workflow__detail", place, line, DiagramSizes.Detail, "middle");
            place = place.MovedBy(0, DiagramSizes.DetailLine);
        }
    }

    private static IEnumerable<XElement> Write(DiagramMark mark) =>
    [
        SvgElements.Rect("workflow__mark", mark.Box, DiagramSizes.MarkHeight / 2),
        SvgElements.Text("workflow__mark-text", new(mark.Box.X + (mark.Box.Width / 2), mark.Box.Y + (mark.Box.Height / 2) + 5), mark.Words, DiagramSizes.Detail, "middle"),
    ];

    private static IEnumerable<XElement> Write(DiagramLine line)
    {
        yield return SvgElements.Polyline("workflow__line", line.Points);
        yield return Arrow(line.Points[^2], line.Points[^1]);
        if (line.Label is { } label)
        {
            yield return SvgElements.Text("workflow__label", label.Place, label.Words, DiagramSizes.Detail, label.EndsHere ? "end" : "start");
        }
    }

    private static XElement Arrow(Point before, Point tip)
    {
        var (right, down) = (Math.Sign(tip.X - before.X), Math.Sign(tip.Y - before.Y));
        var back = tip.MovedBy(-right * ArrowLength, -down * ArrowLength);
        return SvgElements.Polygon(
            "workflow__arrow",
            tip,
            back.MovedBy(down * ArrowHalf, right * ArrowHalf),
            back.MovedBy(-down * ArrowHalf, -right * ArrowHalf));
    }
}
