using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Audit.Data.Excel.Uploads;

/// <summary>A cell that a defined name points to.</summary>
/// <param name="Sheet">Name of the sheet as it is in the file.</param>
/// <param name="Column">1-based.</param>
/// <param name="Row">1-based.</param>
internal readonly record struct NamedCell(string Sheet, int Column, int Row);

/// <summary>The defined names of an uploaded workbook that point to a cell: they follow it when it is moved, whatever its text becomes.</summary>
/// <param name="Cells">By name; names that lost their cell or belong to one sheet are left out.</param>
/// <param name="From1904">Whether days count from 1904, as old Apple workbooks do.</param>
internal sealed partial record UploadedNames(IReadOnlyDictionary<string, NamedCell> Cells, bool From1904)
{
    /// <summary>Reads the names of a workbook that was read before, so that what it holds is safe.</summary>
    /// <exception cref="UploadRefusedException">The upload is too large or no package.</exception>
    /// <exception cref="XmlException">A part is damaged.</exception>
    public static UploadedNames Read(Stream upload, UploadLimits limits)
    {
        var package = UploadedPackage.Open(upload, limits);
        var cells = new Dictionary<string, NamedCell>(StringComparer.OrdinalIgnoreCase);
        var from1904 = false;
        using var xml = package.Xml(MainPart(package));
        while (xml is not null && (xml is { NodeType: XmlNodeType.Element, LocalName: "definedName" } || xml.Read()))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }

            // What follows the text may be the next name, so the loop looks before it reads on.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "definedName" })
            {
                var (name, isLocal) = (xml.GetAttribute("name") ?? string.Empty, xml.GetAttribute("localSheetId") is not null);
                if (CellIn(xml.ReadElementContentAsString()) is { } cell && !isLocal)
                {
                    cells.TryAdd(name, cell);
                }
            }
        }

        return new UploadedNames(cells, from1904);
    }

    private static string MainPart(UploadedPackage package)
    {
        using var xml = package.Xml("_rels/.rels");
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
            {
                return xml.GetAttribute("Target") ?? string.Empty;
            }
        }

        return "xl/workbook.xml";
    }

    private static NamedCell? CellIn(string reference)
    {
        var match = Reference().Match(reference);
        if (!match.Success)
        {
            return null;
        }

        var column = match.Groups["column"].ValueSpan.ToString().Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);
        var sheet = match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal) : match.Groups["bare"].Value;
        return new NamedCell(sheet, column, int.Parse(match.Groups["row"].ValueSpan, CultureInfo.InvariantCulture));
    }

    /// <summary>One cell, or a range of which the first cell counts.</summary>
    [GeneratedRegex(@"^(?:'(?<quoted>(?:[^']|'')+)'|(?<bare>[^'!]+))!\$?(?<column>[A-Z]{1,3})\$?(?<row>[1-9][0-9]{0,6})(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?$")]
    private static partial Regex Reference();
}
