using Audit.Data.Templates.Documents;
using Audit.Data.Templates.Shapes;

namespace Audit.Workflows.Simulation;

/// <summary>What is chosen at a step during a simulation.</summary>
/// <param name="Step">Step key or id of the activity.</param>
/// <param name="Outcome">The outcome chosen.</param>
/// <param name="Line">1-based line in the script.</param>
public sealed record ScriptedChoice(string Step, string Outcome, int Line);

/// <summary>Choices for one simulated walk; wherever it says nothing, the walk takes the way forward.</summary>
/// <param name="Choices">In the order in which they are used: the same step twice means its first and its second visit.</param>
/// <param name="Facts">Facts that hold during the whole walk, by name without "fact.".</param>
public sealed record SimulationScript(IReadOnlyList<ScriptedChoice> Choices, IReadOnlyDictionary<string, bool> Facts)
{
    public const string Schema = "audit-simulation/1";

    private static readonly MapShape Shape = new(
        new("schema", new WordShape(Schema), true),
        new("steps", new ListShape(new MapShape(
            new("step", TextShape.Id, true),
            new("outcome", TextShape.Id, true)))),
        new("facts", new ListShape(new MapShape(
            new("name", TextShape.Id, true),
            new("value", new WordShape("yes", "no"), true)))));

    /// <summary>Reads a script from a YAML or JSON file; null when it has errors.</summary>
    public static SimulationScript? Load(string path, ProblemList problems)
    {
        if (DocumentReader.ReadFile(path, problems) is not { } root)
        {
            return null;
        }

        Shape.Check(root, "het script", problems);
        return problems.HasErrors || root is not MapNode map ? null : new(
            [.. Maps(map, "steps").Select(step => new ScriptedChoice(step.Text("step")!, step.Text("outcome")!, step.Line))],
            Maps(map, "facts").DistinctBy(fact => fact.Text("name")).ToDictionary(fact => fact.Text("name")!, fact => fact.Text("value") == "yes"));
    }

    private static IEnumerable<MapNode> Maps(MapNode map, string name) => (map.Find(name) as ListNode)?.Items.OfType<MapNode>() ?? [];
}
