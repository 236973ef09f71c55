using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks and makes the list of terms.</summary>
internal static class GlossaryReader
{
    public static void Check(MapNode root, ProblemList problems)
    {
        foreach (var field in new[] { "term", "code" })
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var term in root.Maps("terms"))
            {
                if (term.Text(field) is { } word && !seen.Add(word))
                {
                    problems.Error(term.Find(field)!.Line, Sentence.Of($"'{word}' staat twee keer bij '{field}'; elk begrip heeft één woord en één naam in de code"));
                }
            }
        }
    }

    public static Glossary Read(MapNode root) => new(
        root.Text("version")!,
        [.. root.Maps("terms").Select(map => new GlossaryTerm(map.Text("term")!, map.Text("code")!, map.Localized("definition"), map.Text("source")!)
        {
            English = map.Text("en"),
            Types = map.Words("types"),
            Avoid = map.Words("avoid"),
        })]);
}
