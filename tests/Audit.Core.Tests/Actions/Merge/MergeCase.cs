using Audit.Core.Actions.Merge;

namespace Audit.Core.Tests.Actions.Merge;

/// <summary>Three sides with one action each; tests change what they are about.</summary>
internal static class MergeCase
{
    public static readonly Guid Key = new("11111111-1111-8111-8111-111111111111");
    public static readonly Guid Other = new("22222222-2222-8222-8222-222222222222");
    public static readonly Guid ExportId = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    public static readonly IReadOnlyList<MergeColumn> Columns =
    [
        new("Nr", "Nr", ValueKind.Number, ColumnUse.Derived),
        new("Taak", "Taak", ValueKind.Text, ColumnUse.NewOnly) { Required = true, Labels = ["Bijstand toekennen", "Parkeren"] },
        new("Klasse", "Klasse", ValueKind.Text, ColumnUse.Derived),
        new("Maatregel", "Maatregel", ValueKind.Text, ColumnUse.Editable) { Required = true },
        new("Doel", "Doel", ValueKind.Text, ColumnUse.Editable),
        new("Start", "Start", ValueKind.Day, ColumnUse.Editable),
        new("Voortgang", "Voortgang %", ValueKind.Number, ColumnUse.Editable) { Required = true, Default = "0" },
    ];

    private static readonly Dictionary<string, string> Values = new()
    {
        ["Nr"] = "1",
        ["Taak"] = "Bijstand toekennen",
        ["Klasse"] = "hoog",
        ["Maatregel"] = "Vierogenprincipe invoeren",
        ["Doel"] = "gelijk",
        ["Start"] = "2026-03-02",
        ["Voortgang"] = "0.5",
    };

    public static ActionRow Row(Guid? key = null, params ReadOnlySpan<(string Column, string Value)> changes) => new(key ?? Key, "v1", With(changes));

    public static SheetRow Sheet(int number = 2, string? key = null, params ReadOnlySpan<(string Column, string Value)> changes) =>
        new(new SheetPlace("Acties", number), key ?? Key.ToString(), "v1", With(changes));

    public static MergeInput Input(IReadOnlyList<ActionRow> exported, IReadOnlyList<SheetRow> sheet, IReadOnlyList<ActionRow> ours) =>
        new(ExportId, Columns, exported, new SheetContent(sheet, [], []), ours);

    public static MergePreview Preview(IReadOnlyList<ActionRow> exported, IReadOnlyList<SheetRow> sheet, IReadOnlyList<ActionRow> ours) =>
        ThreeWayMerge.Preview(Input(exported, sheet, ours));

    /// <summary>One cell on three sides.</summary>
    public static MergePreview Cell(string column, string exported, string sheet, string ours) =>
        Preview([Row(null, (column, exported))], [Sheet(2, null, (column, sheet))], [Row(null, (column, ours))]);

    private static Dictionary<string, string> With(ReadOnlySpan<(string Column, string Value)> changes)
    {
        var values = new Dictionary<string, string>(Values);
        foreach (var (column, value) in changes)
        {
            values[column] = value;
        }

        return values;
    }
}
