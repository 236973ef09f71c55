using Elsa.Expressions.Models;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;
using ActivityNode = Audit.Workflows.Definitions.ActivityNode;

namespace Audit.Workflows.Elsa.Activities;

/// <summary>An activity of ours on Elsa; what it does is decided by the burst it runs in.</summary>
public abstract class AuditActivity : Activity
{
    private protected AuditActivity(ActivityNode node, string type)
        : base(type, version: 1) => Node = node;

    /// <summary>The activity in our definition, with its literal inputs: there is nothing for Elsa to evaluate.</summary>
    internal ActivityNode Node { get; }

    /// <summary>The burst of the scope in which Elsa evaluates something.</summary>
    internal static Burst BurstOf(ExpressionExecutionContext context) =>
        context.ServiceProvider.GetRequiredService<CurrentBurst>().Value
        ?? throw new InvalidOperationException("Elsa ran an activity outside a move of a process.");

    /// <summary>Key of the branch's task, which Elsa calls its current value; empty outside a branch.</summary>
    internal static string TaskKeyOf(ExpressionExecutionContext context) =>
        context.GetVariable<object>("CurrentValue")?.ToString() ?? string.Empty;

    /// <inheritdoc />
    protected sealed override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var burst = BurstOf(context.ExpressionExecutionContext);
        if (await burst.TryAsync(() => RunAsync(context, burst, TaskKeyOf(context.ExpressionExecutionContext)), false))
        {
            await context.CompleteActivityAsync();
        }
    }

    /// <summary>Does the work. False when the process waits here.</summary>
    private protected abstract Task<bool> RunAsync(ActivityExecutionContext context, Burst burst, string taskKey);
}

/// <summary>Waits for a person or a moment; moments are rows of ours, so Elsa schedules nothing.</summary>
public sealed class WaitingStep : AuditActivity
{
    internal WaitingStep(ActivityNode node)
        : base(node, node.Type.Name)
    {
    }

    private protected override Task<bool> RunAsync(ActivityExecutionContext context, Burst burst, string taskKey)
    {
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkId = burst.Open(Node, taskKey),
            IncludeActivityInstanceId = true,
            Callback = ResumeAsync,
        });
        return Task.FromResult(false);
    }

    /// <summary>Elsa finds this method by its name.</summary>
    private ValueTask ResumeAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(context.GetWorkflowInput<string>(Resumption.Input));
}

/// <summary>Runs an activity of the host.</summary>
public sealed class AutomaticStep : AuditActivity
{
    internal AutomaticStep(ActivityNode node)
        : base(node, node.Type.Name)
    {
    }

    private protected override Task<bool> RunAsync(ActivityExecutionContext context, Burst burst, string taskKey) =>
        burst.ActAsync(Node, taskKey, context.CancellationToken);
}

/// <summary>Stands after the body of a parallel step, so that the branch's row says it is done.</summary>
public sealed class BranchEnd : AuditActivity
{
    /// <summary>Type under which Elsa knows it; no definition can name it.</summary>
    internal const string TypeName = "Audit.BranchEnd";

    internal BranchEnd(ActivityNode parallel)
        : base(parallel, TypeName)
    {
    }

    private protected override Task<bool> RunAsync(ActivityExecutionContext context, Burst burst, string taskKey) =>
        burst.EndBranchAsync(Node, taskKey, context.CancellationToken);
}
