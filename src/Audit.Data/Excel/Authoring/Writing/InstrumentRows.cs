using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Writing;

/// <summary>Takes the trees of an instrument and its measures apart to the rows of the sheets.</summary>
internal static class InstrumentRows
{
    private static readonly MapNode Nothing = new(1, []);

    private static readonly string[] Places = ["crossCutting", "components"];

    /// <summary>The row of the sheet with single values.</summary>
    public static FormRow Single(MapNode instrument, MapNode? measures)
    {
        var keys = new Dictionary<string, Node> { [MeasureForms.Included] = new ScalarNode(1, ScalarKind.Boolean, measures is null ? "false" : "true") };
        if (measures?.Find("instrument") is { } meant)
        {
            keys[MeasureForms.MeantFor] = meant;
        }

        return new FormRow(instrument, keys);
    }

    /// <summary>The rows of every other sheet, in the order of the workbook.</summary>
    public static IReadOnlyList<(SheetForm Form, IReadOnlyList<FormRow> Rows)> Of(MapNode instrument, MapNode? measures)
    {
        var register = instrument.Map("register");
        return
        [
            (InstrumentForms.Sources, [.. List(instrument, "sources")]),
            (InstrumentForms.Scales, [.. Children(instrument, "scales", "options", Columns.Scale)]),
            (InstrumentForms.Themes, [.. List(instrument, "themes")]),
            (InstrumentForms.Components, [.. Places.SelectMany(place => List(instrument, place, (Columns.Place, Text(place))))]),
            (InstrumentForms.Questions,
            [
                .. Places.SelectMany(place => Children(instrument, place, "questions", Columns.Component)),
                .. List(instrument, "severity", (Columns.Component, Text(InstrumentForms.SeverityPlace))),
            ]),
            (InstrumentForms.Gates, [.. List(instrument, "gates")]),
            (RegisterForms.Grounds, [.. List(register, "grounds")]),
            (RegisterForms.Norms, [.. Children(register, "grounds", "norms", Columns.Ground)]),
            (RegisterForms.Exceptions, [.. List(register, "exceptions")]),
            (RegisterForms.Points, [.. Points(register, WordList.RegisterLists)]),
            (RegisterForms.Fills, [.. Fills(register)]),
            (RegisterForms.Sessions, [.. List(instrument, "sessions")]),
            (RegisterForms.Assignments, [.. Children(instrument, "sessions", "assignments", Columns.Session)]),
            (RegisterForms.SessionPoints, [.. instrument.Maps("sessions").SelectMany(map => Points(map, WordList.SessionLists, (Columns.Session, IdOf(map))))]),
            (MeasureForms.Measures, [.. measures.Maps("measures").Select(map => Row(map))]),
            (MeasureForms.Effects, [.. measures.Maps("measures").SelectMany(map => List(map, "effects", (Columns.Measure, IdOf(map))))]),
            (MeasureForms.Points, [.. measures.Maps("measures").SelectMany(map => Points(map, WordList.MeasureLists, (Columns.Measure, IdOf(map))))]),
        ];
    }

    /// <summary>The items of a list, or one row that says that the list is there and empty.</summary>
    private static IEnumerable<FormRow> List(MapNode? owner, string list, params (string Name, Node Value)[] keys)
    {
        if (owner?.Find(list) is not ListNode found)
        {
            return [];
        }

        return found.Items.Count == 0 ? [Row(Nothing, keys) with { IsEmptyList = true }] : found.Items.OfType<MapNode>().Select(map => Row(map, keys));
    }

    /// <summary>The items of the lists inside the items of a list; those lists are always there, so an empty one needs no row.</summary>
    private static IEnumerable<FormRow> Children(MapNode? owner, string list, string inner, string key) =>
        owner.Maps(list).SelectMany(map => map.Maps(inner).Select(item => Row(item, (key, IdOf(map)))));

    private static IEnumerable<FormRow> Points(MapNode? owner, WordList lists, params (string Name, Node Value)[] keys) =>
        from entry in lists.Entries
        let list = owner?.Find(entry.Code) as ListNode
        where list is not null
        let all = keys.Append((Columns.List, Text(entry.Code))).ToArray()
        from row in list.Items.Count == 0 ? [Row(Nothing, all) with { IsEmptyList = true }] : list.Items.Select(item => Row(PointOf(item), all))
        select row;

    private static MapNode PointOf(Node item) =>
        new(item.Line, [new("text", item.Line, item as MapNode ?? new MapNode(item.Line, [new("nl", item.Line, item)]))]);

    private static IEnumerable<FormRow> Fills(MapNode? register)
    {
        if (register?.Find("fills") is ListNode { Items.Count: 0 })
        {
            return List(register, "fills");
        }

        return register.Maps("fills").SelectMany((fill, index) => fill.Maps("options").Select(option => Row(
            option,
            [
                (Columns.Fill, Text($"{index + 1}")),
                .. fill.Entries.Where(entry => entry.Name != "options").Select(entry => ($"^{entry.Name}", entry.Value)),
            ])));
    }

    private static FormRow Row(MapNode node, params (string Name, Node Value)[] keys) => new(node, keys.ToDictionary(key => key.Name, key => key.Value));

    private static Node IdOf(MapNode map) => map.Find("id")!;

    private static ScalarNode Text(string text) => new(1, ScalarKind.Text, text);
}
