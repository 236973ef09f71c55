using System.Globalization;
using System.Text;
using Audit.Core.Instruments;

namespace Audit.Data.Documents;

/// <summary>The glossary as a page: Dutch word, name in the code, meaning, source and words to avoid.</summary>
public static class GlossaryPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Of(Glossary glossary)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Begrippen\n\nDeze bladzijde is gemaakt uit `templates/glossary/terms.yaml` (versie {glossary.Version}) met `audit glossary`; wijzig haar niet met de hand.\n");
        page.Append("Een test houdt de lijst gelijk aan de openbare typen van `Audit.Core`.\n\n");
        page.Append(Markdown.Head("Begrip", "In de code", "Betekenis", "Bron", "Liever niet")).Append('\n');
        foreach (var term in glossary.Terms.OrderBy(term => term.Term, StringComparer.Create(CultureInfo.GetCultureInfo("nl-NL"), ignoreCase: true)))
        {
            var code = string.Join(", ", new[] { term.Code }.Concat(term.Types).Distinct().Select(name => $"`{name}`"));
            page.Append(Markdown.Row(
                Markdown.Text(term.Term), code, Markdown.Text(term.Definition.Nl), Markdown.Text(term.Source), Markdown.Text(string.Join(", ", term.Avoid)))).Append('\n');
        }

        return page.ToString();
    }
}
