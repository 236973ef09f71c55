using System.Globalization;
using System.Text;
using System.Xml;

namespace Audit.Data.Excel;

/// <summary>Copies the XML of a sheet as a stream, with stored values for its formulas and row heights that follow the text.</summary>
/// <param name="values">Values of the formulas in this sheet, by address.</param>
/// <param name="large">Rows that take the place of samples; null when the sheet is whole.</param>
internal sealed class SheetCopy(IReadOnlyDictionary<string, object> values, LargeRows? large = null)
{
    private object? pending;

    public void Copy(Stream source, Stream target)
    {
        using var reader = XmlReader.Create(source);
        using var writer = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        while (reader.Read())
        {
            CopyNode(reader, writer);
        }
    }

    private void CopyNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when large is not null && reader.LocalName == "row" && NumberOf(reader) is var row && large.IsSample(row):
                large.TakeSample(reader, row);
                break;
            case XmlNodeType.Element when large is not null && reader.LocalName == "dimension":
                // It tells how far the samples reach, and a reader need not have it.
                reader.Skip();
                CopyNode(reader, writer);
                break;
            case XmlNodeType.Element:
                CopyElement(reader, writer);
                break;
            case XmlNodeType.EndElement when large is not null && reader.LocalName == "sheetData":
                large.Write(writer, (reader.Prefix, reader.NamespaceURI));
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                StoreValue(reader, writer);
                break;
            case XmlNodeType.Text:
            case XmlNodeType.Whitespace:
            case XmlNodeType.SignificantWhitespace:
                writer.WriteString(reader.Value);
                break;
        }
    }

    private static int NumberOf(XmlReader row) => int.Parse(row.GetAttribute("r")!, CultureInfo.InvariantCulture);

    private void CopyElement(XmlReader reader, XmlWriter writer)
    {
        var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        writer.WriteStartElement(reader.Prefix, name, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            if (!IsLeftOut(name, reader.LocalName, isEmpty))
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }

            if (name == "c" && reader.LocalName == "r" && values.TryGetValue(reader.Value, out pending) && pending is string)
            {
                writer.WriteAttributeString("t", "str");
            }
        }

        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    /// <summary>A height that is not marked as chosen by hand follows the text when somebody edits it; a cell without a value has no type.</summary>
    private static bool IsLeftOut(string element, string attribute, bool isEmpty) =>
        (element == "row" && attribute == "customHeight") || (element == "c" && attribute == "t" && isEmpty);

    /// <summary>The value comes right after the formula.</summary>
    private void StoreValue(XmlReader reader, XmlWriter writer)
    {
        if (reader.LocalName == "f" && pending is not null)
        {
            writer.WriteElementString(reader.Prefix, "v", reader.NamespaceURI, Convert.ToString(pending, CultureInfo.InvariantCulture));
            pending = null;
        }
    }
}
