using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>Draws what one container holds, with the ways between.</summary>
internal sealed class FlowLayout
{
    private readonly FlowGrid grid;
    private readonly IReadOnlyList<Route> routes;

    private FlowLayout(FlowPlan plan)
    {
        routes = Route.Of(plan);
        grid = new(plan, routes, Draw);
    }

    /// <param name="container">An activity that holds others.</param>
    /// <param name="isWhole">Whether it is the whole process.</param>
    public static Block Of(ActivityNode container, bool isWhole) => new FlowLayout(FlowPlan.Of(container, isWhole)).ToBlock();

    /// <summary>Whether a container is drawn: the flowchart in a parallel step is not, unless it has a name of its own.</summary>
    public static bool HasFrame(ActivityNode holder, ActivityNode container) =>
        holder.Type.Kind is not ActivityKind.Parallel || container.Type.Kind is not ActivityKind.Flowchart || container.DisplayName is not null;

    private Block ToBlock()
    {
        var stops = grid.Blocks.SelectMany(placed => placed.Block.MovedBy(placed.Box.X, placed.Box.Y));
        return new(grid.Width, grid.Height, grid.Axis, [.. stops, .. routes.Select(LineOf)]);
    }

    private static Block Draw(Stop stop, int leastHeight) => stop.Node switch
    {
        null => StopBlocks.Mark(stop.Words, leastHeight),
        { Type.IsContainer: true } container => StopBlocks.Frame(container, Of(BodyOf(container), isWhole: false)),
        var step => StopBlocks.Step(step, leastHeight),
    };

    private static ActivityNode BodyOf(ActivityNode container) =>
        container.Children is [{ Type.IsContainer: true } body] && !HasFrame(container, body) ? body : container;

    private DiagramLine LineOf(Route route) => new(route.Edge.From.Node?.Path, route.Edge.Outcomes, route.Edge.To.Node?.Path, PointsOf(route))
    {
        Label = route.Words is { } words ? LabelOf(route, words) : null,
    };

    private Point[] PointsOf(Route route)
    {
        if (route.Way is Way.Down)
        {
            var axis = grid.AxisAt(route.From);
            return [new(axis, grid.BoxAt(route.From).Bottom), new(axis, grid.BoxAt(route.To).Y)];
        }

        var (begin, end) = (grid.PortOf(route, isSource: true), grid.PortOf(route, isSource: false));
        return route.Way is Way.Across ? [begin, end] : [begin, begin with { X = grid.LaneOf(route) }, end with { X = grid.LaneOf(route) }, end];
    }

    private DiagramLabel LabelOf(Route route, string words)
    {
        if (route.Way is Way.Down)
        {
            return new(words, new(grid.AxisAt(route.From) + DiagramSizes.LabelMargin, grid.BoxAt(route.From).Bottom + DiagramSizes.DetailLine), EndsHere: false);
        }

        var right = route.IsRightOf(route.From);
        var port = grid.PortOf(route, isSource: true);
        return new(words, port.MovedBy(right ? DiagramSizes.LabelMargin : -DiagramSizes.LabelMargin, -5), EndsHere: !right);
    }
}
