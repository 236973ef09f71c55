using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Definitions;

/// <summary>Reads an Elsa 3 definition from a file's tree and reports every error in one go.</summary>
public static class DefinitionReader
{
    private static readonly string[] Used = ["definitionId", "name", "description", "version", "variables", "root"];

    /// <summary>The definition; null when anything is wrong, with the reasons in <paramref name="problems"/>.</summary>
    public static WorkflowDefinition? Read(Node document, ProblemList problems)
    {
        if (document is not MapNode map)
        {
            problems.Error(document.Line, Sentence.Of($"een werkstroom is een blok met velden, geen {document.KindInWords}"));
            return null;
        }

        var fields = new FieldReader(map, Sentence.Of($"werkstroom"), problems);
        var id = fields.RequiredId("definitionId");
        var version = fields.RequiredPositive("version");
        var name = fields.RequiredText("name");
        var description = fields.OptionalLocalized("description");
        var variables = fields.Items("variables").Select(item => ReadVariable(item, problems)).OfType<DefinitionVariable>().ToList();
        var root = fields.RequiredMap("root") is { } block ? new ActivityReader(problems).Read(block, string.Empty) : null;
        fields.RefuseUnknown(Used, ElsaFields.OfDefinition);
        RefuseEndless(map, problems);
        if (root is null || problems.HasErrors)
        {
            return null;
        }

        var json = CanonicalJson.Of(document);
        return new(id!, version!.Value, new(name!, fields.English("name")), root, variables, new(json, CanonicalJson.Hash(json))) { Description = description };
    }

    /// <summary>Numbers that JSON cannot hold, also in fields of the designer that the reader does not look at.</summary>
    private static void RefuseEndless(Node node, ProblemList problems)
    {
        if (node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } number && !double.IsFinite(number.Value))
        {
            problems.Error(node.Line, Sentence.Of($"{number.Text} is geen getal waarmee te rekenen is"));
        }

        var parts = node is MapNode map ? map.Entries.Select(entry => entry.Value) : (node as ListNode)?.Items ?? [];
        foreach (var part in parts)
        {
            RefuseEndless(part, problems);
        }
    }

    private static DefinitionVariable? ReadVariable(Node node, ProblemList problems)
    {
        if (node is not MapNode map)
        {
            problems.Error(node.Line, Sentence.Of($"een variabele is een blok met velden, geen {node.KindInWords}"));
            return null;
        }

        var fields = new FieldReader(map, Sentence.Of($"variabele"), problems);
        var name = fields.RequiredText("name");
        var initial = fields.Find("value") is ScalarNode { Kind: not ScalarKind.Empty } value ? value.Text : null;
        fields.RefuseUnknown(["name", "typeName", "value"], ElsaFields.OfVariable);
        return name is null ? null : new(name, initial, map.Line);
    }
}
