namespace Audit.Workflows.Diagrams;

/// <summary>Places of the stops and lanes of one container.</summary>
internal sealed class FlowGrid
{
    private readonly Ports ports;
    private readonly Bands bands;
    private readonly Dictionary<Spot, Block> blocks = [];
    private readonly int[] tops;
    private readonly LaneGroup left;
    private readonly Dictionary<int, DetourPlaces> detours;

    /// <param name="plan">What is placed.</param>
    /// <param name="routes">The ways between stops.</param>
    /// <param name="draw">Draws a stop, at least as high as asked.</param>
    public FlowGrid(FlowPlan plan, IReadOnlyList<Route> routes, Func<Stop, int, Block> draw)
    {
        ports = new(routes);
        bands = new(plan.Rows.Count, routes);
        for (var row = 0; row < plan.Rows.Count; row++)
        {
            Draw(plan.Rows[row].Main, new(row, IsMain: true), draw);
            Draw(plan.Rows[row].Side, new(row, IsMain: false), draw);
        }

        tops = Tops(plan.Rows.Count);
        left = Group(routes.Where(route => route.Way is Way.Left));
        Axis = left.Width + blocks.Where(placed => placed.Key.IsMain).Max(placed => placed.Value.Axis);
        detours = bands.All.ToDictionary(band => band, band => Detours(band, routes));
    }

    public int Width => detours.Values.Max(places => places.Right);

    public int Height => tops[^1] + HeightOf(tops.Length - 1);

    /// <summary>Where the way forward runs down.</summary>
    public int Axis { get; }

    public IEnumerable<(Box Box, Block Block)> Blocks => blocks.Select(placed => (BoxAt(placed.Key), placed.Value));

    /// <summary>The place of a stop.</summary>
    public Box BoxAt(Spot spot)
    {
        var block = blocks[spot];
        return new(AxisAt(spot) - block.Axis, tops[spot.Row], block.Width, block.Height);
    }

    /// <summary>Where straight ways of a stop enter and leave.</summary>
    public int AxisAt(Spot spot) => spot.IsMain ? Axis : DetoursAt(spot).Axis;

    /// <summary>The point at the side of a box where a line leaves or arrives.</summary>
    public Point PortOf(Route route, bool isSource)
    {
        var spot = isSource ? route.From : route.To;
        var (box, y) = (BoxAt(spot), PortHeight(route, isSource));
        var inset = blocks[spot].Point * Math.Abs((2 * (y - box.Y)) - box.Height) / box.Height;
        return new(route.IsRightOf(spot) ? box.Right - inset : box.X + inset, y);
    }

    /// <summary>Where the lane of a line runs down.</summary>
    public int LaneOf(Route route) => route.Way switch
    {
        Way.Left => left.Width - left.Offset(route),
        Way.Middle => DetoursAt(route.From).MiddleLane(route),
        _ => DetoursAt(route.From).RightLane(route),
    };

    private DetourPlaces DetoursAt(Spot spot) => detours[bands[spot.Row]];

    private void Draw(Stop? stop, Spot spot, Func<Stop, int, Block> draw)
    {
        if (stop is not null)
        {
            blocks[spot] = draw(stop, ports.LeastHeight(spot));
        }
    }

    private int[] Tops(int rows)
    {
        var found = new int[rows];
        for (var row = 1; row < rows; row++)
        {
            found[row] = found[row - 1] + HeightOf(row - 1) + DiagramSizes.RowGap;
        }

        return found;
    }

    private int HeightOf(int row) => InRow(row).Max(block => block.Height);

    private IEnumerable<Block> InRow(int row) => blocks.Where(placed => placed.Key.Row == row).Select(placed => placed.Value);

    private DetourPlaces Detours(int band, IReadOnlyList<Route> routes)
    {
        var placed = blocks.Where(block => bands[block.Key.Row] == band).ToLookup(block => block.Key.IsMain, block => block.Value);
        var inBand = routes.Where(route => bands[route.From.Row] == band).ToList();
        return new(
            Axis + placed[true].Select(block => block.Width - block.Axis).DefaultIfEmpty().Max(),
            [.. placed[false]],
            Group(inBand.Where(route => route.Way is Way.Middle)),
            Group(inBand.Where(route => route.Way is Way.Right)),
            [.. inBand.Where(route => route.Way is Way.Middle or Way.Across)]);
    }

    private LaneGroup Group(IEnumerable<Route> routes) => new(routes.Select(Span));

    private (Route Route, int Top, int Bottom) Span(Route route)
    {
        var (from, to) = (PortHeight(route, isSource: true), PortHeight(route, isSource: false));
        return (route, Math.Min(from, to), Math.Max(from, to));
    }

    /// <summary>Boxes beside each other share the lines between them, so the lower of the two decides.</summary>
    private int PortHeight(Route route, bool isSource)
    {
        var spot = isSource ? route.From : route.To;
        var height = route.Way is Way.Middle or Way.Across ? InRow(spot.Row).Min(block => block.Height) : blocks[spot].Height;
        return tops[spot.Row] + ports.Height(route, isSource, height);
    }
}
