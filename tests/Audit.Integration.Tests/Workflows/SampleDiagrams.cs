using Audit.Data.Templates.Documents;
using Audit.Workflows.Definitions;

namespace Audit.Integration.Tests.Workflows;

/// <summary>Definitions to draw: those in the repository, some with every kind of line, and arbitrary ones.</summary>
internal static class SampleDiagrams
{
    private const int RandomCount = 150;

    private static readonly (string Type, string[] Ports)[] Types =
    [
        ("Audit.WorkSession", ["Done"]),
        ("Audit.TrackActions", ["Done", "Escalated"]),
        ("Audit.ReviewStep", ["Approved", "SendBack"]),
        ("Elsa.FlowDecision", ["True", "False"]),
    ];

    public static IEnumerable<(string Name, WorkflowDefinition Definition)> All() =>
        Directory.GetFiles(ShippedDefinition.Folder, "*.json").Select(path => (Path.GetFileName(path), DefinitionFile.Load(path).Definition!))
            .Append(("choice", Choice()))
            .Append(("nested", Nested()))
            .Concat(Enumerable.Range(0, RandomCount).Select(seed => ($"seed {seed}", Arbitrary(seed))));

    /// <summary>A decision of which one way skips a step, and a step that leads back to itself.</summary>
    public static WorkflowDefinition Choice() => Read(new DefinitionBuilder().Variable("fact.ernstig")
        .Human("melding").Decision("ernstig", "fact.ernstig")
        .Human("onderzoek", "Audit.TrackActions", "manager").Human("besluit").Human("slot")
        .Connect("melding", "Done", "ernstig")
        .Connect("ernstig", "True", "onderzoek").Connect("ernstig", "False", "slot").Connect("onderzoek", "Escalated", "onderzoek")
        .Build());

    /// <summary>A parallel step on a detour, with a detour of its own inside.</summary>
    public static WorkflowDefinition Nested()
    {
        var body = new DefinitionBuilder("body").Human("review", "Audit.ReviewStep", "auditor").Unlinked().Human("mend").Connect("review", "SendBack", "mend").Connect("mend", "Done", "review");
        return Read(new DefinitionBuilder().Human("track", "Audit.TrackActions", "manager").Delay("wait", "1.12:00:00").Unlinked()
            .Each("each", body).Timer("again", "7.00:00:00").Connect("track", "Escalated", "each").Connect("again", "Done", "track").Build());
    }

    public static WorkflowDefinition Read(string json)
    {
        var problems = new ProblemList("proef.json");
        var definition = DefinitionReader.Read(DocumentReader.Read(json, problems)!, problems);
        return definition ?? throw new InvalidOperationException(string.Join('\n', problems.All));
    }

    /// <summary>Every activity can be reached; for the rest anything goes, also what the checker refuses.</summary>
    private static WorkflowDefinition Arbitrary(int seed)
    {
        var random = new Random(seed);
        var builder = new DefinitionBuilder().Variable("fact.x");
        var free = new List<(string Id, string Port)>();
        var count = random.Next(2, 14);
        for (var i = 0; i < count; i++)
        {
            // When open ports run out only types with two are taken, so that the next activity can be reached too.
            var (type, ports) = Types[free.Count <= 1 ? random.Next(1, Types.Length) : random.Next(Types.Length)];
            Add(builder.Unlinked(), $"s{i}", type);
            if (i > 0)
            {
                Connect(builder, free, random.Next(free.Count), $"s{i}");
            }

            free.AddRange(ports.Select(port => ($"s{i}", port)));
        }

        foreach (var (id, port) in free.Where(_ => random.Next(3) > 0))
        {
            builder.Connect(id, port, $"s{random.Next(count)}");
        }

        return Read(builder.Build());
    }

    private static void Connect(DefinitionBuilder builder, List<(string Id, string Port)> free, int at, string target)
    {
        builder.Connect(free[at].Id, free[at].Port, target);
        free.RemoveAt(at);
    }

    private static void Add(DefinitionBuilder builder, string id, string type)
    {
        if (type == "Elsa.FlowDecision")
        {
            builder.Decision(id, "fact.x");
        }
        else
        {
            builder.Human(id, type);
        }
    }
}
