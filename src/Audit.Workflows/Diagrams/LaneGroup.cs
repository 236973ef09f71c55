namespace Audit.Workflows.Diagrams;

/// <summary>Divides lines over lanes beside each other; lines share a lane only when they do not meet.</summary>
internal sealed class LaneGroup
{
    private readonly Dictionary<Route, int> laneByRoute = [];
    private readonly List<List<(int Top, int Bottom)>> taken = [];

    /// <param name="spans">How far up and down each line goes; short lines take the inner lanes.</param>
    public LaneGroup(IEnumerable<(Route Route, int Top, int Bottom)> spans)
    {
        foreach (var (route, top, bottom) in spans.OrderBy(span => span.Bottom - span.Top))
        {
            var lane = taken.FindIndex(others => others.All(other => bottom + DiagramSizes.PortGap < other.Top || other.Bottom + DiagramSizes.PortGap < top));
            if (lane < 0)
            {
                lane = taken.Count;
                taken.Add([]);
            }

            taken[lane].Add((top, bottom));
            laneByRoute[route] = lane;
        }

        Reach = ReachOf(laneByRoute.Keys);
    }

    /// <summary>Room between the boxes and the lanes. Unit: pixels.</summary>
    public int Reach { get; }

    /// <summary>Width of the lanes alone. Unit: pixels.</summary>
    public int LanesWidth => taken.Count * DiagramSizes.LaneGap;

    /// <summary>Room for lanes and words together; none when there are no lanes.</summary>
    public int Width => taken.Count == 0 ? 0 : Reach + LanesWidth;

    /// <summary>Distance from the boxes to the lane of a line.</summary>
    public int Offset(Route route) => Reach + (laneByRoute[route] * DiagramSizes.LaneGap) + (DiagramSizes.LaneGap / 2);

    /// <summary>Room beside boxes for the words of lines that leave there, or at least for an arrowhead.</summary>
    public static int ReachOf(IEnumerable<Route> leaving) =>
        leaving.Select(route => TextSize.Width(route.Words ?? string.Empty, DiagramSizes.Detail) + (2 * DiagramSizes.LabelMargin))
            .Append(DiagramSizes.LeastReach)
            .Max();
}
