namespace Audit.Core.Actions.Merge;

/// <summary>What somebody chose in the preview; whatever is not in it follows the default.</summary>
public sealed record MergeChoices
{
    /// <summary>Conflicts in which the sheet wins; in all others the database does.</summary>
    public IReadOnlySet<CellId> FromSheet { get; init; } = new HashSet<CellId>();

    /// <summary>New rows, by the key they would get: true to add, false to leave out. By default possible duplicates are left out.</summary>
    public IReadOnlyDictionary<Guid, bool> Add { get; init; } = new Dictionary<Guid, bool>();

    /// <summary>What is written when these choices are applied to a preview.</summary>
    public MergePatch PatchOf(MergePreview preview) => new(
        [
            .. preview.Changes.Select(edit => new CellChange(edit.Cell, edit.Ours, edit.Theirs)),
            .. preview.Conflicts.Where(conflict => FromSheet.Contains(conflict.Cell)).Select(conflict => new CellChange(conflict.Cell, conflict.Ours, conflict.Theirs)),
        ],
        [.. preview.NewRows.Where(row => Add.GetValueOrDefault(row.Row.RowKey, row.AddByDefault)).Select(row => row.Row)],
        []);
}
