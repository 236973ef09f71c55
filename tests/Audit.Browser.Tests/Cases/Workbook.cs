using System.IO.Compression;
using ClosedXML.Excel;

namespace Audit.Browser.Tests.Cases;

/// <summary>Reads a workbook as it came out of the browser.</summary>
public static class Workbook
{
    private const string Draft = "CONCEPT – niet beoordeeld";

    /// <summary>The measure of every row of the table of actions.</summary>
    public static IReadOnlyList<string> MeasuresIn(string file)
    {
        using var workbook = new XLWorkbook(file);
        var table = workbook.Worksheet("Acties").Table("tblActies");
        return [.. table.DataRange.Rows().Select(row => row.Field("Maatregel").GetString())];
    }

    /// <summary>Whether any part of the file carries the marking of a draft.</summary>
    public static bool IsMarkedAsDraft(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.Any(Says);
    }

    private static bool Says(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Contains(Draft, StringComparison.Ordinal);
    }
}
