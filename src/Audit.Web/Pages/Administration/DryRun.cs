using Audit.Web.Charts;
using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;
using Audit.Workflows.Simulation;

namespace Audit.Web.Pages.Administration;

/// <summary>Every way through a definition, as an administrator looks at it before publishing.</summary>
/// <param name="Paths">The first ones.</param>
/// <param name="Total">How many there are.</param>
/// <param name="LongestDays">Days that the longest one allows.</param>
public sealed record DryRun(IReadOnlyList<DryPath> Paths, int Total, double LongestDays)
{
    /// <summary>Paths that the page shows: more than anybody reads.</summary>
    private const int Most = 25;

    /// <summary>Beyond this many steps, listing all paths takes too long for a page.</summary>
    private const int MostSteps = 300;

    /// <summary>True when there are more paths than were counted.</summary>
    public bool IsAtLeast => Total == DefinitionPaths.Most;

    /// <summary>Null when the definition is too large.</summary>
    public static DryRun? Of(WorkflowDefinition definition)
    {
        if (definition.Activities.Count() > MostSteps)
        {
            return null;
        }

        var paths = DefinitionPaths.All(definition).Select(edges => new SimulatedPath(edges)).ToList();
        return new([.. paths.Take(Most).Select((path, i) => DryPath.Of(i + 1, path))], paths.Count, paths.Max(path => path.AllowedDays));
    }
}

/// <summary>One way through.</summary>
/// <param name="Number">Place in the list, from 1.</param>
/// <param name="Days">Days allowed in all.</param>
/// <param name="Name">The choices that leave the usual way, in words.</param>
/// <param name="Steps">What is passed.</param>
public sealed record DryPath(int Number, double Days, string Name, IReadOnlyList<DryStep> Steps)
{
    public static DryPath Of(int number, SimulatedPath path) => new(number, path.AllowedDays, NameOf(path), [.. path.Edges.Select(StepOf)]);

    private static string NameOf(SimulatedPath path)
    {
        var detours = path.Edges.Where(edge => edge.Outcome != edge.From.Type.Outcomes[0].Name).ToList();
        return detours.Count == 0 ? Tr($"de gewone weg") : string.Join(", ", detours.Select(edge => $"‘{StepWords.NameOf(edge.From)}’ {OutcomeOf(edge).ToLowerInvariant()}"));
    }

    private static DryStep StepOf(FlowEdge edge) => new(
        StepWords.NameOf(edge.From),
        DutchText.Capital(StepWords.WhoOf(edge.From)),
        SimulatedPath.DaysOf(edge.From) is { } days ? AdminWords.Days(days) : "–",
        edge.From.Type.Outcomes.Count > 1 ? OutcomeOf(edge) : "–");

    private static string OutcomeOf(FlowEdge edge) => edge.From.Type.Outcomes.Single(known => known.Name == edge.Outcome).Words;
}

/// <summary>A step on a path.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Who">Role that does it.</param>
/// <param name="Time">Days allowed.</param>
/// <param name="Outcome">What is chosen; a dash where there is nothing to choose.</param>
public sealed record DryStep(string Name, string Who, string Time, string Outcome);
