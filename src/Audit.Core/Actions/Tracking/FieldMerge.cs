using Audit.Core.Actions.Merge;

namespace Audit.Core.Actions.Tracking;

/// <summary>What a form changes when a colleague changed the same record since it was shown: field by field. Dutch: <c>samenvoegen per veld</c>.</summary>
/// <param name="Changes">Fields that only the form changed, with their new values.</param>
/// <param name="Theirs">Fields that only the colleague changed.</param>
/// <param name="Conflicts">Fields that both changed, differently.</param>
public sealed record FieldMerge(IReadOnlyDictionary<string, string> Changes, IReadOnlyList<string> Theirs, IReadOnlyList<string> Conflicts)
{
    /// <summary>Merges a form into a record.</summary>
    /// <param name="shown">Values with which the form was shown.</param>
    /// <param name="sent">Values with which it came back; a field that is not there was not in the form.</param>
    /// <param name="now">Values of the record now.</param>
    public static FieldMerge Of(IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> sent, IReadOnlyDictionary<string, string> now)
    {
        var changes = new Dictionary<string, string>();
        List<string> theirs = [], conflicts = [];
        foreach (var (field, value) in sent)
        {
            var (before, current) = (shown.GetValueOrDefault(field) ?? "", now.GetValueOrDefault(field) ?? "");
            var isMine = !AreSame(value, before) && !AreSame(value, current);
            var isTheirs = !AreSame(current, before);
            if (isMine && isTheirs)
            {
                conflicts.Add(field);
            }
            else if (isMine)
            {
                changes.Add(field, value);
            }
            else if (isTheirs && !AreSame(value, current))
            {
                theirs.Add(field);
            }
        }

        return new(changes, theirs, conflicts);
    }

    private static bool AreSame(string one, string other) => CellText.Normal(one, ValueKind.Text) == CellText.Normal(other, ValueKind.Text);
}
