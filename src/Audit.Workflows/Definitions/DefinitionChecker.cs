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
}
