using System.Text;

namespace Audit.Data.Documents;

/// <summary>Markdown in which texts of the content stay text.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]<>|#";

    /// <summary>A text in one line, with every sign that Markdown would read as markup escaped.</summary>
    public static string Text(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            plain.Append(Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter);
        }

        return plain.ToString();
    }

    /// <summary>A row of a table; the cells are Markdown already.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>The head of a table.</summary>
    public static string Head(params string[] names) => $"{Row(names)}\n{Row(names.Select(_ => "---"))}";
}
