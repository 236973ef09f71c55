using System.Globalization;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>What an import needs to recognise the file: export id, schema version and a hash of the base values per row.</summary>
internal static class MetaSheet
{
    public const string Name = "_meta";
    public const string SchemaVersion = "audit-workbook/1";

    private const int FirstHashRow = 8;

    public static void Add(XLWorkbook workbook, ActionPlanExport plan, bool large, Dictionary<string, LargeRows> rows)
    {
        var sheet = workbook.AddWorksheet(Name);
        Styles.PutRow(sheet, 1, "schema", SchemaVersion);
        Styles.PutRow(sheet, 2, "exportId", plan.ExportId.ToString("D"));
        Styles.PutRow(sheet, 3, "exportedAt", plan.ExportedAt.ToString("O", CultureInfo.InvariantCulture));
        Styles.PutRow(sheet, 4, "instrument", plan.Instrument.Id, plan.Instrument.Version, plan.InstrumentSha256);
        Styles.PutRow(sheet, 5, "profile", plan.Profile.Id, plan.Profile.Version, plan.ProfileSha256);
        Styles.PutRow(sheet, FirstHashRow - 1, "rowKey", "baseSha256");
        var hashes = plan.Actions.Select(action => new object?[] { action.RowKey.ToString("D"), BaseValues.HashOf(action) });
        if (large)
        {
            Styles.PutRow(sheet, FirstHashRow, "rowKey", "baseSha256");
            rows.Add(Name, new LargeRows(FirstHashRow, hashes));
        }

        var row = FirstHashRow;
        foreach (var hash in large ? [] : hashes)
        {
            Styles.PutRow(sheet, row++, hash);
        }

        sheet.Visibility = XLWorksheetVisibility.VeryHidden;
    }
}
