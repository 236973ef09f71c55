using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>Evaluates the condition of a decision: a literal, or a fact that an activity set.</summary>
internal static class Decisions
{
    private const string True = "true";

    public static async Task<bool> IsTrueAsync(ProcessRun run, ActivityNode decision, string taskKey, CancellationToken cancellation)
    {
        var condition = decision.Inputs[Inputs.Condition];
        if (condition.Expression is ExpressionType.Literal)
        {
            return condition.Text == True;
        }

        var fact = await FactAsync(run, condition.Text[DefinitionVariable.FactPrefix.Length..], taskKey, cancellation);
        var initial = run.Definition.Variables.FirstOrDefault(variable => variable.Name == condition.Text)?.Initial;
        return string.Equals(fact ?? initial, True, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The fact of the branch, otherwise that of the whole process.</summary>
    private static async Task<string?> FactAsync(ProcessRun run, string name, string taskKey, CancellationToken cancellation)
    {
        // A fact may have been set by the change that finished the step.
        await run.Db.SaveChangesAsync(cancellation);
        var facts = await run.Db.WorkflowFacts
            .Where(fact => fact.InstanceId == run.Instance.Id && fact.Name == name && (fact.TaskKey == taskKey || fact.TaskKey == ""))
            .ToListAsync(cancellation);
        return facts.OrderByDescending(fact => fact.TaskKey.Length).FirstOrDefault()?.Value;
    }
}
