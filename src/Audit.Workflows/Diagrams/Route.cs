namespace Audit.Workflows.Diagrams;

/// <summary>Which way a line goes.</summary>
internal enum Way
{
    /// <summary>Straight down to the next row of the same column.</summary>
    Down,

    /// <summary>Straight to the other column of the same row.</summary>
    Across,

    /// <summary>By a lane to the left of the way forward.</summary>
    Left,

    /// <summary>By a lane between the way forward and the detours.</summary>
    Middle,

    /// <summary>By a lane to the right of the detours.</summary>
    Right,
}

/// <summary>Where a stop stands.</summary>
/// <param name="Row">Counted from 0.</param>
/// <param name="IsMain">Whether it is on the way forward.</param>
internal readonly record struct Spot(int Row, bool IsMain);

/// <summary>The route of one way between stops.</summary>
internal sealed record Route(PlanEdge Edge, Spot From, Spot To, Way Way)
{
    /// <summary>Outcomes in Dutch; null when there is but one way on and the line is short.</summary>
    public string? Words => Edge.From.Node is not { } node || (Way is Way.Down && node.Type.Outcomes.Count == 1)
        ? null
        : StepWords.OutcomesOf(node, Edge.Outcomes);

    /// <summary>Whether this route is at the right side of the stop where it leaves or arrives.</summary>
    public bool IsRightOf(Spot stop) => Way is Way.Right || (Way is not Way.Left && stop.IsMain);

    /// <summary>A route for every way of the plan.</summary>
    public static IReadOnlyList<Route> Of(FlowPlan plan)
    {
        var spots = SpotsOf(plan);
        var next = Neighbours(plan, row => row.Main).Concat(Neighbours(plan, row => row.Side)).ToHashSet();
        return [.. plan.Edges.Select(edge => Of(edge, spots[edge.From.Key], spots[edge.To.Key], next.Contains((edge.From.Key, edge.To.Key))))];
    }

    private static Route Of(PlanEdge edge, Spot from, Spot to, bool isNext) => new(edge, from, to, (from.IsMain, to.IsMain) switch
    {
        _ when isNext => Way.Down,
        (true, true) => Way.Left,
        (false, false) => Way.Right,
        _ when from.Row == to.Row => Way.Across,
        _ => Way.Middle,
    });

    private static Dictionary<string, Spot> SpotsOf(FlowPlan plan)
    {
        var spots = new Dictionary<string, Spot>();
        for (var row = 0; row < plan.Rows.Count; row++)
        {
            if (plan.Rows[row].Main is { } main)
            {
                spots[main.Key] = new(row, IsMain: true);
            }

            if (plan.Rows[row].Side is { } side)
            {
                spots[side.Key] = new(row, IsMain: false);
            }
        }

        return spots;
    }

    private static IEnumerable<(string From, string To)> Neighbours(FlowPlan plan, Func<PlanRow, Stop?> column)
    {
        var stops = plan.Rows.Select(column).OfType<Stop>().Select(stop => stop.Key).ToList();
        return stops.Zip(stops.Skip(1));
    }
}
