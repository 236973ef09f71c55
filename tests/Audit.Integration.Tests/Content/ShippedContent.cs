using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Templates;

namespace Audit.Integration.Tests.Content;

/// <summary>The content in templates/, read once.</summary>
internal static class ShippedContent
{
    public static TemplateSet Set { get; } = Read();

    /// <summary>The newest version of the shipped instrument.</summary>
    public static Instrument Pack { get; } = Set.NewestInstruments.Single().Value;

    public static ScoringModel Model { get; } = new(Pack, (ComputedProfile)Set.Profiles.First(template => template.Value is ComputedProfile).Value);

    public static IReadOnlyList<Measure> Measures { get; } = [.. Set.Catalogues.SelectMany(catalogue => catalogue.Value.Measures)];

    /// <summary>The examples made with the newest version.</summary>
    public static IReadOnlyList<Assessment> Examples { get; } =
        [.. Set.Answers.Select(template => template.Value).Where(answers => answers.InstrumentVersion == Pack.Version)];

    private static TemplateSet Read()
    {
        var set = new TemplateSet();
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.PathTo("templates"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            set.Add(file);
        }

        set.CheckReferences();
        return set;
    }
}
