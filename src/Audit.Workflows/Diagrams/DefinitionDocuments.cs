using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>The files of the documentation that are made from the definitions.</summary>
public static class DefinitionDocuments
{
    /// <summary>The file that people write, with a list of the definitions in it.</summary>
    public const string Readme = "README.md";

    public const string ListBegins = "<!-- begin van de lijst uit de werkstromen -->";

    public const string ListEnds = "<!-- einde van de lijst uit de werkstromen -->";

    /// <summary>Every file by its name: per definition a drawing and a page, and the README with its list renewed.</summary>
    /// <param name="definitions">Of several versions of a definition the newest counts.</param>
    /// <param name="readme">The README as it is; null when there is none yet.</param>
    /// <returns>Null when the README has no place for the list.</returns>
    public static IReadOnlyDictionary<string, string>? Of(IReadOnlyList<WorkflowDefinition> definitions, string? readme)
    {
        var newest = definitions.GroupBy(definition => definition.DefinitionId)
            .Select(versions => versions.MaxBy(definition => definition.Version)!)
            .OrderBy(definition => definition.DefinitionId, StringComparer.Ordinal)
            .ToList();
        if (WithList(readme ?? $"# Werkstromen\n\n{ListBegins}\n{ListEnds}\n", DefinitionPage.ListOf(newest)) is not { } renewed)
        {
            return null;
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Readme] = renewed };
        foreach (var definition in newest)
        {
            files[$"{definition.DefinitionId}.md"] = DefinitionPage.Of(definition);
            files[$"{definition.DefinitionId}.svg"] = DiagramSvg.Write(DefinitionDiagram.Of(definition), SvgOptions.File);
        }

        return files;
    }

    private static string? WithList(string readme, string list)
    {
        var begin = readme.IndexOf(ListBegins, StringComparison.Ordinal);
        var end = readme.IndexOf(ListEnds, StringComparison.Ordinal);
        return begin < 0 || end < begin ? null : $"{readme[..(begin + ListBegins.Length)]}\n{list}{readme[end..]}";
    }
}
