using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>Reads activities with what they hold; goes on after an error to find the next one.</summary>
internal sealed class ActivityReader(ProblemList problems)
{
    private static readonly string[] Common = ["id", "type", "displayName"];

    private readonly Dictionary<string, int> lineById = [];

    /// <summary>The activity; null when it cannot be used.</summary>
    /// <param name="map">Its block.</param>
    /// <param name="parentPath">Path of what holds it, empty for the root.</param>
    public ActivityNode? Read(MapNode map, string parentPath)
    {
        var of = map.Text("id") is { } known ? Sentence.Of($"activiteit '{known}'") : Sentence.Of($"activiteit 'zonder id'");
        var fields = new FieldReader(map, of, problems);
        var id = fields.RequiredId("id");
        var type = ReadType(fields, of);
        NoteId(id, map.Line);
        if (id is null || type is null)
        {
            // The rest is read all the same, so that its errors show up in the same go.
            ReadChildren(fields, type?.Kind ?? ActivityKind.Flowchart, parentPath);
            return null;
        }

        var path = parentPath.Length == 0 ? id : $"{parentPath}/{id}";
        fields.RefuseUnknown([.. Common, .. Structure(type.Kind), .. type.Inputs.Select(input => input.Name)], ElsaFields.OfActivity);
        return new(id, path, type, map.Line)
        {
            DisplayName = fields.OptionalLocalized("displayName"),
            Inputs = new InputReader(fields, of, problems).Read(type),
            Children = ReadChildren(fields, type.Kind, path),
            Connections = type.Kind is ActivityKind.Flowchart ? ConnectionReader.Read(fields, of, problems) : [],
            Start = type.Kind is ActivityKind.Flowchart ? ReadStart(fields) : null,
        };
    }

    private static string[] Structure(ActivityKind kind) => kind switch
    {
        ActivityKind.Flowchart => ["activities", "connections", "start", "variables"],
        ActivityKind.Sequence => ["activities", "variables"],
        ActivityKind.Parallel => ["body"],
        ActivityKind.Decision or ActivityKind.Timed or ActivityKind.Human or ActivityKind.Automatic => [],
    };

    private ActivityType? ReadType(FieldReader fields, Sentence of)
    {
        if (fields.RequiredText("type") is not { } name)
        {
            return null;
        }

        var type = ActivityCatalogue.Find(name);
        if (type is null)
        {
            problems.Error(fields.Find("type")!.Line, Sentence.Of($"{of}: het type '{name}' is niet toegestaan; mogelijk zijn {string.Join(", ", ActivityCatalogue.All.Select(known => known.Name))}"));
        }

        return type;
    }

    private void NoteId(string? id, int line)
    {
        if (id is not null && !lineById.TryAdd(id, line))
        {
            problems.Error(line, Sentence.Of($"activiteit '{id}': deze id is al gebruikt op regel {lineById[id]}; elke id komt één keer voor"));
        }
    }

    private List<ActivityNode> ReadChildren(FieldReader fields, ActivityKind kind, string path)
    {
        switch (kind)
        {
            case ActivityKind.Flowchart or ActivityKind.Sequence:
                return fields.Items("activities").Select(item => ReadItem(item, path)).OfType<ActivityNode>().ToList();
            case ActivityKind.Parallel:
                return fields.RequiredMap("body") is { } body && Read(body, path) is { } child ? [child] : [];
            case ActivityKind.Decision or ActivityKind.Timed or ActivityKind.Human or ActivityKind.Automatic:
            default:
                return [];
        }
    }

    private ActivityNode? ReadItem(Node item, string path)
    {
        if (item is MapNode map)
        {
            return Read(map, path);
        }

        problems.Error(item.Line, Sentence.Of($"een activiteit is een blok met velden, geen {item.KindInWords}"));
        return null;
    }

    /// <summary>Elsa writes no start when the designer has none: then it is the one activity without an inbound connection.</summary>
    private static string? ReadStart(FieldReader fields)
    {
        if (fields.Find("start") is ScalarNode { Kind: ScalarKind.Text } start)
        {
            return start.Text;
        }

        var targets = fields.Items("connections").OfType<MapNode>()
            .Select(connection => (connection.Find("target") as MapNode)?.Text("activity"))
            .ToHashSet();
        return fields.Items("activities").OfType<MapNode>()
            .Select(activity => activity.Text("id"))
            .FirstOrDefault(id => id is not null && !targets.Contains(id));
    }
}
