using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring;

/// <summary>A row of a sheet as part of a tree.</summary>
/// <param name="Node">The fields that it fills.</param>
/// <param name="Keys">Where it belongs, by field name of the column.</param>
internal sealed record FormRow(MapNode Node, IReadOnlyDictionary<string, Node> Keys)
{
    /// <summary>What a cell shows for a list that is there and empty; a list that is not there has no row.</summary>
    public const string EmptyList = "[]";

    /// <summary>True when the row only says that the list is there and empty.</summary>
    public bool IsEmptyList { get; init; }

    /// <summary>Where an empty cell stands that some rows must fill, by field name.</summary>
    public IReadOnlyDictionary<string, int> Blanks { get; init; } = new Dictionary<string, int>();

    public int Line => Node.Line;

    public string? Key(string name) => (Keys.GetValueOrDefault(name) as ScalarNode)?.Text;
}
