using Audit.Core.Actions.Merge;

namespace Audit.Core.Tests.Actions.Merge;

/// <summary>What must hold for every base, sheet and database: no edit is lost and none is invented.</summary>
public sealed class MergeLawTests
{
    private const int FirstSeed = 20261122;
    private const int Triples = 10_000;

    [Fact]
    public void Merge_RandomTriples_LosesNoEditAndInventsNone() => ForEachSeed(seed =>
    {
        var triple = new RandomTriple(seed);
        var preview = ThreeWayMerge.Preview(triple.Input);
        var choices = triple.Choices(preview);
        var rows = choices.PatchOf(preview).ApplyTo(triple.Ours.Rows).Rows!.ToDictionary(row => row.RowKey);
        foreach (var ours in triple.Ours.Rows)
        {
            CheckRow(triple, ours, rows[ours.RowKey], choices);
        }

        CheckRest(triple, preview, rows.Count, choices);
    });

    [Fact]
    public void Merge_RandomTriples_AccountsForEveryEditOnce() => ForEachSeed(seed =>
    {
        var triple = new RandomTriple(seed);
        var preview = ThreeWayMerge.Preview(triple.Input);
        var reported = preview.Changes.Select(one => one.Place).Concat(preview.Conflicts.Select(one => one.Place))
            .Concat(preview.Refused.Where(one => one.Reason is RefusalReason.Empty or RefusalReason.Removed).Select(one => one.Place))
            .Concat(preview.Notes.Where(one => one.Kind == NoteKind.NotApplied).Select(one => one.Place))
            .Where(place => place.Column.Length > 0).Order(PlaceOrder).ToList();
        var expected = from one in triple.Sheet
                       where one.Key is { } key && IsAlone(triple, key) && triple.Base.Meanings.ContainsKey(key)
                       from column in MergeCase.Columns
                       where IsToReport(triple, one.Key!.Value, column, one.Meanings[column.Key])
                       select one.Row.Place with { Column = column.Header };
        Assert.Equal(expected.Order(PlaceOrder), reported.Where(place => triple.Sheet.Any(one => one.Row.Place == place with { Column = "" } && one.Key is { } key && triple.Base.Meanings.ContainsKey(key))));
    });

    [Fact]
    public void Merge_RandomTriples_UndoGivesTheOriginal() => ForEachSeed(seed =>
    {
        var triple = new RandomTriple(seed);
        var preview = ThreeWayMerge.Preview(triple.Input);
        var patch = triple.Choices(preview).PatchOf(preview);
        var after = patch.ApplyTo(triple.Ours.Rows).Rows!;
        var undone = patch.Reverse().ApplyTo(after).Rows!;
        Assert.Equal(triple.Ours.Rows.Select(Written), undone.Select(Written));
    });

    private static Comparer<SheetPlace> PlaceOrder { get; } = Comparer<SheetPlace>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));

    private static void ForEachSeed(Action<int> law)
    {
        for (var seed = FirstSeed; seed < FirstSeed + Triples; seed++)
        {
            try
            {
                law(seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed}: {failure.Message}", failure);
            }
        }
    }

    private static void CheckRow(RandomTriple triple, ActionRow ours, ActionRow after, MergeChoices choices)
    {
        var sheet = IsAlone(triple, ours.RowKey) ? triple.Sheet.Single(one => one.Key == ours.RowKey) : default;
        foreach (var column in MergeCase.Columns)
        {
            var cell = new CellId(ours.RowKey, column.Key);
            if (sheet.Row is null || !IsTheSheets(triple, cell, sheet.Meanings[column.Key], choices))
            {
                Assert.Equal(ours.Values[column.Key], after.Values[column.Key]);
            }
            else
            {
                Assert.Equal(CellText.Normal(sheet.Row.Values[column.Key], column.Kind), after.Values[column.Key]);
            }
        }
    }

    /// <summary>The rule of the three sides, over meanings.</summary>
    private static bool IsTheSheets(RandomTriple triple, CellId cell, int theirs, MergeChoices choices)
    {
        var column = MergeCase.Columns.Single(one => one.Key == cell.Column);
        var (exported, ours) = (triple.Base.Meanings[cell.RowKey][cell.Column], triple.Ours.Meanings[cell.RowKey][cell.Column]);
        return column.Use == ColumnUse.Editable && !(column.Required && theirs == RandomTriple.Empty)
            && theirs != exported && theirs != ours && (ours == exported || choices.FromSheet.Contains(cell));
    }

    /// <summary>An edit is reported unless the database has it already; of an action that is gone only what people fill in.</summary>
    private static bool IsToReport(RandomTriple triple, Guid key, MergeColumn column, int theirs) =>
        theirs != triple.Base.Meanings[key][column.Key]
        && (triple.Ours.Meanings.TryGetValue(key, out var ours) ? theirs != ours[column.Key] : column.Use != ColumnUse.Derived);

    private static bool IsAlone(RandomTriple triple, Guid? key) => key is not null && triple.Sheet.Count(one => one.Key == key) == 1;

    private static void CheckRest(RandomTriple triple, MergePreview preview, int rowsAfter, MergeChoices choices)
    {
        var known = triple.Base.Meanings.Keys.Union(triple.Ours.Meanings.Keys).ToHashSet();
        var strangers = triple.Sheet.Where(one => one.Row.RowKey != "geen sleutel" && (one.Key is not { } key || !known.Contains(key))).ToList();
        Assert.Equal(strangers.Select(one => one.Row.Place), preview.NewRows.Select(row => row.Place));
        Assert.All(strangers.Zip(preview.NewRows), pair => Assert.Equal(
            CellText.Normal(pair.First.Row.Values["Doel"], ValueKind.Text), pair.Second.Row.Values["Doel"]));
        Assert.Equal(triple.Ours.Rows.Count + preview.NewRows.Count(row => choices.Add.GetValueOrDefault(row.Row.RowKey, row.AddByDefault)), rowsAfter);
        Assert.Equal(
            triple.Base.Meanings.Keys.Where(key => triple.Ours.Meanings.ContainsKey(key) && triple.Sheet.All(one => one.Key != key)),
            preview.Missing.Select(row => row.RowKey));
        Assert.Equal(
            triple.Sheet.Where(one => known.Contains(one.Key ?? Guid.Empty) && !IsAlone(triple, one.Key)).Select(one => one.Row.Place),
            preview.Refused.Where(one => one.Reason == RefusalReason.DuplicateKey).Select(one => one.Place));
    }

    private static string Written(ActionRow row) => $"{row.RowKey} {row.RowVersion} {string.Join('|', row.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}";
}
