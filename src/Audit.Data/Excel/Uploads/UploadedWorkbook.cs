using System.Xml;

namespace Audit.Data.Excel.Uploads;

/// <summary>Reads the cells of an uploaded workbook from its parts.</summary>
/// <remarks>Not through the library that writes: that one keeps far more in memory, calculates formulas and decodes escaped texts twice.</remarks>
internal static class UploadedWorkbook
{
    /// <summary>The sheets in order, hidden ones included.</summary>
    /// <exception cref="UploadRefusedException">The upload is no workbook, is too large or holds something that it may not hold.</exception>
    public static IReadOnlyList<UploadedSheet> Read(Stream upload, UploadLimits limits)
    {
        var package = UploadedPackage.Open(upload, limits);
        try
        {
            UnsafeContent.Refuse(package);
            return ReadSheets(package, limits);
        }
        catch (XmlException failure)
        {
            throw new UploadRefusedException(failure.Message.Contains("DTD", StringComparison.Ordinal)
                ? Sentence.Of($"het werkboek bevat een documenttype (DTD); dat mag niet")
                : Sentence.Of($"het werkboek is beschadigd: een onderdeel is geen geldige XML"));
        }
    }

    private static List<UploadedSheet> ReadSheets(UploadedPackage package, UploadLimits limits)
    {
        var main = Relations(package, string.Empty).FirstOrDefault(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? "xl/workbook.xml";
        var related = Relations(package, main);
        var (names, from1904) = Contents(package, main, related);
        var cells = new CellReader(SharedTexts.Read(package, PartOf("/sharedStrings")), DateStyles.Read(package, PartOf("/styles")), from1904, limits);
        return [.. names.Select(sheet => new UploadedSheet(sheet.Name, cells.Rows(package, sheet.Part)))];

        string PartOf(string type) => related.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Target ?? string.Empty;
    }

    /// <summary>Names and parts of the sheets, and whether days count from 1904.</summary>
    private static (List<(string Name, string Part)> Sheets, bool From1904) Contents(UploadedPackage package, string main, List<(string? Id, string Type, string Target)> related)
    {
        var places = related.Where(relation => relation.Id is not null).GroupBy(relation => relation.Id!).ToDictionary(group => group.Key, group => group.First().Target);
        using var xml = package.Xml(main) ?? throw new UploadRefusedException(Sentence.Of($"dit is geen Excel-werkboek (.xlsx): er staat geen werkboek in"));
        var sheets = new List<(string Name, string Part)>();
        var from1904 = false;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && places.TryGetValue(RelationOf(xml), out var part))
            {
                sheets.Add((xml.GetAttribute("name") ?? string.Empty, part));
            }
        }

        return (sheets, from1904);
    }

    private static string RelationOf(XmlReader sheet)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0)
            {
                var value = sheet.Value;
                sheet.MoveToElement();
                return value;
            }
        }

        sheet.MoveToElement();
        return string.Empty;
    }

    private static List<(string? Id, string Type, string Target)> Relations(UploadedPackage package, string part)
    {
        var folder = part.LastIndexOf('/') is var slash and >= 0 ? part[..(slash + 1)] : string.Empty;
        using var xml = package.Xml($"{folder}_rels/{part[folder.Length..]}.rels");
        var found = new List<(string? Id, string Type, string Target)>();
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Target") is { } target)
            {
                found.Add((xml.GetAttribute("Id"), xml.GetAttribute("Type") ?? string.Empty, target.StartsWith('/') ? target[1..] : folder + target));
            }
        }

        return found;
    }
}
