using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Puts the rows about measures together.</summary>
internal sealed class MeasuresBuilder(RowGroups rows, Findings findings)
{
    private static readonly SheetForm[] Sheets = [MeasureForms.Measures, MeasureForms.Effects, MeasureForms.Points];

    /// <summary>The tree of the measures; null when the workbook has none.</summary>
    /// <param name="single">The single values, which say whether measures take part.</param>
    public MapNode? Build(FormRow single)
    {
        var included = single.Keys.GetValueOrDefault(MeasureForms.Included) as ScalarNode;
        var first = Sheets.SelectMany(form => rows[form]).FirstOrDefault();
        if (first is not null && included?.Text == "false")
        {
            findings.Error(included.Line, Sentence.Of($"er staan maatregelen in dit werkboek; kies ja, of maak de bladen met maatregelen leeg"));
        }

        if (first is null && included?.Text != "true")
        {
            if (single.Keys.GetValueOrDefault(MeasureForms.MeantFor) is { } meant)
            {
                findings.Warning(meant.Line, Sentence.Of($"er staan geen maatregelen in dit werkboek; deze waarde doet niets"));
            }

            return null;
        }

        return Build(single, first?.Line ?? included!.Line);
    }

    private MapNode Build(FormRow single, int line)
    {
        var schema = new ScalarNode(line, ScalarKind.Text, Formats.MeasuresSchema);
        return RowGroups.With(
            new MapNode(line, [new("schema", line, schema)]),
            ("instrument", single.Keys.GetValueOrDefault(MeasureForms.MeantFor)),
            ("measures", Measures() ?? new ListNode(line, [])));
    }

    private ListNode? Measures()
    {
        var effects = rows.By(MeasureForms.Effects, Columns.Measure, MeasureForms.Measures);
        var points = rows.By(MeasureForms.Points, Columns.Measure, MeasureForms.Measures);
        return RowGroups.ListOf(rows[MeasureForms.Measures], row =>
        {
            var id = row.Node.Text("id") ?? string.Empty;
            return RowGroups.With(row.Node, [.. RowGroups.Points(points[id], Point), ("effects", RowGroups.ListOf([.. effects[id]]))]);
        });
    }

    /// <summary>A source is a text without a language.</summary>
    private Node Point(FormRow row, string list)
    {
        var text = row.Node.Map("text");
        if (list != "sources")
        {
            return text!;
        }

        if (text?.Find("en") is { } english)
        {
            findings.Error(english.Line, Sentence.Of($"een bron heeft alleen een tekst in de kolom (nl); maak deze cel leeg"));
        }

        return text!.Find("nl")!;
    }
}
