using Audit.Core.Actions;
using Audit.Core.Instruments;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>How a class or status looks: a symbol and colours beside its word, so that colour is never alone.</summary>
/// <param name="Label">The word; the value of the cell.</param>
/// <param name="Symbol">Shown before the word by a number format, so that the cell keeps the plain word.</param>
/// <param name="Background">As #RRGGBB.</param>
/// <param name="Foreground">As #RRGGBB; at least 4.5:1 against the background.</param>
public sealed record Mark(string Label, string Symbol, string Background, string Foreground);

/// <summary>The marks of classes and statuses.</summary>
/// <remarks>The symbols are from the character set that every office font has (WGL4).</remarks>
public static class Marks
{
    /// <summary>Mark of a risk class.</summary>
    public static Mark Of(RiskClass riskClass) => riskClass switch
    {
        RiskClass.Low => new(riskClass.Dutch(), "▼", "#D9EAD3", "#1E4620"),
        RiskClass.Medium => new(riskClass.Dutch(), "◊", "#FFF2CC", "#5B4300"),
        RiskClass.High => new(riskClass.Dutch(), "▲", "#F9CB9C", "#5A2600"),
        RiskClass.Critical => new(riskClass.Dutch(), "●", "#7A0012", "#FFFFFF"),
    };

    /// <summary>Mark of a status.</summary>
    public static Mark Of(ActionStatus status) => status switch
    {
        ActionStatus.Planned => new(status.Dutch(), "○", "#E7E9EC", "#2B2F36"),
        ActionStatus.Running => new(status.Dutch(), "►", "#D6E6F5", "#0B3558"),
        ActionStatus.Waiting => new(status.Dutch(), "□", "#FCE4D6", "#6B2A00"),
        ActionStatus.Done => new(status.Dutch(), "√", "#D9EAD3", "#1E4620"),
        ActionStatus.Closed => new(status.Dutch(), "■", "#3D4652", "#FFFFFF"),
        ActionStatus.Dropped => new(status.Dutch(), "×", "#F2F2F2", "#4A4A4A"),
    };

    /// <summary>Every class mark, from low to critical.</summary>
    public static IReadOnlyList<Mark> Classes => [.. Enum.GetValues<RiskClass>().Select(Of)];

    /// <summary>Every status mark, from planned to dropped.</summary>
    public static IReadOnlyList<Mark> Statuses => [.. Enum.GetValues<ActionStatus>().Select(Of)];

    internal static void Show(IXLRange range, IReadOnlyList<Mark> marks)
    {
        foreach (var mark in marks)
        {
            var style = range.AddConditionalFormat().WhenEquals(mark.Label);
            style.Fill.SetBackgroundColor(XLColor.FromHtml(mark.Background));
            style.Font.SetFontColor(XLColor.FromHtml(mark.Foreground));
            style.NumberFormat.SetFormat($"\"{mark.Symbol} \"@");
        }
    }
}
