using Audit.Data.Templates;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Assessments;

/// <summary>Reads what a new case runs on from the content folder.</summary>
internal static class StartContent
{
    private const string InstrumentId = "discriminatietoets";

    /// <summary>Newest version of the instrument, the default profile and every measure.</summary>
    /// <returns>The content, or the reason in Dutch why there is none.</returns>
    public static (CaseContent? Content, string? Refusal) Read(TemplateFolder folder)
    {
        var files = new TemplateSet();
        foreach (var path in folder.Instruments().Append(folder.DefaultProfile).Concat(folder.Measures()))
        {
            files.Add(path);
        }

        files.CheckReferences();
        if (files.Problems.FirstOrDefault(problem => !problem.IsWarning) is { } problem)
        {
            return (null, $"De vragenset kan niet worden gelezen: {Path.GetFileName(problem.Path)}, regel {problem.Line}: {problem.Message}");
        }

        var newest = files.Instruments.Where(template => template.Value.Id == InstrumentId)
            .MaxBy(template => template.Value.Version, VersionOrder.Instance);
        return newest is null
            ? (null, $"Er is geen vragenset '{InstrumentId}'.")
            : (new(newest, files.Profiles.First(), [.. files.Catalogues]), null);
    }
}
