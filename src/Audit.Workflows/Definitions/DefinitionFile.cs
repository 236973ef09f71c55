using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Definitions;

/// <summary>Reads and checks a definition file or an uploaded text.</summary>
public static class DefinitionFile
{
    /// <summary>Reads and checks a file; the definition is null when it has errors.</summary>
    public static (WorkflowDefinition? Definition, IReadOnlyList<Problem> Problems) Load(string path)
    {
        var problems = new ProblemList(path);
        return Check(DocumentReader.ReadFile(path, problems), problems);
    }

    /// <summary>Reads and checks a text, such as an upload.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="path">What messages call the file.</param>
    public static (WorkflowDefinition? Definition, IReadOnlyList<Problem> Problems) Parse(string text, string path)
    {
        var problems = new ProblemList(path);
        return Check(DocumentReader.Read(text, problems), problems);
    }

    /// <summary>Reads a text without checking its rules, for definitions that were published before.</summary>
    internal static (WorkflowDefinition? Definition, IReadOnlyList<Problem> Problems) Read(string text, string path)
    {
        var problems = new ProblemList(path);
        var definition = DocumentReader.Read(text, problems) is { } root ? DefinitionReader.Read(root, problems) : null;
        return (definition, problems.All);
    }

    private static (WorkflowDefinition? Definition, IReadOnlyList<Problem> Problems) Check(Node? root, ProblemList problems)
    {
        var definition = root is null ? null : DefinitionReader.Read(root, problems);
        if (definition is not null)
        {
            DefinitionChecker.Check(definition, problems);
        }

        return (problems.HasErrors ? null : definition, problems.All);
    }
}
