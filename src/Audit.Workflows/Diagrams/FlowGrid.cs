namespace Audit.Workflows.Diagrams;

/// <summary>Places of the stops and lanes of one container.</summary>
internal sealed class FlowGrid
{
    private readonly FlowPlan plan;
    private readonly Ports ports;
    private readonly Dictionary<Spot, Block> blocks = [];
    private readonly int[] tops;
    private readonly Dictionary<Way, Lanes> lanes;
    private readonly int leftReach;
    private readonly int mainReach;
    private readonly int sideReach;
    private readonly int rightReach;

    /// <param name="plan">What is placed.</param>
    /// <param name="routes">The ways between stops.</param>
    /// <param name="draw">Draws a stop, at least as high as asked.</param>
    public FlowGrid(FlowPlan plan, IReadOnlyList<Route> routes, Func<Stop, int, Block> draw)
    {
        this.plan = plan;
        ports = new(routes);
        Draw(draw);
        tops = Tops();
        lanes = new[] { Way.Left, Way.Middle, Way.Right }.ToDictionary(way => way, way => new Lanes(routes.Where(route => route.Way == way).Select(Span)));
        leftReach = Reach(routes.Where(route => route.Way is Way.Left));
        rightReach = Reach(routes.Where(route => route.Way is Way.Right));
        mainReach = Reach(routes.Where(route => route.Way is Way.Middle or Way.Across), leavesHere: route => route.From.IsMain);
        sideReach = Reach(routes.Where(route => route.Way is Way.Middle or Way.Across), leavesHere: route => !route.From.IsMain);
    }

    public int Width => SideRight + (lanes[Way.Right].Width == 0 ? 0 : rightReach + lanes[Way.Right].Width);

    public int Height => Enumerable.Range(0, tops.Length).Max(row => tops[row] + HeightOf(row));

    /// <summary>Where the way forward runs down.</summary>
    public int Axis => LeftWidth + Widest(isMain: true, block => block.Axis);

    public IEnumerable<(Spot Spot, Block Block)> Blocks => blocks.Select(placed => (placed.Key, placed.Value));

    private int LeftWidth => lanes[Way.Left].Width == 0 ? 0 : leftReach + lanes[Way.Left].Width;

    private int MainRight => Axis + Widest(isMain: true, block => block.Width - block.Axis);

    private bool HasSide => blocks.Keys.Any(spot => !spot.IsMain);

    private int SideLeft => HasSide ? MainRight + mainReach + lanes[Way.Middle].Width + sideReach : MainRight;

    private int SideAxis => SideLeft + Widest(isMain: false, block => block.Axis);

    private int SideRight => SideAxis + Widest(isMain: false, block => block.Width - block.Axis);

    /// <summary>The place of a stop.</summary>
    public Box BoxAt(Spot spot)
    {
        var block = blocks[spot];
        return new((spot.IsMain ? Axis : SideAxis) - block.Axis, tops[spot.Row], block.Width, block.Height);
    }

    /// <summary>Where straight ways of a stop enter and leave.</summary>
    public int AxisAt(Spot spot) => spot.IsMain ? Axis : SideAxis;

    /// <summary>The point at the side of a box where a line leaves or arrives.</summary>
    public Point PortOf(Route route, bool isSource)
    {
        var spot = isSource ? route.From : route.To;
        var (box, y) = (BoxAt(spot), PortHeight(route, isSource));
        var inset = blocks[spot].Point * Math.Abs((2 * (y - box.Y)) - box.Height) / box.Height;
        return new(LeavesRight(route, spot) ? box.Right - inset : box.X + inset, y);
    }

    /// <summary>Where the lane of a line runs down.</summary>
    public int LaneOf(Route route)
    {
        var outwards = (lanes[route.Way][route] * DiagramSizes.LaneGap) + (DiagramSizes.LaneGap / 2);
        return route.Way switch
        {
            Way.Left => LeftWidth - leftReach - outwards,
            Way.Middle => MainRight + mainReach + outwards,
            _ => SideRight + rightReach + outwards,
        };
    }

    /// <summary>Whether a line is at the right side of a stop.</summary>
    public static bool LeavesRight(Route route, Spot spot) => route.Way is Way.Right || (route.Way is not Way.Left && spot.IsMain);

    private void Draw(Func<Stop, int, Block> draw)
    {
        for (var row = 0; row < plan.Rows.Count; row++)
        {
            Draw(plan.Rows[row].Main, new(row, IsMain: true), draw);
            Draw(plan.Rows[row].Side, new(row, IsMain: false), draw);
        }
    }

    private void Draw(Stop? stop, Spot spot, Func<Stop, int, Block> draw)
    {
        if (stop is not null)
        {
            blocks[spot] = draw(stop, ports.LeastHeight(spot));
        }
    }

    private int[] Tops()
    {
        var found = new int[plan.Rows.Count];
        for (var row = 1; row < found.Length; row++)
        {
            found[row] = found[row - 1] + HeightOf(row - 1) + DiagramSizes.RowGap;
        }

        return found;
    }

    private int HeightOf(int row) => InRow(row).Max(block => block.Height);

    private IEnumerable<Block> InRow(int row) => blocks.Where(placed => placed.Key.Row == row).Select(placed => placed.Value);

    private int PortHeight(Route route, bool isSource)
    {
        var row = (isSource ? route.From : route.To).Row;
        var shared = route.Way is Way.Middle or Way.Across ? InRow(row) : [blocks[isSource ? route.From : route.To]];
        return tops[row] + ports.Height(route, isSource, shared.Min(block => block.Height));
    }

    private (Route Route, int Top, int Bottom) Span(Route route)
    {
        var (from, to) = (PortHeight(route, isSource: true), PortHeight(route, isSource: false));
        return (route, Math.Min(from, to), Math.Max(from, to));
    }

    private int Widest(bool isMain, Func<Block, int> measure) =>
        blocks.Where(placed => placed.Key.IsMain == isMain).Select(placed => measure(placed.Value)).DefaultIfEmpty().Max();

    /// <summary>Room beside the boxes for the words of lines that leave there, or at least for an arrowhead.</summary>
    private static int Reach(IEnumerable<Route> routes, Func<Route, bool>? leavesHere = null) =>
        routes.Where(leavesHere ?? (_ => true))
            .Select(route => TextSize.Width(route.Words ?? string.Empty, DiagramSizes.Detail) + (2 * DiagramSizes.LabelMargin))
            .Append(DiagramSizes.LeastReach)
            .Max();
}
