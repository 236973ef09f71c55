using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Definitions;

/// <summary>Refuses a definition that breaks an invariant of the audit, before anyone runs it.</summary>
/// <remarks>
/// A parallel step counts as run for at least one task: choosing none is refused where tasks are chosen. Both ways out of
/// a decision count as possible, even when its condition is a literal.
/// </remarks>
public static class DefinitionChecker
{
    /// <summary>Adds an error for every broken rule, naming the activity or the path that breaks it.</summary>
    public static void Check(WorkflowDefinition definition, ProblemList problems)
    {
        StepRules.Check(definition, problems);
        var before = problems.All.Count;
        StructureRules.Check(definition, problems);
        if (problems.All.Count == before)
        {
            // Paths can only be followed when every connection leads somewhere.
            PathRules.Check(new FlowGraph(definition), problems);
        }
    }

    /// <summary>The order of the audit that a process would break when it goes on from this place in another version of its definition.</summary>
    /// <param name="versions">The version on which it came there, and the one on which it would go on.</param>
    /// <param name="path">Place where it stands, in both.</param>
    /// <returns>With the path; null when no order is broken.</returns>
    internal static Sentence? FirstBrokenFrom((WorkflowDefinition Old, WorkflowDefinition New) versions, string path)
    {
        var (before, after) = (new FlowGraph(versions.Old), new FlowGraph(versions.New));
        return (
            from rule in OrderRule.For(versions.New)
            from broken in rule.Violations(after, versions.New.Find(path)!, isSatisfied: !rule.MayBeUnsatisfiedAt(before, path))
            select Sentence.Of($"activiteit '{broken[^1].Id}': {rule.Complaint}; pad: {PathRules.Show(broken)}")).FirstOrDefault();
    }
}
