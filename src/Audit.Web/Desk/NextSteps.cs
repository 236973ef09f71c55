using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Administration;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>Where a case is and what follows, in words.</summary>
/// <param name="Now">Names of the open steps of people, each once.</param>
/// <param name="Then">Name of the step that follows when all goes well; null at the end.</param>
public sealed record NextSteps(IReadOnlyList<string> Now, string? Then)
{
    /// <summary>Reads them for one case.</summary>
    /// <param name="db">A context.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="instrument">Its instrument.</param>
    public static async Task<NextSteps> ReadAsync(AuditContext db, Guid caseId, Instrument instrument)
    {
        var open = await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            join definition in db.WorkflowDefinitions on instance.WorkflowDefinitionId equals definition.Id
            where instance.AssessmentId == caseId && step.Status == StepStatus.Open && step.Role != string.Empty && !db.Suspicions.Any(suspicion => suspicion.InstanceId == instance.Id)
            orderby step.OpenedUtc, step.Id
            select new { step.Activity, step.StepKey, step.Path, definition.DefinitionId, definition.DefinitionVersion }).ToListAsync();
        if (open.Count == 0)
        {
            return new([], null);
        }

        var (first, names) = (open[0], open.Select(step => StepTexts.NameOf(step.Activity, step.StepKey, instrument)).Distinct().ToList());
        var found = await DefinitionVersions.FindAsync(db, first.DefinitionId, first.DefinitionVersion);
        var next = found is null ? null : After(found.Definition, first.Path);
        var then = next is null ? null : StepTexts.NameOf(next.Type.Name, next.StepKey, instrument);
        return new(names, then is not null && names.Contains(then) ? null : then);
    }

    /// <summary>The next step of a person on the way forward.</summary>
    private static ActivityNode? After(WorkflowDefinition definition, string path)
    {
        var graph = new FlowGraph(definition);
        var seen = new HashSet<string>();
        for (var at = Forward(graph, definition.Find(path)); at is not null && seen.Add(at.Path); at = Forward(graph, at))
        {
            if (at.Type.Kind == ActivityKind.Human)
            {
                return at;
            }
        }

        return null;
    }

    private static ActivityNode? Forward(FlowGraph graph, ActivityNode? node) =>
        node is null ? null : graph.From(node).FirstOrDefault(edge => edge.Outcome == node.Type.ForwardOutcome)?.To;
}
