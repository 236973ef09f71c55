using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Simulation;

/// <summary>Walks a definition once, choosing as a script says.</summary>
public sealed class ScriptedWalk
{
    private readonly WorkflowDefinition definition;
    private readonly SimulationScript script;
    private readonly FlowGraph graph;
    private readonly List<ScriptedChoice> unused;

    private ScriptedWalk(WorkflowDefinition definition, SimulationScript script)
    {
        this.definition = definition;
        this.script = script;
        graph = new FlowGraph(definition);
        unused = [.. script.Choices];
    }

    /// <summary>The path that follows from the script; null when the script does not fit the definition.</summary>
    /// <param name="definition">A definition that the checker accepts.</param>
    /// <param name="script">The choices.</param>
    /// <param name="problems">Receives what does not fit, with its line in the script.</param>
    public static SimulatedPath? Of(WorkflowDefinition definition, SimulationScript script, ProblemList problems)
    {
        var walk = new ScriptedWalk(definition, script);
        walk.CheckChoices(problems);
        if (problems.HasErrors)
        {
            return null;
        }

        var edges = walk.Walk();
        if (edges[^1].To is { } stuck)
        {
            problems.Error(1, Sentence.Of($"het pad komt na {DefinitionPaths.Most} stappen niet bij een einde; laatste stap: '{stuck.Id}'"));
        }

        foreach (var choice in walk.unused)
        {
            problems.Error(choice.Line, Sentence.Of($"stap '{choice.Step}' komt op dit pad niet (of niet zo vaak) voor"));
        }

        return problems.HasErrors ? null : new SimulatedPath(edges);
    }

    private void CheckChoices(ProblemList problems)
    {
        foreach (var choice in script.Choices)
        {
            var steps = graph.Leaves.Where(node => IsFor(choice, node)).ToList();
            if (steps.Count == 0)
            {
                problems.Error(choice.Line, Sentence.Of($"stap '{choice.Step}' staat niet in de werkstroom '{definition.DefinitionId}'"));
            }
            else if (!steps.Any(step => step.Type.HasOutcome(choice.Outcome)))
            {
                problems.Error(choice.Line, Sentence.Of($"'{choice.Outcome}' is geen uitkomst van stap '{choice.Step}'; mogelijk zijn {string.Join(", ", steps[0].Type.Outcomes.Select(outcome => outcome.Name))}"));
            }
        }
    }

    /// <summary>A definition may lead back along the way forward; such a walk is cut off.</summary>
    private List<FlowEdge> Walk()
    {
        var edges = new List<FlowEdge>();
        for (ActivityNode? at = graph.First; at is not null && edges.Count < DefinitionPaths.Most; at = edges[^1].To)
        {
            var outcome = OutcomeAt(at);
            edges.Add(graph.From(at).Single(edge => edge.Outcome == outcome));
        }

        return edges;
    }

    private string OutcomeAt(ActivityNode node)
    {
        if (unused.Find(choice => IsFor(choice, node) && node.Type.HasOutcome(choice.Outcome)) is { } choice)
        {
            unused.Remove(choice);
            return choice.Outcome;
        }

        return node.Type.Kind is ActivityKind.Decision ? (IsTrue(node) ? Outcomes.True : Outcomes.False) : node.Type.ForwardOutcome;
    }

    private bool IsTrue(ActivityNode decision)
    {
        var condition = decision.Inputs[Inputs.Condition];
        if (condition.Expression is ExpressionType.Literal)
        {
            return condition.Text == "true";
        }

        var name = condition.Text[DefinitionVariable.FactPrefix.Length..];
        var initial = definition.Variables.FirstOrDefault(variable => variable.Name == condition.Text)?.Initial;
        return script.Facts.TryGetValue(name, out var fact) ? fact : string.Equals(initial, "true", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsFor(ScriptedChoice choice, ActivityNode node) => choice.Step == node.Id || choice.Step == node.StepKey;
}
