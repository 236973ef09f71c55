using Audit.Core.Instruments;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Terms;

/// <summary>The words of this product and what they mean.</summary>
public sealed class IndexModel(ContentShelf shelf) : PageModel
{
    public IReadOnlyList<GlossaryTerm> Terms { get; private set; } = [];

    /// <summary>The English name, from the name in the code: "ResidualRisk" becomes "residual risk".</summary>
    public static string EnglishOf(GlossaryTerm term) => string.Concat(term.Code.Select((letter, place) =>
        place > 0 && char.IsUpper(letter) && !char.IsUpper(term.Code[place - 1]) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    public void OnGet() => Terms = [.. shelf.Glossary.Terms.OrderBy(term => term.Term, StringComparer.Create(new("nl-NL"), ignoreCase: true))];
}
