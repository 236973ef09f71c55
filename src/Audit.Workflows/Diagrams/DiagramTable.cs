using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>Where an outcome leads.</summary>
/// <param name="Outcome">The outcome in words; null when there is but one.</param>
/// <param name="Next">The next step in words.</param>
public sealed record DiagramFollow(string? Outcome, string Next)
{
    /// <summary>Both in words, such as "Terug: Antwoorden herstellen".</summary>
    public string Words => Outcome is null ? Next : $"{Outcome}: {Next}";
}

/// <summary>One activity of the drawing in words.</summary>
/// <param name="Path">Path of the activity.</param>
/// <param name="Step">Its name.</param>
/// <param name="Within">Names of what holds it, outermost first; empty on the outermost level.</param>
/// <param name="Role">Role that does it, in words; null when nobody does.</param>
/// <param name="Who">The role and how many people, or "automatisch".</param>
/// <param name="Time">Deadline or time of waiting; null when there is none.</param>
/// <param name="Follows">What follows each outcome.</param>
public sealed record DiagramRow(string Path, string Step, IReadOnlyList<string> Within, string? Role, string Who, string? Time, IReadOnlyList<DiagramFollow> Follows);

/// <summary>The same content as the drawing as rows, for who prefers a table or cannot see the drawing.</summary>
public static class DiagramTable
{
    /// <summary>A row for every activity that holds no others, in the order of the drawing.</summary>
    public static IReadOnlyList<DiagramRow> Of(WorkflowDefinition definition) =>
        [.. StepsIn(definition.Root, isWhole: true).Select(node => RowOf(definition, node))];

    private static IEnumerable<ActivityNode> StepsIn(ActivityNode container, bool isWhole) =>
        FlowPlan.Of(container, isWhole).Rows
            .SelectMany(row => new[] { row.Main?.Node, row.Side?.Node })
            .OfType<ActivityNode>()
            .SelectMany(node => node.Type.IsContainer ? StepsIn(node, isWhole: false) : [node]);

    private static DiagramRow RowOf(WorkflowDefinition definition, ActivityNode node) => new(
        node.Path,
        StepWords.NameOf(node),
        Within(definition, node),
        node.Type.Kind is ActivityKind.Human ? RoleNames.Of(node.Role) : null,
        StepWords.WhoOf(node),
        StepWords.TimeOf(node),
        [.. node.Type.Outcomes.Select(outcome => new DiagramFollow(
            node.Type.Outcomes.Count == 1 ? null : outcome.Words,
            Describe(definition, FlowWalk.After(definition, node, outcome.Name))))]);

    private static List<string> Within(WorkflowDefinition definition, ActivityNode node)
    {
        var names = new List<string>();
        for (var holder = definition.ParentOf(node); holder is not null && holder != definition.Root; holder = definition.ParentOf(holder))
        {
            if (FlowLayout.HasFrame(definition.ParentOf(holder)!, holder))
            {
                names.Insert(0, StepWords.NameOf(holder));
            }
        }

        return names;
    }

    private static string Describe(WorkflowDefinition definition, NextMove move) => move switch
    {
        NextMove.Wait wait => StepWords.NameOf(wait.Node),
        NextMove.Run run => StepWords.NameOf(run.Node),
        NextMove.Decide decide => StepWords.NameOf(decide.Node),
        NextMove.Fork fork => Tr($"per publieke taak, tegelijk: {Describe(definition, FlowWalk.StartBranch(definition, fork.Node))}"),
        NextMove.BranchEnds branch => Tr($"als alle taken klaar zijn: {Describe(definition, FlowWalk.After(definition, branch.Parallel, Outcomes.Done))}"),
        _ => Tr($"einde"),
    };
}
