using System.Text;
using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Uploads;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Where the columns of a sheet are, found by what stands above them.</summary>
/// <param name="Row">Row of the captions.</param>
/// <param name="Columns">Column number by caption; missing ones are left out.</param>
internal sealed record SheetHeader(int Row, IReadOnlyDictionary<string, int> Columns)
{
    /// <summary>Finds the columns and reports those that are missing, double or unknown.</summary>
    public static SheetHeader Find(UploadedSheet sheet, int order, SheetForm form, Findings findings)
    {
        var row = sheet.Rows.FirstOrDefault(row => row.Cells.Any(cell => !cell.IsBlank));
        var number = row?.Number ?? 1;
        var known = form.Columns.ToDictionary(column => Normal(column.Caption), column => column.Caption);
        var columns = new Dictionary<string, int>();
        foreach (var cell in row?.Cells.Where(cell => !cell.IsBlank) ?? [])
        {
            var line = findings.LineOf(new(order, form.Name, number, cell.Column));
            if (cell.HasFormula)
            {
                findings.Error(line, Sentence.Of($"in de kop van een kolom staat een formule; typ de naam zelf"));
            }
            else if (!known.TryGetValue(Normal(cell.Text), out var caption))
            {
                findings.Warning(line, Sentence.Of($"de kolom '{cell.Text}' hoort niet op dit blad en wordt niet gelezen"));
            }
            else if (!columns.TryAdd(caption, cell.Column))
            {
                findings.Error(line, Sentence.Of($"de kolom '{caption}' staat er twee keer"));
            }
        }

        ReportMissing(form, columns, findings, findings.LineOf(new(order, form.Name, number, 1)));
        return new SheetHeader(number, columns);
    }

    /// <summary>A caption without what a person may change by accident: capitals and double spaces.</summary>
    public static string Normal(string caption) =>
        string.Join(' ', caption.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static void ReportMissing(SheetForm form, Dictionary<string, int> columns, Findings findings, int line)
    {
        foreach (var column in form.Columns.Where(column => !columns.ContainsKey(column.Caption)))
        {
            if (column.Presence == Presence.Optional)
            {
                findings.Warning(line, Sentence.Of($"de kolom '{column.Caption}' ontbreekt; dit veld blijft overal leeg"));
            }
            else
            {
                findings.Error(line, Sentence.Of($"de kolom '{column.Caption}' ontbreekt"));
            }
        }
    }
}
