using System.CommandLine;
using System.Text.Json.Nodes;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Audit.Workflows.Simulation;

namespace Audit.Cli.Commands;

/// <summary><c>audit workflow</c>, and its <c>simulate</c>: every path through a definition, without a case.</summary>
internal static class WorkflowCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Werkstroom (JSON van Elsa 3)" };
        var script = new Option<string?>("--script") { Description = "Keuzes voor één pad; zonder deze optie alle paden", HelpName = "BESTAND" };
        var json = CommonOptions.Json();
        var simulate = new Command("simulate", "Loop een werkstroom na zonder iets te bewaren: elk pad met stappen en termijnen") { file, script, json };
        simulate.SetAction(parsed => Simulate(parsed.GetValue(file)!, parsed.GetValue(script), parsed.GetValue(json)));
        return new Command("workflow", "Werkstromen nagaan en tekenen") { simulate, DiagramCommand.Create(), DocumentCommand.Create() };
    }

    private static int Simulate(string file, string? scriptFile, string? json)
    {
        var (definition, problems) = DefinitionFile.Load(file);
        if (Output.Report(problems) || definition is null || PathsOf(definition, scriptFile) is not { } paths)
        {
            return ExitCode.InputAtFault;
        }

        if (json != "-")
        {
            Print(definition, paths);
        }

        return Output.WriteJson(json, ToJson(definition, paths)) ? ExitCode.Done : ExitCode.InputAtFault;
    }

    private static IReadOnlyList<SimulatedPath>? PathsOf(WorkflowDefinition definition, string? scriptFile)
    {
        if (scriptFile is null)
        {
            return [.. DefinitionPaths.All(definition).Select(edges => new SimulatedPath(edges))];
        }

        var problems = new ProblemList(scriptFile);
        var path = SimulationScript.Load(scriptFile, problems) is { } script ? ScriptedWalk.Of(definition, script, problems) : null;
        return Output.Report(problems.All) || path is null ? null : [path];
    }

    private static void Print(WorkflowDefinition definition, IReadOnlyList<SimulatedPath> paths)
    {
        var longest = paths.Max(path => path.AllowedDays);
        var atLeast = paths.Count == DefinitionPaths.Most ? "ten minste " : string.Empty;
        Console.WriteLine($"Werkstroom '{definition.DefinitionId}' versie {definition.Version}: geen regel overtreden; {atLeast}{paths.Count} {(paths.Count == 1 ? "pad" : "paden")}, hoogstens {longest:0.#} dagen.");
        Console.WriteLine("Van een parallelle stap telt één tak; elke keuze komt per pad hoogstens één keer voor.");
        for (var i = 0; i < paths.Count; i++)
        {
            Console.WriteLine();
            Console.WriteLine($"Pad {i + 1}: {paths[i].Edges.Count} stappen, {paths[i].AllowedDays:0.#} dagen");
            foreach (var edge in paths[i].Edges)
            {
                Console.WriteLine($"  {Describe(edge)}");
            }
        }
    }

    private static string Describe(FlowEdge edge)
    {
        var role = edge.From.Role.Length > 0 ? $", {edge.From.Role}" : string.Empty;
        var days = SimulatedPath.DaysOf(edge.From) is { } allowed ? $", {allowed:0.#} dagen" : string.Empty;
        var outcome = edge.From.Type.Outcomes.Count > 1 ? $" → {edge.Outcome}" : string.Empty;
        return $"{edge.From.Id} ({edge.From.Type.Name}{role}{days}){outcome}";
    }

    private static JsonObject ToJson(WorkflowDefinition definition, IEnumerable<SimulatedPath> paths) => new()
    {
        ["definition"] = definition.DefinitionId,
        ["version"] = definition.Version,
        ["sha256"] = definition.Content.Sha256,
        ["verdict"] = "ok",
        ["paths"] = new JsonArray([.. paths.Select(path => new JsonObject
        {
            ["allowedDays"] = path.AllowedDays,
            ["steps"] = new JsonArray([.. path.Edges.Select(ToJson)]),
        })]),
    };

    private static JsonObject ToJson(FlowEdge edge) => new()
    {
        ["activity"] = edge.From.Id,
        ["type"] = edge.From.Type.Name,
        ["stepKey"] = edge.From.StepKey,
        ["role"] = edge.From.Role,
        ["days"] = SimulatedPath.DaysOf(edge.From),
        ["outcome"] = edge.Outcome,
        ["waitsFor"] = edge.From.Type.Kind switch
        {
            ActivityKind.Human => "person",
            ActivityKind.Timed => "moment",
            _ => null,
        },
    };
}
