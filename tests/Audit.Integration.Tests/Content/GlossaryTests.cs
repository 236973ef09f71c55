using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Documents;
using Xunit;

namespace Audit.Integration.Tests.Content;

/// <summary>The glossary is the bridge between the words of the field and the code: neither side may have a word that the other lacks.</summary>
public sealed class GlossaryTests
{
    private static Glossary Glossary => ShippedContent.Set.Glossaries.Single().Value;

    [Fact]
    public void Terms_PublicTypesOfCore_AreEachNamedOnce()
    {
        var types = TypesOfCore().ToHashSet();
        var named = Glossary.Terms.SelectMany(term => term.Types.Append(term.Code).Distinct()).Where(types.Contains).ToList();

        Assert.Empty(types.Except(named));
        Assert.Empty(named.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Terms_Types_ExistInCore() => Assert.Empty(Glossary.Terms.SelectMany(term => term.Types).Except(TypesOfCore()));

    [Fact]
    public void Page_OfTheRepository_IsWhatTheGlossarySays() => Assert.True(
        File.ReadAllText(RepositoryFiles.PathTo("docs", "glossary.md")) == GlossaryPage.Of(Glossary),
        "docs/glossary.md is out of date: run 'audit glossary templates/glossary/terms.yaml docs/glossary.md'");

    [Fact]
    public void In_WordsWithinOtherWords_AreNotMeant()
    {
        var glossary = new Glossary("1", [new GlossaryTerm("grond", "Ground", "Betekenis.", "wet"), new GlossaryTerm("aselecte steekproef", "Sample", "Betekenis.", "wet")]);

        Assert.Equal(["Ground", "Sample"], glossary.In("Een grond, en een aselecte steekproef.").Select(term => term.Code));
        Assert.Empty(glossary.In("De achtergrond van een steekproef."));
    }

    /// <summary>Names of the public types, without those that are nested in another.</summary>
    private static IEnumerable<string> TypesOfCore() =>
        typeof(ScoringModel).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0]).Distinct();
}
