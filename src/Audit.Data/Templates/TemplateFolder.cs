namespace Audit.Data.Templates;

/// <summary>Finds the content that comes with the program: <c>templates/</c> and <c>workflows/</c>.</summary>
/// <param name="Root">The folder that holds both.</param>
public sealed record TemplateFolder(string Root)
{
    public string DefaultProfile => Path.Combine(Root, "templates", "scoring", "default.yaml");

    /// <summary>The profile by which people judge risks by hand.</summary>
    public string JudgedProfile => Path.Combine(Root, "templates", "scoring", "rijksmodel-dpia.yaml");

    public string Glossary => Path.Combine(Root, "templates", "glossary", "terms.yaml");

    public string Survey => Path.Combine(Root, "templates", "survey", "culture.yaml");

    public string Workflows => Path.Combine(Root, "workflows");

    public string DefaultWorkflow => Path.Combine(Workflows, "doorlichting.json");

    /// <summary>Looks upward from a folder, then beside the program; null when there is none.</summary>
    public static TemplateFolder? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Holds(folder.FullName))
            {
                return new(folder.FullName);
            }
        }

        return Holds(AppContext.BaseDirectory) ? new(AppContext.BaseDirectory) : null;
    }

    /// <summary>The file of an instrument version. Both come from a user, so they are ids, never paths.</summary>
    /// <exception cref="ArgumentException">An id or version that could leave the folder.</exception>
    public string Instrument(string id, string version)
    {
        if (id.AsSpan().ContainsAny('/', '\\') || version.AsSpan().ContainsAny('/', '\\') || id.StartsWith('.') || version.StartsWith('.'))
        {
            throw new ArgumentException("an instrument is named by id and version, not by a path");
        }

        return Path.Combine(Root, "templates", "instruments", id, version + ".yaml");
    }

    public IReadOnlyList<string> Measures()
    {
        var folder = Path.Combine(Root, "templates", "measures");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
    }

    public IReadOnlyList<string> Instruments()
    {
        var folder = Path.Combine(Root, "templates", "instruments");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    private static bool Holds(string folder) =>
        Directory.Exists(Path.Combine(folder, "templates", "instruments")) && Directory.Exists(Path.Combine(folder, "workflows"));
}
