using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Simulation;

/// <summary>One way through a definition.</summary>
/// <param name="Edges">What was passed and by which outcome it was left, in order. Of a parallel step one branch.</param>
public sealed record SimulatedPath(IReadOnlyList<FlowEdge> Edges)
{
    /// <summary>Days that the deadlines and waiting times on this path allow together. Unit: calendar days.</summary>
    public double AllowedDays => Edges.Sum(edge => DaysOf(edge.From) ?? 0);

    /// <summary>Days allowed for one activity: its deadline, or how long it waits; null when it has neither.</summary>
    public static double? DaysOf(ActivityNode node) => node.Type.Kind is ActivityKind.Timed ? node.Wait?.TotalDays : node.DueDays;
}
