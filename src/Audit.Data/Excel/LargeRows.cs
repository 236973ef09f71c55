using System.Globalization;
using System.Xml;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Rows of a table that is too large for the library: written straight into the saved sheet, in the place of two sample rows.</summary>
/// <remarks>The library keeps every cell in memory: 100,000 rows take 1.9 GB. The samples give each column the look that its rows have.</remarks>
/// <param name="FirstRow">Number of the first row; a sample with plain texts stands there, below it one with texts that need a prefix.</param>
/// <param name="Rows">The values, row by row, as <see cref="Styles.Put"/> takes them; enumerated once.</param>
/// <param name="HeightOf">Height of a row from its values, in points; null leaves it to the reader's program.</param>
internal sealed record LargeRows(int FirstRow, IEnumerable<object?[]> Rows, Func<object?[], double>? HeightOf = null)
{
    private readonly Dictionary<int, string> plain = [];
    private readonly Dictionary<int, string> prefixed = [];

    /// <summary>Whether a row of the saved sheet is a sample.</summary>
    public bool IsSample(int row) => row == FirstRow || row == FirstRow + 1;

    /// <summary>Remembers the looks of a sample and moves past it.</summary>
    public void TakeSample(XmlReader row, int number)
    {
        var styles = number == FirstRow ? plain : prefixed;
        using var inside = row.ReadSubtree();
        while (inside.Read())
        {
            if (inside is { NodeType: XmlNodeType.Element, LocalName: "c" } && inside.GetAttribute("s") is { } style)
            {
                styles[XLHelper.GetColumnNumberFromAddress(inside.GetAttribute("r")!)] = style;
            }
        }
    }

    /// <summary>Writes the rows.</summary>
    /// <param name="writer">Inside the element with the data of the sheet.</param>
    /// <param name="name">Prefix and namespace of the sheet.</param>
    public void Write(XmlWriter writer, (string Prefix, string Namespace) name)
    {
        var number = FirstRow;
        foreach (var values in Rows)
        {
            writer.WriteStartElement(name.Prefix, "row", name.Namespace);
            writer.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            if (HeightOf is not null)
            {
                writer.WriteAttributeString("ht", HeightOf(values).ToString(CultureInfo.InvariantCulture));
            }

            for (var column = 1; column <= values.Length; column++)
            {
                WriteCell(writer, name, (number, column), values[column - 1]);
            }

            writer.WriteEndElement();
            number++;
        }
    }

    private void WriteCell(XmlWriter writer, (string Prefix, string Namespace) name, (int Row, int Column) at, object? value)
    {
        var text = value is string typed ? SafeText.Clean(typed) : null;
        if (value is null || text is { Length: 0 })
        {
            return;
        }

        var style = text is not null && SafeText.NeedsPrefix(text) ? prefixed.GetValueOrDefault(at.Column) : plain.GetValueOrDefault(at.Column);
        writer.WriteStartElement(name.Prefix, "c", name.Namespace);
        writer.WriteAttributeString("r", $"{XLHelper.GetColumnLetterFromNumber(at.Column)}{at.Row}");
        if (style is not null)
        {
            writer.WriteAttributeString("s", style);
        }

        if (text is not null)
        {
            WriteText(writer, name, text);
        }
        else
        {
            writer.WriteElementString(name.Prefix, "v", name.Namespace, NumberOf(value));
        }

        writer.WriteEndElement();
    }

    private static void WriteText(XmlWriter writer, (string Prefix, string Namespace) name, string text)
    {
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement(name.Prefix, "is", name.Namespace);
        writer.WriteStartElement(name.Prefix, "t", name.Namespace);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(SafeText.Escaped(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string NumberOf(object value) => value switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("G15", CultureInfo.InvariantCulture),
        DateOnly day => day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString("G15", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.DateTime.ToOADate().ToString("G15", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"no cell holds a {value.GetType().Name}", nameof(value)),
    };
}
