using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Audit.Data.Excel.Uploads;

/// <summary>Which cell styles show a number as a day.</summary>
/// <remarks>Source: ECMA-376 part 1, §18.8.30 (built-in number formats).</remarks>
internal static partial class DateStyles
{
    private static readonly SearchValues<char> DayLetters = SearchValues.Create("dDyYjJ");

    /// <summary>Style numbers, as cells name them.</summary>
    public static IReadOnlySet<int> Read(UploadedPackage package, string part)
    {
        using var xml = package.Xml(part);
        var own = new HashSet<int>();
        var styles = new HashSet<int>();
        var (inCells, style) = (false, 0);
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && ShowsDays(xml.GetAttribute("formatCode") ?? string.Empty))
            {
                own.Add(Number(xml, "numFmtId"));
            }
            else if (inCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var format = Number(xml, "numFmtId");
                if (own.Contains(format) || format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58))
                {
                    styles.Add(style);
                }

                style++;
            }
        }

        return styles;
    }

    private static int Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool ShowsDays(string code) => Letters().Replace(code, string.Empty).AsSpan().ContainsAny(DayLetters);

    /// <summary>What a format shows literally, and its colours and conditions.</summary>
    [GeneratedRegex(@"""[^""]*""|\\.|_.|\[[^\]]*\]|General|Standaard")]
    private static partial Regex Letters();
}
