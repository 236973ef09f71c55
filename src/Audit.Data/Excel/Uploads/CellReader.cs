using System.Globalization;
using System.Xml;

namespace Audit.Data.Excel.Uploads;

/// <summary>Reads the rows of sheets, with counts over the whole workbook.</summary>
/// <param name="texts">Texts that cells refer to.</param>
/// <param name="dateStyles">Styles that show a number as a day.</param>
/// <param name="from1904">Whether days count from 1904, as old Apple workbooks do.</param>
/// <param name="limits">How much may be read.</param>
internal sealed class CellReader(IReadOnlyList<string> texts, IReadOnlySet<int> dateStyles, bool from1904, UploadLimits limits)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;
    private const int DaysUntil1904 = 1462;

    private int cells;
    private long letters;

    public IReadOnlyList<UploadedRow> Rows(UploadedPackage package, string part)
    {
        using var xml = package.Xml(part) ?? throw new UploadRefusedException(Sentence.Of($"het werkboek is beschadigd: onderdeel {part} ontbreekt"));
        var rows = new SortedDictionary<int, UploadedRow>();
        var number = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : number + 1;
                var found = xml.IsEmptyElement ? [] : Cells(xml);
                if (number is < 1 or > LastRow || (found.Count > 0 && !rows.TryAdd(number, new UploadedRow(number, found))))
                {
                    throw new UploadRefusedException(Sentence.Of($"het werkboek is beschadigd: rij {number} kan niet of staat er twee keer"));
                }
            }
        }

        return [.. rows.Values];
    }

    private List<UploadedCell> Cells(XmlReader row)
    {
        var found = new List<UploadedCell>();
        var column = 0;
        using var inside = row.ReadSubtree();
        while (inside.Read())
        {
            if (inside is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(inside.GetAttribute("r")) ?? column + 1;
                if (!inside.IsEmptyElement && Cell(inside, column) is { } cell)
                {
                    found.Add(cell);
                    Count(cell);
                }
            }
        }

        return found;
    }

    private void Count(UploadedCell cell)
    {
        letters += cell.Text.Length;
        if (++cells > limits.Cells || letters > limits.Letters || cell.Column > LastColumn)
        {
            throw new UploadRefusedException(Sentence.Of($"het werkboek bevat te veel cellen of te veel tekst"));
        }
    }

    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var c in address ?? string.Empty)
        {
            if (!char.IsAsciiLetterUpper(c) || column > LastColumn)
            {
                break;
            }

            column = (column * 26) + c - 'A' + 1;
        }

        return column == 0 ? null : column;
    }

    private UploadedCell? Cell(XmlReader xml, int column)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var isDate = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && dateStyles.Contains(style);
        string? value = null;
        var formula = false;
        using var inside = xml.ReadSubtree();
        inside.Read();
        while (inside.Read())
        {
            formula |= inside.LocalName == "f";
            if (inside is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                value = SharedTexts.TextIn(inside);
            }
            else if (inside is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false } && inside.Read() && inside.HasValue)
            {
                value = inside.Value;
            }
        }

        return value is null && !formula ? null : Convert(new(column, CellContent.Text, value ?? string.Empty, 0, formula), type, isDate);
    }

    private UploadedCell Convert(UploadedCell raw, string type, bool isDate) => type switch
    {
        "s" => raw with { Text = int.TryParse(raw.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : string.Empty },
        "b" => raw with { Content = CellContent.Boolean },
        "e" => raw with { Content = CellContent.Error },
        "str" => raw with { Text = SharedTexts.Unescape(raw.Text) },
        "inlineStr" => raw,
        "d" => raw with { Content = CellContent.Date, Text = raw.Text.Split('T')[0] },
        _ => Number(raw, isDate),
    };

    private UploadedCell Number(UploadedCell raw, bool isDate)
    {
        if (!double.TryParse(raw.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return raw with { Content = CellContent.Error };
        }

        var day = number + (from1904 ? DaysUntil1904 : 0);
        return isDate && day is >= 1 and < 2_958_466
            ? raw with { Content = CellContent.Date, Number = number, Text = DateTime.FromOADate(Math.Floor(day)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }
            : raw with { Content = CellContent.Number, Number = number, Text = number.ToString("R", CultureInfo.InvariantCulture) };
    }
}
