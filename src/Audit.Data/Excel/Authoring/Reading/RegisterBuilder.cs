using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Puts the rows about the register and the sessions together.</summary>
internal sealed class RegisterBuilder(RowGroups rows, Findings findings)
{
    private static readonly SheetForm[] Sheets =
        [RegisterForms.Grounds, RegisterForms.Norms, RegisterForms.Exceptions, RegisterForms.Points, RegisterForms.Fills];

    public MapNode? Register()
    {
        var first = Sheets.SelectMany(form => rows[form]).FirstOrDefault();
        if (first is null)
        {
            return null;
        }

        var norms = rows.By(RegisterForms.Norms, Columns.Ground, RegisterForms.Grounds);
        var grounds = rows[RegisterForms.Grounds].Select(row => RowGroups.With(row.Node, ("norms", ListFor(row, norms))));
        return RowGroups.With(
            new MapNode(first.Line, [new("grounds", first.Line, new ListNode(first.Line, [.. grounds]))]),
            [.. RowGroups.Points(rows[RegisterForms.Points]), ("exceptions", RowGroups.ListOf(rows[RegisterForms.Exceptions])), ("fills", Fills())]);
    }

    public ListNode? Sessions()
    {
        var assignments = rows.By(RegisterForms.Assignments, Columns.Session, RegisterForms.Sessions);
        var points = rows.By(RegisterForms.SessionPoints, Columns.Session, RegisterForms.Sessions);
        return RowGroups.ListOf(rows[RegisterForms.Sessions], row => RowGroups.With(
            row.Node, [("assignments", ListFor(row, assignments)), .. RowGroups.Points(points[row.Node.Text("id") ?? string.Empty])]));
    }

    /// <summary>A list that must be there, also when it has no rows.</summary>
    private static ListNode ListFor(FormRow owner, ILookup<string, FormRow> rows) =>
        new(owner.Line, [.. rows[owner.Node.Text("id") ?? string.Empty].Select(row => row.Node)]);

    private ListNode? Fills()
    {
        var fills = rows.Groups(RegisterForms.Fills, Columns.Fill).Select(group => Fill([.. group])).ToList();
        return rows[RegisterForms.Fills].Count == 0 ? null : new ListNode(rows[RegisterForms.Fills][0].Line, fills);
    }

    private MapNode Fill(IReadOnlyList<FormRow> fill)
    {
        var first = fill[0];
        foreach (var column in RegisterForms.Fills.Columns.Where(column => column.IsKey))
        {
            foreach (var row in fill.Where(row => TextOf(row, column) != TextOf(first, column)))
            {
                findings.ErrorOnce(row.Keys.GetValueOrDefault(column.Name)?.Line ?? row.Line, Sentence.Of($"de regels van vulling {first.Key(Columns.Fill)} verschillen in '{column.Caption}'"));
            }
        }

        return RowGroups.With(
            new MapNode(first.Line, [new("question", first.Line, first.Keys["^question"])]),
            ("grounds", first.Keys.GetValueOrDefault("^grounds")),
            ("components", first.Keys.GetValueOrDefault("^components")),
            ("options", RowGroups.ListOf(fill)));
    }

    private static string TextOf(FormRow row, FormColumn column) => row.Keys.GetValueOrDefault(column.Name) is { } node ? CanonicalJson.Of(node) : string.Empty;
}
