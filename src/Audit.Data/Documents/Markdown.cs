using System.Text.RegularExpressions;

namespace Audit.Data.Documents;

/// <summary>Markdown in which texts of the content stay text.</summary>
public static partial class Markdown
{
    /// <summary>A text in one line, with every sign that Markdown or HTML would read as markup escaped.</summary>
    public static string Text(string text) => Markup().Replace(Spaces().Replace(text, " "), match => match.Value switch
    {
        "<" => "&lt;",
        ">" => "&gt;",
        "&" => "&amp;",
        var other => $"\\{other}",
    });

    /// <summary>A row of a table; the cells are Markdown already.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>The head of a table.</summary>
    public static string Head(params string[] names) => $"{Row(names)}\n{Row(names.Select(_ => "---"))}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[<>&\\`*_{}\[\]|#]")]
    private static partial Regex Markup();
}
