using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Data.Templates;

/// <summary>What a case runs on as it stands in the content folder.</summary>
/// <param name="Instruments">Every version of every instrument.</param>
/// <param name="Profiles">The default profile.</param>
/// <param name="Catalogues">Every measure.</param>
/// <param name="Refusal">Why the folder cannot be used; null when it can.</param>
public sealed record ShippedContent(
    IReadOnlyList<Template<Instrument>> Instruments,
    IReadOnlyList<Template<ScoringProfile>> Profiles,
    IReadOnlyList<Template<MeasureCatalogue>> Catalogues,
    Sentence? Refusal)
{
    /// <summary>Reads the folder; nothing of it is used when a file has errors.</summary>
    public static ShippedContent Read(TemplateFolder folder)
    {
        var files = new TemplateSet();
        foreach (var path in FilesOf(folder))
        {
            files.Add(path);
        }

        files.CheckReferences();
        return files.Problems.FirstOrDefault(problem => !problem.IsWarning) is { } problem
            ? new([], [], [], Sentence.Of($"De vragenset kan niet worden gelezen: {Path.GetFileName(problem.Path)}, regel {problem.Line}: {problem.Message}"))
            : new([.. files.Instruments], [.. files.Profiles], [.. files.Catalogues], null);
    }

    /// <summary>The files that are read.</summary>
    public static IEnumerable<string> FilesOf(TemplateFolder folder) => folder.Instruments().Append(folder.DefaultProfile).Concat(folder.Measures());
}
