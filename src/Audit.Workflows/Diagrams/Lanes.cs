namespace Audit.Workflows.Diagrams;

/// <summary>Divides lines over lanes beside each other; lines share a lane only when they do not meet.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<Route, int> laneByRoute = [];
    private readonly List<List<(int Top, int Bottom)>> taken = [];

    /// <param name="spans">How far up and down each line goes.</param>
    public Lanes(IEnumerable<(Route Route, int Top, int Bottom)> spans)
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
    }

    /// <summary>Width of all lanes together. Unit: pixels.</summary>
    public int Width => taken.Count * DiagramSizes.LaneGap;

    /// <summary>Lane of a line, from the boxes outwards, counted from 0.</summary>
    public int this[Route route] => laneByRoute[route];
}
