using System.Globalization;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Looks and number formats that the sheets share, and the one place where a value becomes a cell.</summary>
internal static class Styles
{
    public const string Draft = "CONCEPT – niet beoordeeld";
    public const string NoVerdict = "Signaal, geen juridisch oordeel";
    public const string Unofficial = "Geen officiële tekst van de Staatscommissie: vragen en weging zijn een eigen uitwerking";

    public const string DateFormat = "dd-mm-yyyy";
    public const string MomentFormat = "dd-mm-yyyy hh:mm";
    public const string PercentFormat = "0%";
    public const string ScoreFormat = "0.00";
    public const string PartFormat = "+0.0000;-0.0000;0.0000";

    private static readonly XLColor Dark = XLColor.FromHtml("#154273");
    private static readonly XLColor Line = XLColor.FromHtml("#B4BCC8");

    public static void Put(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                SafeText.Write(cell, text);
                break;
            case int number:
                cell.SetValue(number);
                break;
            case double number:
                cell.SetValue(number);
                break;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                break;
            case DateTimeOffset moment:
                cell.SetValue(moment.DateTime);
                break;
            default:
                throw new ArgumentException($"no cell holds a {value.GetType().Name}", nameof(value));
        }
    }

    public static void PutRow(IXLWorksheet sheet, int row, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Put(sheet.Cell(row, i + 1), values[i]);
        }
    }

    public static void Title(IXLCell cell) => cell.Style.Font.SetBold().Font.SetFontSize(16).Font.SetFontColor(Dark);

    public static void Heading(IXLCell cell) => cell.Style.Font.SetBold().Font.SetFontSize(12).Font.SetFontColor(Dark);

    public static void Warning(IXLCell cell) => cell.Style.Font.SetBold().Font.SetFontColor(XLColor.FromHtml("#7A0012"));

    public static void Header(IXLRange range)
    {
        range.Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(Dark);
        range.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        range.Style.NumberFormat.SetFormat("@");
    }

    /// <summary>A header above numbers, aligned as they are.</summary>
    public static void NumberHeader(IXLRange range) => range.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);

    public static void Total(IXLRange range)
    {
        range.Style.Font.SetBold();
        range.Style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(Dark);
    }

    public static void Grid(IXLRange range)
    {
        range.Style.Border.SetBottomBorder(XLBorderStyleValues.Hair).Border.SetBottomBorderColor(Line);
    }

    /// <summary>Cells made later in the column take this over, so it costs nothing per row.</summary>
    public static void Wrapped(IXLColumn column) =>
        column.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);

    public static void Numbers(IXLColumn column, string format)
    {
        column.Style.NumberFormat.SetFormat(format);
        column.Style.Alignment.WrapText = false;
        column.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
    }

    public static string Moment(DateTimeOffset moment) => moment.ToString("dd-MM-yyyy HH:mm (zzz)", CultureInfo.InvariantCulture).Replace("(", "(UTC", StringComparison.Ordinal);

    public static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    // Not through nl-NL: the text must not depend on the culture data of the machine.
    public static string Number(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture).Replace('.', ',');
}
