using Audit.Workflows.Definitions;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Activities.Flowchart.Models;
using Elsa.Workflows.Models;
using ActivityKind = Audit.Workflows.Activities.ActivityKind;
using ActivityNode = Audit.Workflows.Definitions.ActivityNode;

namespace Audit.Workflows.Elsa.Activities;

/// <summary>Builds Elsa's activities from a definition that our own reader and checker accepted.</summary>
/// <remarks>Elsa sees no JSON of ours, so no expression or activity type outside the subset can reach it.</remarks>
internal static class DefinitionMap
{
    /// <param name="definition">The definition.</param>
    /// <param name="versionId">Id of its row, by which Elsa's instances refer to it.</param>
    public static Workflow Build(WorkflowDefinition definition, Guid versionId) => new(Build(definition.Root))
    {
        Identity = new(definition.DefinitionId, definition.Version, versionId.ToString("N")),
        WorkflowMetadata = new() { Name = definition.Name.Nl },
        IsReadonly = true,
    };

    private static IActivity Build(ActivityNode node)
    {
        IActivity activity = node.Type.Kind switch
        {
            ActivityKind.Flowchart => Chart(node),
            ActivityKind.Sequence => new Sequence { Activities = [.. node.Children.Select(Build)] },
            ActivityKind.Parallel => Parallel(node),
            ActivityKind.Decision => new FlowDecision(context => DecideAsync(node, context)),
            ActivityKind.Timed or ActivityKind.Human => new WaitingStep(node),
            ActivityKind.Automatic => new AutomaticStep(node),
        };
        activity.Id = node.Id;
        activity.Name = node.Id;
        return activity;
    }

    private static Flowchart Chart(ActivityNode node)
    {
        var children = node.Children.ToDictionary(child => child.Id, Build);
        return new()
        {
            Activities = [.. children.Values],
            Start = children[node.Start!],
            Connections =
            [
                .. node.Connections.Select(connection => new global::Elsa.Workflows.Activities.Flowchart.Models.Connection(
                    new Endpoint(children[connection.Source.Activity], connection.Source.Name),
                    new Endpoint(children[connection.Target.Activity], connection.Target.Name))),
            ],
        };
    }

    private static ParallelForEach Parallel(ActivityNode node) => new()
    {
        Items = new Input<object>(context => ForkAsync(node, context)),
        Body = new Sequence
        {
            Id = $"{node.Id}:branch",
            Activities = [Build(node.Children[0]), new BranchEnd(node) { Id = $"{node.Id}:end" }],
        },
    };

    private static ValueTask<bool> DecideAsync(ActivityNode node, ExpressionExecutionContext context)
    {
        var burst = AuditActivity.BurstOf(context);
        return burst.TryAsync(() => burst.DecideAsync(node, AuditActivity.TaskKeyOf(context), context.CancellationToken), false);
    }

    private static async ValueTask<object?> ForkAsync(ActivityNode node, ExpressionExecutionContext context)
    {
        var burst = AuditActivity.BurstOf(context);
        return await burst.TryAsync(() => burst.ForkAsync(node, context.CancellationToken), []);
    }
}
