using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Administration;

/// <summary>What differs between two catalogues of measures.</summary>
/// <param name="Before">Number of measures in the older catalogue.</param>
/// <param name="After">Number of measures in the newer one.</param>
/// <param name="Added">Ids that only the newer one has.</param>
/// <param name="Changed">Ids that both have, with other content.</param>
/// <param name="Removed">Ids that only the older one has.</param>
public sealed record MeasuresDifference(
    int Before, int After, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    /// <summary>Compares by id; what counts is the content, not the order.</summary>
    public static MeasuresDifference Between(Template<MeasureCatalogue> older, Template<MeasureCatalogue> newer)
    {
        var (before, after) = (ById(older), ById(newer));
        return new(
            before.Count,
            after.Count,
            [.. after.Keys.Where(id => !before.ContainsKey(id))],
            [.. after.Where(pair => before.TryGetValue(pair.Key, out var earlier) && earlier != pair.Value).Select(pair => pair.Key)],
            [.. before.Keys.Where(id => !after.ContainsKey(id))]);
    }

    private static Dictionary<string, string> ById(Template<MeasureCatalogue> catalogue) =>
        ((ListNode)catalogue.Root.Find("measures")!).Items.OfType<MapNode>().GroupBy(map => map.Text("id")!).ToDictionary(same => same.Key, same => CanonicalJson.Of(same.First()));
}
