using System.Xml;
using Audit.Data.Excel.Uploads;

namespace Audit.Data.Excel.Import;

/// <summary>Reads an action-plan workbook that comes back. Nothing in it is trusted; what is wrong becomes a refusal in Dutch.</summary>
public static class ActionPlanImport
{
    private static readonly string[] Tables = [ActionsSheet.Running, ActionsSheet.Closed];

    private static readonly string[] OtherSheets =
        [GuideSheet.Name, SummarySheet.Name, RiskSheet.Name, EvidenceSheet.Name, ListSheet.Name, MetaSheet.Name];

    /// <summary>Reads the rows of both tables.</summary>
    /// <param name="upload">The file, from its current position.</param>
    /// <param name="limits">How much may be read; null = the default.</param>
    public static ImportedPlan Read(Stream upload, UploadLimits? limits = null)
    {
        limits ??= UploadLimits.Default;
        try
        {
            using var file = Buffered(upload, limits);
            var sheets = UploadedWorkbook.Read(file, limits);
            file.Position = 0;
            return Read(sheets, UploadedNames.Read(file, limits));
        }
        catch (UploadRefusedException refusal)
        {
            return ImportedPlan.Refused(refusal.Why);
        }
        catch (XmlException)
        {
            return ImportedPlan.Refused(Sentence.Of($"het is beschadigd"));
        }
    }

    /// <summary>In memory, because it is read twice and an upload can be read once; one byte more than is allowed, so that the guard sees it.</summary>
    private static MemoryStream Buffered(Stream upload, UploadLimits limits)
    {
        var file = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; file.Length <= limits.PackedBytes && (read = upload.Read(buffer)) > 0;)
        {
            file.Write(buffer, 0, read);
        }

        file.Position = 0;
        return file;
    }

    private static ImportedPlan Read(IReadOnlyList<UploadedSheet> sheets, UploadedNames names)
    {
        var meta = UploadedMeta.Read(sheets);
        var reader = new ActionRowReader(new CellValues(names.From1904));
        var read = new List<UploadedSheet>();
        foreach (var table in Tables)
        {
            if (ColumnMap.Find(table, sheets, names) is { } map && !read.Contains(map.Sheet))
            {
                reader.Read(map);
                read.Add(map.Sheet);
            }
            else
            {
                reader.NoteMissing(table);
            }
        }

        if (read.Count == 0)
        {
            throw new UploadRefusedException(Sentence.Of($"de bladen {ActionsSheet.Running} en {ActionsSheet.Closed} ontbreken"));
        }

        foreach (var sheet in sheets.Except(read).Where(sheet => !OtherSheets.Contains(sheet.Name)))
        {
            reader.NoteExtra(sheet);
        }

        return new ImportedPlan(null, meta, reader.Content);
    }
}
