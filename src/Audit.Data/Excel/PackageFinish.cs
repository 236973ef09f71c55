using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.VariantTypes;

namespace Audit.Data.Excel;

/// <summary>Cells that are put in after the library saved the file.</summary>
/// <param name="Live">Stored values of formulas.</param>
/// <param name="Large">Rows of sheets that are too large for the library, by name of the sheet.</param>
internal sealed record FinishedCells(LiveCells Live, Dictionary<string, LargeRows> Large);

/// <summary>Puts right in the saved file what ClosedXML 0.95.4 cannot write or writes wrongly; look again when it is upgraded.</summary>
internal static class PackageFinish
{
    private const string CustomPropertyFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const uint FirstConditionalFormatId = 400;

    public static void Apply(MemoryStream file, IEnumerable<(string Name, string Value)> properties, FinishedCells cells)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        var workbook = document.WorkbookPart!;
        SeparateNumberFormats(workbook.WorkbookStylesPart!.Stylesheet);
        MakePrintTitlesAbsolute(workbook.Workbook);
        SetCustomProperties(document, properties);
        NameTheProgram(document);
        foreach (var sheet in workbook.Workbook.Descendants<Sheet>())
        {
            var values = cells.Live.Values.Where(value => value.Key.Sheet == sheet.Name?.Value).ToDictionary(pair => pair.Key.Address, pair => pair.Value);
            Rewrite((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!), new SheetCopy(values, cells.Large.GetValueOrDefault(sheet.Name!.Value!)));
        }
    }

    /// <summary>The library numbers the formats of cells and of conditions separately, so that one number has two meanings.</summary>
    private static void SeparateNumberFormats(Stylesheet styles)
    {
        foreach (var empty in styles.NumberingFormats?.Elements<NumberingFormat>().Where(format => format.NumberFormatId?.Value == 0).ToList() ?? [])
        {
            empty.Remove();
            styles.NumberingFormats!.Count = (uint)styles.NumberingFormats.ChildElements.Count;
        }

        var next = FirstConditionalFormatId;
        foreach (var format in styles.DifferentialFormats?.Descendants<NumberingFormat>() ?? [])
        {
            format.NumberFormatId = next++;
        }
    }

    /// <summary>From "1:1" to "$1:$1": a relative reference in a name shifts with the active cell.</summary>
    private static void MakePrintTitlesAbsolute(Workbook workbook)
    {
        foreach (var name in workbook.DefinedNames?.Elements<DefinedName>().Where(name => name.Name?.Value == "_xlnm.Print_Titles") ?? [])
        {
            var at = name.Text.LastIndexOf('!') + 1;
            var rows = name.Text[at..].Split(':').Select(row => row.StartsWith('$') ? row : "$" + row);
            name.Text = name.Text[..at] + string.Join(':', rows);
        }
    }

    /// <summary>As text: the library would make a number of version "1.0".</summary>
    private static void SetCustomProperties(SpreadsheetDocument document, IEnumerable<(string Name, string Value)> values)
    {
        var properties = new Properties();
        foreach (var (name, value) in values)
        {
            // Property numbers begin at 2; 0 and 1 are reserved.
            properties.Append(new CustomDocumentProperty(new VTLPWSTR(SafeText.Clean(value)))
            {
                FormatId = CustomPropertyFormat,
                PropertyId = properties.ChildElements.Count + 2,
                Name = name,
            });
        }

        document.AddCustomFilePropertiesPart().Properties = properties;
    }

    /// <summary>LibreOffice does not calculate a file that claims to come from Excel.</summary>
    private static void NameTheProgram(SpreadsheetDocument document)
    {
        var properties = document.ExtendedFilePropertiesPart!.Properties;
        properties.Application!.Text = "Audit toolkit";
        properties.TitlesOfParts = null;
        properties.HeadingPairs = null;
    }

    private static void Rewrite(WorksheetPart part, SheetCopy copy)
    {
        using var rewritten = new MemoryStream();
        using (var source = part.GetStream(FileMode.Open, FileAccess.Read))
        {
            copy.Copy(source, rewritten);
        }

        rewritten.Position = 0;
        part.FeedData(rewritten);
    }
}
