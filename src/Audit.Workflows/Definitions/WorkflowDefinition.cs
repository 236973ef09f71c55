using Audit.Core.Instruments;

namespace Audit.Workflows.Definitions;

/// <summary>A process as its file describes it.</summary>
/// <param name="DefinitionId">Stable name of the process.</param>
/// <param name="Version">Raised with every change of content.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Root">The outermost flowchart.</param>
/// <param name="Variables">Declared variables with their initial value.</param>
/// <param name="Content">The file as canonical JSON, with its hash.</param>
public sealed record WorkflowDefinition(
    string DefinitionId,
    int Version,
    LocalizedText Name,
    ActivityNode Root,
    IReadOnlyList<DefinitionVariable> Variables,
    DefinitionContent Content)
{
    private readonly Dictionary<string, ActivityNode> byPath = Root.WithDescendants().ToDictionary(node => node.Path);

    /// <summary>What it is for, in the words of the file; null when it has none.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>Every activity, outermost first.</summary>
    public IEnumerable<ActivityNode> Activities => Root.WithDescendants();

    /// <summary>The activity at a path of ids from the root; null when there is none.</summary>
    public ActivityNode? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>The activity that holds this one; null for the root.</summary>
    public ActivityNode? ParentOf(ActivityNode node)
    {
        var end = node.Path.LastIndexOf('/');
        return end < 0 ? null : byPath[node.Path[..end]];
    }
}

/// <summary>The content of a definition, by which a change under an unchanged version is noticed.</summary>
/// <param name="Json">Canonical JSON (RFC 8785).</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record DefinitionContent(string Json, string Sha256);

/// <summary>A variable of a definition.</summary>
/// <param name="Name">Name; facts are called "fact.name".</param>
/// <param name="Initial">Value before any activity sets it; null when none is given.</param>
/// <param name="Line">1-based line.</param>
public sealed record DefinitionVariable(string Name, string? Initial, int Line)
{
    public const string FactPrefix = "fact.";
}
