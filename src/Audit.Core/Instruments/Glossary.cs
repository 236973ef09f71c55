namespace Audit.Core.Instruments;

/// <summary>A word of the field, with the name that the code gives it. Dutch: <c>begrip</c>.</summary>
/// <param name="Term">Dutch word as screens use it.</param>
/// <param name="Code">Name of the type or concept in the code.</param>
/// <param name="Definition">What it means in this product.</param>
/// <param name="Source">Where the meaning comes from.</param>
public sealed record GlossaryTerm(string Term, string Code, LocalizedText Definition, string Source)
{
    /// <summary>English word; null when the code name says it.</summary>
    public string? English { get; init; }

    /// <summary>Types of the core that belong to it, besides one named as the code.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Words to avoid for it.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];
}

/// <summary>The words of this product, for help texts and for authors. Dutch: <c>begrippenlijst</c>.</summary>
/// <param name="Version">Version of the list.</param>
/// <param name="Terms">In the order shown.</param>
public sealed record Glossary(string Version, IReadOnlyList<GlossaryTerm> Terms)
{
    /// <summary>The terms that occur as words in a text, in the order of the list.</summary>
    /// <param name="text">A Dutch text.</param>
    public IReadOnlyList<GlossaryTerm> In(string text) => [.. Terms.Where(term => Occurs(term.Term, text))];

    private static bool Occurs(string term, string text)
    {
        for (var at = text.IndexOf(term, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + term.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
