using Audit.Core.Instruments;
using Audit.Data.Templates;

namespace Audit.Web.Questionnaires;

/// <summary>The glossary that comes with the program, read once.</summary>
public sealed class GlossaryShelf(TemplateFolder folder)
{
    private readonly Lazy<Glossary> glossary = new(() => Read(folder));

    public Glossary Glossary => glossary.Value;

    /// <exception cref="InvalidOperationException">The file has errors.</exception>
    private static Glossary Read(TemplateFolder folder)
    {
        if (!File.Exists(folder.Glossary))
        {
            return new("0", []);
        }

        var set = new TemplateSet();
        set.Add(folder.Glossary, Formats.GlossarySchema);
        return set.Glossaries.FirstOrDefault()?.Value ?? throw new InvalidOperationException(set.Problems.First().ToString());
    }
}
