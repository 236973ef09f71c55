using System.Globalization;
using Audit.Data.Excel;
using Xunit;

namespace Audit.Integration.Tests.Excel;

public sealed class MarksTests
{
    [Fact]
    public void Marks_All_ContrastAtLeast4Point5() => Assert.All(
        Marks.Classes.Concat(Marks.Statuses).Append(new Mark("te laat", "!", "#FCE4E4", "#7A0012")).Append(new Mark("kop", "", "#154273", "#FFFFFF")),
        mark => Assert.True(Contrast(mark) >= 4.5, $"{mark.Label}: {Contrast(mark):0.0}"));

    [Fact]
    public void Marks_WithinAList_DifferBySymbol()
    {
        Assert.Equal(4, Marks.Classes.Select(mark => mark.Symbol).Distinct().Count());
        Assert.Equal(6, Marks.Statuses.Select(mark => mark.Symbol).Distinct().Count());
    }

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(Mark mark)
    {
        var (one, other) = (Luminance(mark.Background), Luminance(mark.Foreground));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Linear(colour, 1)) + (0.7152 * Linear(colour, 3)) + (0.0722 * Linear(colour, 5));

    private static double Linear(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
