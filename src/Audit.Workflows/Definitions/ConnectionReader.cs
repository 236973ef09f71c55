using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Definitions;

/// <summary>Reads the connections of a flowchart.</summary>
internal static class ConnectionReader
{
    public static IReadOnlyList<Connection> Read(FieldReader flowchart, Sentence of, ProblemList problems) =>
        flowchart.Items("connections").Select(item => ReadOne(item, of, problems)).OfType<Connection>().ToList();

    private static Connection? ReadOne(Node item, Sentence of, ProblemList problems)
    {
        if (item is not MapNode map)
        {
            problems.Error(item.Line, Sentence.Of($"{of}: een verbinding is een blok met velden, geen {item.KindInWords}"));
            return null;
        }

        var fields = new FieldReader(map, Sentence.Of($"verbinding in {of}"), problems);
        var source = ReadPort(fields, "source", of, problems);
        var target = ReadPort(fields, "target", of, problems);
        fields.RefuseUnknown(["source", "target"], ElsaFields.OfConnection);
        return source is null || target is null ? null : new(source, target, map.Line);
    }

    private static Port? ReadPort(FieldReader connection, string side, Sentence of, ProblemList problems)
    {
        if (connection.RequiredMap(side) is not { } map)
        {
            return null;
        }

        var fields = new FieldReader(map, Sentence.Of($"'{side}' van een verbinding in {of}"), problems);
        var activity = fields.RequiredText("activity");
        var name = fields.RequiredText("port");
        return activity is null || name is null ? null : new(activity, name);
    }
}
