using Audit.Data.Templates;

namespace Audit.Integration.Tests;

/// <summary>The files of the main job: the DUO case with its instrument, profile and all measures.</summary>
internal static class ExampleFiles
{
    public static TemplateSet Duo()
    {
        var set = new TemplateSet();
        string[] files = ["instruments/discriminatietoets/2026-11-26.yaml", "scoring/default.yaml", "examples/duo-uitwonendenbeurs-2014.yaml"];
        foreach (var file in files.Select(file => RepositoryFiles.PathTo("templates", file)).Concat(Directory.GetFiles(RepositoryFiles.PathTo("templates", "measures"))))
        {
            set.Add(file);
        }

        return set;
    }
}
