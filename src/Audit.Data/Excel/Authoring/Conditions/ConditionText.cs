using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Conditions;

/// <summary>Writes a condition as one line that people can read and change, such as <c>P1 in (applies) en niet (R20 in (partly))</c>.</summary>
/// <remarks>Brackets follow the tree, so that reading the line gives the same tree.</remarks>
internal static class ConditionText
{
    public const string And = "en";
    public const string Or = "of";
    public const string Not = "niet";
    public const string In = "in";

    /// <summary>Begin of a list of one condition, which needs no word between its parts.</summary>
    public const string AllOf = "alle";

    /// <inheritdoc cref="AllOf"/>
    public const string AnyOf = "een";

    public static string Of(Node? node)
    {
        if (node.Map("not") is { } negated)
        {
            return $"{Not} ({Of(negated)})";
        }

        var map = node as MapNode;
        if (map?.Find("all") is not null)
        {
            return Join(node.List("all"), And, AllOf);
        }

        return map?.Find("any") is not null ? Join(node.List("any"), Or, AnyOf) : $"{map?.Text("question")} {In} ({string.Join(", ", node.Words("in"))})";
    }

    private static string Join(IEnumerable<Node> parts, string word, string single)
    {
        var texts = parts.Select(part => (part as MapNode)?.Find("all") is not null || (part as MapNode)?.Find("any") is not null ? $"({Of(part)})" : Of(part)).ToList();
        return texts.Count == 1 ? $"{single} ({texts[0]})" : string.Join($" {word} ", texts);
    }
}
