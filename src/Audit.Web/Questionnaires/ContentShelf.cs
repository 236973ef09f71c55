using Audit.Core.Instruments;
using Audit.Core.Risks;
using Audit.Core.Scoring;
using Audit.Core.Survey;
using Audit.Data.Templates;

namespace Audit.Web.Questionnaires;

/// <summary>Content for every page that comes with the program and is no part of a case: glossary, survey items and the levels of risks, each read once.</summary>
public sealed class ContentShelf(TemplateFolder folder)
{
    private readonly Lazy<Glossary> glossary = new(() => Read(folder.Glossary, Formats.GlossarySchema, set => set.Glossaries) ?? new("0", []));
    private readonly Lazy<SurveyItemPack?> survey = new(() => Read(folder.Survey, Formats.SurveyItemsSchema, set => set.Surveys));

    private readonly Lazy<RiskScale> risks = new(() => new(
        Read(folder.JudgedProfile, Formats.ProfileSchema, set => set.Profiles) is JudgedProfile profile
            ? profile
            : throw new InvalidOperationException($"{folder.JudgedProfile} is missing, or is no profile of kind 'judged'")));

    /// <summary>The glossary; without terms when the installation has none.</summary>
    public Glossary Glossary => glossary.Value;

    /// <summary>The items of the staff survey; null when the installation has none.</summary>
    public SurveyItemPack? Survey => survey.Value;

    /// <summary>The levels by which risks are judged.</summary>
    /// <exception cref="InvalidOperationException">The installation has no such profile.</exception>
    public RiskScale RiskScale => risks.Value;

    /// <exception cref="InvalidOperationException">The file has errors.</exception>
    private static T? Read<T>(string path, string schema, Func<TemplateSet, IEnumerable<Template<T>>> of)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var set = new TemplateSet();
        set.Add(path, schema);
        return of(set).FirstOrDefault()?.Value ?? throw new InvalidOperationException(set.Problems.First().ToString());
    }
}
