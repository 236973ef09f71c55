using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.VariantTypes;

namespace Audit.Data.Excel;

/// <summary>Puts right in the saved file what ClosedXML 0.95.4 cannot write or writes wrongly; look again when it is upgraded.</summary>
internal static class PackageFinish
{
    private const string CustomPropertyFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const uint FirstConditionalFormatId = 400;

    public static void Apply(MemoryStream file, ActionPlanExport plan, LiveCells live)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        var workbook = document.WorkbookPart!;
        SeparateNumberFormats(workbook.WorkbookStylesPart!.Stylesheet);
        MakePrintTitlesAbsolute(workbook.Workbook);
        SetCustomProperties(document, plan);
        NameTheProgram(document);
        foreach (var part in workbook.WorksheetParts)
        {
            LetRowsGrow(part);
        }

        foreach (var group in live.Values.GroupBy(value => value.Key.Sheet))
        {
            StoreValues(SheetOf(workbook, group.Key), group.ToDictionary(pair => pair.Key.Address, pair => pair.Value));
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
    private static void SetCustomProperties(SpreadsheetDocument document, ActionPlanExport plan)
    {
        var values = new (string Name, string Value)[]
        {
            ("InstrumentVersie", plan.Instrument.Version),
            ("ProfielVersie", plan.Profile.Version),
            ("ExportId", plan.ExportId.ToString("D")),
        };
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

    /// <summary>A height that is not marked as chosen by hand follows the text when somebody edits it.</summary>
    private static void LetRowsGrow(WorksheetPart part)
    {
        foreach (var row in part.Worksheet.Descendants<Row>())
        {
            row.CustomHeight = null;
        }
    }

    private static WorksheetPart SheetOf(WorkbookPart workbook, string name)
    {
        var sheet = workbook.Workbook.Descendants<Sheet>().First(sheet => sheet.Name?.Value == name);
        return (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
    }

    private static void StoreValues(WorksheetPart part, Dictionary<string, object> values)
    {
        foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
        {
            var value = values[cell.CellReference!.Value!];
            cell.CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            cell.DataType = value is string ? new EnumValue<CellValues>(CellValues.String) : null;
        }
    }
}
