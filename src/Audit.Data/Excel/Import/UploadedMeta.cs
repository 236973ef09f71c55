using Audit.Data.Excel.Uploads;

namespace Audit.Data.Excel.Import;

/// <summary>What the hidden sheet of an uploaded workbook says about its export.</summary>
/// <param name="ExportId">Under this id the server keeps the exported values.</param>
/// <param name="SchemaVersion">Version of the form of the workbook.</param>
/// <param name="BaseHashes">SHA-256 of the base values by row key, to check what the server kept.</param>
public sealed record UploadedMeta(Guid ExportId, string SchemaVersion, IReadOnlyDictionary<Guid, string> BaseHashes)
{
    private static readonly Sentence Foreign = Sentence.Of($"dit is geen actieplan dat met dit programma is geëxporteerd");

    /// <exception cref="UploadRefusedException">The workbook was not exported by this program, or by another version.</exception>
    internal static UploadedMeta Read(IReadOnlyList<UploadedSheet> sheets)
    {
        var sheet = sheets.FirstOrDefault(one => one.Name == MetaSheet.Name) ?? throw new UploadRefusedException(Foreign);
        var pairs = sheet.Rows.Select(row => (Key: TextAt(row, 1), Value: TextAt(row, 2))).ToList();
        if (ValueOf("schema") is not { } schema || !Guid.TryParse(ValueOf("exportId"), out var exportId))
        {
            throw new UploadRefusedException(Sentence.Of($"{Foreign}, of het verborgen blad met het exportnummer is beschadigd"));
        }

        if (schema != MetaSheet.SchemaVersion)
        {
            throw new UploadRefusedException(Sentence.Of($"dit actieplan heeft de vorm ‘{CellValues.Short(schema)}’; dit programma leest ‘{MetaSheet.SchemaVersion}’. Exporteer het plan opnieuw"));
        }

        var hashes = new Dictionary<Guid, string>();
        foreach (var (key, value) in pairs)
        {
            if (Guid.TryParse(key, out var rowKey))
            {
                hashes.TryAdd(rowKey, value);
            }
        }

        return new UploadedMeta(exportId, schema, hashes);

        string? ValueOf(string key) => pairs.FirstOrDefault(pair => pair.Key == key).Value;
    }

    private static string TextAt(UploadedRow row, int column) => row.At(column)?.Text.Trim() ?? "";
}
