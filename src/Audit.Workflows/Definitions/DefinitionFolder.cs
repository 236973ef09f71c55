using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Definitions;

/// <summary>A definition with the file it stands in.</summary>
public sealed record LoadedDefinition(string Path, WorkflowDefinition Definition);

/// <summary>Reads every definition of a folder.</summary>
public static class DefinitionFolder
{
    /// <summary>The valid definitions, and the problems of all files.</summary>
    public static (IReadOnlyList<LoadedDefinition> Definitions, IReadOnlyList<Problem> Problems) Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return ([], [new(folder, 1, Sentence.Of($"de map met werkstromen bestaat niet"))]);
        }

        var definitions = new List<LoadedDefinition>();
        var problems = new List<Problem>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var (definition, found) = DefinitionFile.Load(path);
            problems.AddRange(found);
            if (definition is not null)
            {
                definitions.Add(new(path, definition));
            }
        }

        problems.AddRange(Duplicates(definitions));
        return (definitions, problems);
    }

    private static IEnumerable<Problem> Duplicates(IEnumerable<LoadedDefinition> definitions) =>
        from same in definitions.GroupBy(loaded => (loaded.Definition.DefinitionId, loaded.Definition.Version))
        from again in same.Skip(1)
        select new Problem(again.Path, 1, Sentence.Of($"versie {same.Key.Version} van '{same.Key.DefinitionId}' staat ook in {Path.GetFileName(same.First().Path)}"));
}
