using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Administration;

/// <summary>Something wrong with an uploaded file, at a place that its author can find.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Place">Such as "regel 12", or a sheet with its row.</param>
/// <param name="Message">What is wrong.</param>
public sealed record UploadProblem(string FileName, Sentence Place, Sentence Message);

/// <summary>A file as it was read: a tree, and what was wrong with reading it.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Root">The tree; null when it could not be read.</param>
/// <param name="Problems">Takes what is found in it.</param>
public sealed record UploadedTree(string FileName, Node? Root, ProblemList Problems)
{
    /// <summary>Where the line of a node stands in the file.</summary>
    public Func<int, Sentence> PlaceOf { get; init; } = line => Sentence.Of($"regel {line}");

    /// <summary>Reads a text in YAML or JSON.</summary>
    public static UploadedTree Read(string fileName, string text)
    {
        var problems = new ProblemList(fileName);
        return new(fileName, DocumentReader.Read(text, problems), problems);
    }

    /// <summary>What was found, warnings or errors, in the order of the file.</summary>
    public IEnumerable<UploadProblem> Found(bool warnings) => Problems.All
        .Where(problem => problem.IsWarning == warnings)
        .OrderBy(problem => problem.Line)
        .Select(problem => new UploadProblem(FileName, PlaceOf(problem.Line), problem.Message));
}

/// <summary>A new version as an administrator sends it.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Measures">The measures for this version; null when there are none.</param>
/// <param name="Problems">What was wrong before anything became a tree.</param>
public sealed record UploadedInstrument(UploadedTree Instrument, UploadedTree? Measures, IReadOnlyList<UploadProblem> Problems);
