using System.Text;

namespace Audit.Web.Pages.Trails;

/// <summary>Lines for a spreadsheet, in which no text of a user can count as a formula.</summary>
internal sealed class CsvText
{
    private const string FormulaBeginnings = "=+-@\t\r\n";

    private readonly StringBuilder text = new();

    public void Add(params IEnumerable<string?> fields) => text.AppendJoin(';', fields.Select(Field)).Append("\r\n");

    /// <summary>With a mark of UTF-8, without which spreadsheets guess wrong.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Field(string? value)
    {
        var safe = value is { Length: > 0 } && FormulaBeginnings.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value ?? string.Empty;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
