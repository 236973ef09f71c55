using Audit.Data.Excel.Authoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Integration.Tests.Languages;
using ClosedXML.Excel;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>Trees and workbooks that the tests write, change and read.</summary>
internal static class AuthoredFile
{
    public static MapNode Tree(string text)
    {
        var problems = new ProblemList("test");
        var root = DocumentReader.Read(text, problems);
        Assert.Empty(problems.All);
        return Assert.IsType<MapNode>(root);
    }

    public static MapNode TreeOf(string path)
    {
        var problems = new ProblemList(path);
        var root = DocumentReader.ReadFile(path, problems);
        Assert.Empty(problems.All);
        return Assert.IsType<MapNode>(root);
    }

    /// <summary>Newest version of the shipped instrument, to which the shipped measures belong.</summary>
    public static string NewestInstrument { get; } = Directory.EnumerateFiles(RepositoryFiles.PathTo("templates", "instruments", "discriminatietoets"), "*.yaml").Max(VersionOrder.Instance)!;

    public static MapNode ShippedInstrument() => TreeOf(NewestInstrument);

    /// <summary>The measures of all shipped files as one tree.</summary>
    public static MapNode ShippedMeasures()
    {
        var set = new TemplateSet();
        foreach (var path in Directory.EnumerateFiles(RepositoryFiles.PathTo("templates", "measures"), "*.yaml").Order(StringComparer.Ordinal))
        {
            set.Add(path, Formats.MeasuresSchema);
        }

        Assert.Empty(set.Problems);
        return MeasureFiles.Merge([.. set.Catalogues])!;
    }

    public static byte[] Workbook(MapNode instrument, MapNode? measures = null)
    {
        using var file = new MemoryStream();
        InstrumentWorkbook.Write(instrument, measures, file);
        return file.ToArray();
    }

    /// <summary>The workbook after somebody changed it.</summary>
    public static byte[] Changed(byte[] workbook, Action<XLWorkbook> change)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        file.Position = 0;
        using var opened = new XLWorkbook(file);
        change(opened);
        using var saved = new MemoryStream();
        opened.SaveAs(saved);
        return saved.ToArray();
    }

    /// <summary>What a workbook says; every problem in it has its English.</summary>
    public static AuthoredContent Read(byte[] workbook)
    {
        var content = InstrumentWorkbook.Read(new MemoryStream(workbook));
        InEnglish.AssertComplete(content.Problems.Select(problem => problem.Message));
        return content;
    }

    /// <summary>The cell of a row, found by the caption of its column and the text of another.</summary>
    public static IXLCell Cell(this XLWorkbook workbook, string sheet, string id, string caption, string idCaption = "Id")
    {
        var found = workbook.Worksheet(sheet);
        var row = found.RowsUsed().First(row => row.Cell(found.ColumnOf(idCaption)).GetString() == id);
        return row.Cell(found.ColumnOf(caption));
    }

    public static int ColumnOf(this IXLWorksheet sheet, string caption) => sheet.Row(1).CellsUsed().First(cell => cell.GetString() == caption).Address.ColumnNumber;

    public static void AssertSame(MapNode instrument, MapNode? measures, AuthoredContent content)
    {
        Assert.Empty(content.Problems);
        Assert.Equal(CanonicalJson.Of(instrument), CanonicalJson.Of(content.Instrument!));
        Assert.Equal(measures is null ? null : CanonicalJson.Of(measures), content.Measures is null ? null : CanonicalJson.Of(content.Measures));
    }
}
