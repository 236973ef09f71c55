namespace Audit.Workflows.Diagrams;

/// <summary>Where the detours of a band stand, from left to right: lanes in the middle, the detours, lanes on the right.</summary>
internal sealed class DetourPlaces
{
    private readonly LaneGroup middle;
    private readonly LaneGroup right;
    private readonly int firstMiddleLane;
    private readonly int end;

    /// <param name="start">Right edge of what stands on the way forward in this band.</param>
    /// <param name="blocks">The detours; may be none.</param>
    /// <param name="middle">Lanes between the way forward and the detours.</param>
    /// <param name="right">Lanes to the right of the detours.</param>
    /// <param name="between">All lines between the way forward and the detours.</param>
    public DetourPlaces(int start, IReadOnlyList<Block> blocks, LaneGroup middle, LaneGroup right, IReadOnlyList<Route> between)
    {
        (this.middle, this.right) = (middle, right);
        firstMiddleLane = start + LaneGroup.ReachOf(between.Where(route => route.From.IsMain));
        var first = blocks.Count == 0 ? start : firstMiddleLane + middle.LanesWidth + LaneGroup.ReachOf(between.Where(route => !route.From.IsMain));
        Axis = first + blocks.Select(block => block.Axis).DefaultIfEmpty().Max();
        end = Axis + blocks.Select(block => block.Width - block.Axis).DefaultIfEmpty().Max();
    }

    /// <summary>Where straight ways between detours run down.</summary>
    public int Axis { get; }

    /// <summary>Right edge of everything.</summary>
    public int Right => end + right.Width;

    public int MiddleLane(Route route) => firstMiddleLane + middle.Offset(route) - middle.Reach;

    public int RightLane(Route route) => end + right.Offset(route);
}
