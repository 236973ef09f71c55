namespace Audit.Workflows.Diagrams;

/// <summary>Gives every line that leaves or reaches a box at its side a height of its own, so that no two lie on each other.</summary>
internal sealed class Ports
{
    private readonly Dictionary<(Route Route, bool IsSource), (int Index, int Count)> slots = [];
    private readonly Dictionary<(int Row, Way Lanes), int> counts = [];

    public Ports(IEnumerable<Route> routes)
    {
        var ends = routes.Where(route => route.Way is not Way.Down).SelectMany(EndsOf);
        foreach (var side in ends.GroupBy(end => (At(end).Row, LanesOf(end.Route))))
        {
            var ordered = side.OrderBy(Rank).ThenBy(Distance).ToList();
            counts[side.Key] = ordered.Count;
            for (var i = 0; i < ordered.Count; i++)
            {
                slots[ordered[i]] = (i + 1, ordered.Count + 1);
            }
        }
    }

    /// <summary>Least height that keeps the lines at the sides of a box apart.</summary>
    public int LeastHeight(Spot spot)
    {
        var most = counts.Where(side => side.Key.Row == spot.Row && Touches(side.Key.Lanes, spot)).Select(side => side.Value).DefaultIfEmpty().Max();
        return most == 0 ? 0 : (most + 1) * DiagramSizes.PortGap;
    }

    /// <summary>How far below the top of the row a line leaves or arrives.</summary>
    public int Height(Route route, bool isSource, int boxHeight)
    {
        var (index, count) = slots[(route, isSource || route.Way is Way.Across)];
        return boxHeight * index / count;
    }

    /// <summary>Both boxes of a row share the lines between them.</summary>
    private static bool Touches(Way lanes, Spot spot) => lanes is Way.Middle || (lanes is Way.Left) == spot.IsMain;

    private static IEnumerable<(Route Route, bool IsSource)> EndsOf(Route route) =>
        route.Way is Way.Across ? [(route, true)] : [(route, true), (route, false)];

    private static Way LanesOf(Route route) => route.Way is Way.Across ? Way.Middle : route.Way;

    private static Spot At((Route Route, bool IsSource) end) => end.IsSource ? end.Route.From : end.Route.To;

    private static Spot Other((Route Route, bool IsSource) end) => end.IsSource ? end.Route.To : end.Route.From;

    /// <summary>Lines that come from above or go there are higher, those from below lower; straight ones between them.</summary>
    private static int Rank((Route Route, bool IsSource) end) => (end.Route.Way, Other(end).Row - At(end).Row) switch
    {
        (Way.Across, _) => end.Route.From.IsMain ? 1 : 2,
        (_, 0) => end.IsSource ? 3 : 0,
        (_, < 0) => 0,
        _ => 3,
    };

    /// <summary>Short lines take the inner lanes; this order lets long ones pass them without crossing.</summary>
    private static int Distance((Route Route, bool IsSource) end)
    {
        var rows = Other(end).Row - At(end).Row;
        return rows < 0 ? -rows : int.MaxValue - rows;
    }
}
