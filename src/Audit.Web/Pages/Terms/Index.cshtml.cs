using Audit.Core.Instruments;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Terms;

/// <summary>The words of this product and what they mean.</summary>
public sealed class IndexModel(ContentShelf shelf) : PageModel
{
    public IReadOnlyList<GlossaryTerm> Terms { get; private set; } = [];

    public void OnGet() => Terms = [.. shelf.Glossary.Terms.OrderBy(term => term.Term, StringComparer.Create(new("nl-NL"), ignoreCase: true))];
}
