using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Audit.Data.Excel.Uploads;

/// <summary>The texts that cells refer to by number.</summary>
internal static partial class SharedTexts
{
    public static IReadOnlyList<string> Read(UploadedPackage package, string part)
    {
        using var xml = package.Xml(part);
        var texts = new List<string>();
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(TextIn(xml));
            }
        }

        return texts;
    }

    /// <summary>The text inside the current element, its formatting left out; the reader ends at the end of the element.</summary>
    public static string TextIn(XmlReader xml)
    {
        var text = new StringBuilder();
        using var inside = xml.ReadSubtree();
        inside.Read();
        while (!inside.EOF)
        {
            switch (inside.NodeType, inside.LocalName)
            {
                case (XmlNodeType.Element, "t"):
                    text.Append(inside.ReadElementContentAsString());
                    break;
                case (XmlNodeType.Element, "rPh"):
                    // How to pronounce an Asian text is no part of it.
                    inside.Skip();
                    break;
                default:
                    inside.Read();
                    break;
            }
        }

        return Unescape(text.ToString());
    }

    /// <summary>The file format writes letters that XML cannot hold as _xHHHH_, and such a text itself with _x005F_ in front.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
