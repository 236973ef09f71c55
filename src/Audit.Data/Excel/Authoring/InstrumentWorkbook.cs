using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Authoring.Reading;
using Audit.Data.Excel.Authoring.Writing;
using Audit.Data.Excel.Uploads;
using Audit.Data.Templates.Documents;
using ClosedXML.Excel;

namespace Audit.Data.Excel.Authoring;

/// <summary>An instrument with its measures as an Excel workbook, for authors who write no YAML.</summary>
/// <remarks>What was written reads back to trees with the same canonical JSON.</remarks>
public static class InstrumentWorkbook
{
    private const string Program = "Audit toolkit";

    /// <summary>Reports what a workbook cannot hold without change: texts that no cell can keep, and too many rows.</summary>
    /// <param name="instrument">Tree without errors.</param>
    /// <param name="measures">Tree without errors; null = none.</param>
    /// <param name="problems">Receives the reasons, with their line.</param>
    public static void CheckFits(MapNode instrument, MapNode? measures, ProblemList problems)
    {
        Refuse(InstrumentForms.Instrument, [InstrumentRows.Single(instrument, measures)], problems);
        foreach (var (form, rows) in InstrumentRows.Of(instrument, measures))
        {
            Refuse(form, rows, problems);
        }
    }

    /// <summary>Writes the workbook at the current position of the stream, which needs only to be writable.</summary>
    /// <param name="instrument">Tree without errors.</param>
    /// <param name="measures">Tree without errors; null = none, then its sheets are empty.</param>
    /// <param name="target">Receives the file.</param>
    /// <exception cref="InvalidOperationException">The content does not fit: see <see cref="CheckFits"/>.</exception>
    public static void Write(MapNode instrument, MapNode? measures, Stream target)
    {
        var problems = new ProblemList("instrument");
        CheckFits(instrument, measures, problems);
        if (problems.HasErrors)
        {
            throw new InvalidOperationException(problems.All[0].ToString());
        }

        using var buffer = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            Fill(workbook, instrument, measures);
            workbook.SaveAs(buffer, ActionPlanWorkbook.SaveSettings);
        }

        PackageFinish.Apply(buffer, [("Instrument", instrument.Text("id")!), ("InstrumentVersie", instrument.Text("version")!)], new FinishedCells(new LiveCells(), []));
        buffer.Position = 0;
        buffer.CopyTo(target);
    }

    /// <summary>Reads a workbook that came back. Nothing in it is trusted, and every problem is reported.</summary>
    /// <param name="upload">The file, from its current position.</param>
    /// <param name="limits">How much may be read; null = the default.</param>
    public static AuthoredContent Read(Stream upload, UploadLimits? limits = null)
    {
        try
        {
            return new WorkbookReader().Read(UploadedWorkbook.Read(upload, limits ?? UploadLimits.Default));
        }
        catch (UploadRefusedException refusal)
        {
            return new AuthoredContent(null, null, [new WorkbookProblem(null, null, refusal.Why)]);
        }
    }

    private static void Refuse(SheetForm form, IReadOnlyList<FormRow> rows, ProblemList problems)
    {
        if (rows.Count > ActionPlanWorkbook.MostRows)
        {
            problems.Error(1, Sentence.Of($"te veel regels voor het blad {form.Name}: {rows.Count}, hoogstens {ActionPlanWorkbook.MostRows}"));
        }

        foreach (var row in rows)
        {
            foreach (var column in form.Columns)
            {
                if (CellValue.RefusalOf(CellValue.Of(column, row)) is { } refusal)
                {
                    problems.Error(row.Node.Find(column.Name)?.Line ?? row.Line, refusal);
                }
            }
        }
    }

    private static void Fill(XLWorkbook workbook, MapNode instrument, MapNode? measures)
    {
        var title = $"{SafeText.Clean(instrument.Text("id"))} {SafeText.Clean(instrument.Text("version"))}";
        workbook.Properties.Title = title;
        workbook.Properties.Subject = "Instrument om te bewerken";
        workbook.Properties.Author = Program;
        workbook.Properties.LastModifiedBy = Program;
        var notice = instrument.Text("status") == "official" ? Styles.NoVerdict : $"{Styles.NoVerdict} · geen officiële tekst";
        var page = new PageTexts(title, notice, string.Empty, string.Empty);
        FormGuide.Add(workbook, instrument, page);
        var sheets = new FormSheet(workbook, page);
        sheets.AddSingle(InstrumentForms.Instrument, InstrumentRows.Single(instrument, measures));
        foreach (var (form, rows) in InstrumentRows.Of(instrument, measures))
        {
            sheets.Add(form, rows);
        }

        FormLists.Add(workbook, instrument);
    }
}
