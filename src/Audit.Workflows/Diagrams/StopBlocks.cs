using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>Draws single stops: a step, a mark, or the frame around what a container holds.</summary>
internal static class StopBlocks
{
    public static Block Step(ActivityNode node, int leastHeight)
    {
        var isDecision = node.Type.Kind is ActivityKind.Decision;
        var width = DiagramSizes.StepWidth - (2 * (isDecision ? DiagramSizes.DecisionPadding : DiagramSizes.StepPadding));
        var name = TextSize.Wrap(StepWords.NameOf(node), DiagramSizes.Name, width, DiagramSizes.NameLines);
        string[] details = [.. DetailsOf(node).SelectMany(detail => TextSize.Wrap(detail, DiagramSizes.Detail, width, DiagramSizes.DetailLines))];
        var text = DiagramSizes.StepTop + (name.Count * DiagramSizes.NameLine) + (details.Length * DiagramSizes.DetailLine) + DiagramSizes.StepBottom;
        var box = new Box(0, 0, DiagramSizes.StepWidth, Math.Max(text, leastHeight));
        return new(box.Width, box.Height, box.Width / 2, [new DiagramStep(node, box, name, details)])
        {
            Point = isDecision ? DiagramSizes.DecisionPoint : 0,
        };
    }

    public static Block Mark(string words, int leastHeight)
    {
        var box = new Box(0, 0, DiagramSizes.MarkWidth, Math.Max(DiagramSizes.MarkHeight, leastHeight));
        return new(box.Width, box.Height, box.Width / 2, [new DiagramMark(words, box)]);
    }

    public static Block Frame(ActivityNode container, Block body)
    {
        var bodyWidth = Math.Max(body.Width, DiagramSizes.StepWidth);
        var name = TextSize.Wrap(StepWords.NameOf(container), DiagramSizes.Name, bodyWidth, DiagramSizes.NameLines);
        var manner = StepWords.MannerOf(container);
        var top = DiagramSizes.FrameTop + (name.Count * DiagramSizes.NameLine) + (manner.Length > 0 ? DiagramSizes.DetailLine : 0) + DiagramSizes.FrameTop;
        var box = new Box(0, 0, bodyWidth + (2 * DiagramSizes.FramePadding), top + body.Height + DiagramSizes.FramePadding);
        return new(
            box.Width,
            box.Height,
            DiagramSizes.FramePadding + body.Axis,
            [new DiagramFrame(container, box, name, manner), .. body.MovedBy(DiagramSizes.FramePadding, top)]);
    }

    private static IEnumerable<string> DetailsOf(ActivityNode node) => node.Type.Kind is ActivityKind.Timed
        ? [StepWords.TimeOf(node)!]
        : new[] { StepWords.WhoOf(node), StepWords.TimeOf(node) }.OfType<string>();
}
