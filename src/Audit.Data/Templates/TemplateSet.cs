using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Core.Survey;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Files that are read together, so that references from one to another are checked too.</summary>
public sealed class TemplateSet
{
    private static readonly string[] Known =
        [Formats.InstrumentSchema, Formats.ProfileSchema, Formats.AnswersSchema, Formats.MeasuresSchema, Formats.SurveyItemsSchema, Formats.GlossarySchema];

    private readonly List<ProblemList> lists = [];
    private readonly List<(MapNode Root, ProblemList Problems)> answerFiles = [];
    private readonly List<(MapNode Root, ProblemList Problems)> measureFiles = [];
    private readonly List<(Template<Instrument> Template, ProblemList Problems)> instruments = [];
    private readonly List<(Template<MeasureCatalogue> Template, ProblemList Problems)> catalogues = [];
    private readonly List<(Template<Assessment> Template, ProblemList Problems)> answers = [];
    private readonly List<(Template<ScoringProfile> Template, ProblemList Problems)> profiles = [];

    private readonly List<(Template<SurveyItemPack> Template, ProblemList Problems)> surveys = [];
    private readonly List<(Template<Glossary> Template, ProblemList Problems)> glossaries = [];

    public IEnumerable<Template<SurveyItemPack>> Surveys => surveys.Select(pair => pair.Template);

    public IEnumerable<Template<Glossary>> Glossaries => glossaries.Select(pair => pair.Template);

    public IEnumerable<Template<Instrument>> Instruments => instruments.Select(pair => pair.Template);

    public IEnumerable<Template<MeasureCatalogue>> Catalogues => catalogues.Select(pair => pair.Template);

    public IEnumerable<Template<Assessment>> Answers => answers.Select(pair => pair.Template);

    public IEnumerable<Template<ScoringProfile>> Profiles => profiles.Select(pair => pair.Template);

    /// <summary>The newest version of every instrument.</summary>
    public IEnumerable<Template<Instrument>> NewestInstruments => Instruments.GroupBy(instrument => instrument.Value.Id)
        .Select(group => group.MaxBy(template => template.Value.Version, VersionOrder.Instance)!);

    /// <summary>Every problem so far, file by file, in order of line.</summary>
    public IEnumerable<Problem> Problems => lists.SelectMany(list => list.All.OrderBy(problem => problem.Line));

    /// <summary>Reads one file; what kind it is follows from its <c>schema</c> field.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="expected">The kind that the user promised; null = any.</param>
    public void Add(string path, string? expected = null)
    {
        var problems = new ProblemList(path);
        Add(DocumentReader.ReadFile(path, problems), problems, expected);
    }

    /// <summary>Takes a tree that was read already.</summary>
    public void Add(Node? root, ProblemList problems, string? expected = null)
    {
        lists.Add(problems);
        if (root is null)
        {
            return;
        }

        switch (expected ?? (root as MapNode)?.Text("schema"))
        {
            case Formats.InstrumentSchema:
                Keep(TemplateReader.Instrument(root, problems), instruments, problems);
                break;
            case Formats.ProfileSchema:
                Keep(TemplateReader.Profile(root, problems), profiles, problems);
                break;
            case Formats.AnswersSchema:
                Note(root, answerFiles, problems);
                Keep(TemplateReader.Answers(root, problems), answers, problems);
                break;
            case Formats.MeasuresSchema:
                Note(root, measureFiles, problems);
                Keep(TemplateReader.Measures(root, problems), catalogues, problems);
                break;
            case Formats.SurveyItemsSchema:
                Keep(TemplateReader.SurveyItems(root, problems), surveys, problems);
                break;
            case Formats.GlossarySchema:
                Keep(TemplateReader.Glossary(root, problems), glossaries, problems);
                break;
            default:
                problems.Error(
                    (root as MapNode)?.Find("schema")?.Line ?? root.Line,
                    Sentence.Of($"het veld 'schema' ontbreekt of is onbekend; verwacht wordt {string.Join(", ", Known)}"));
                break;
        }
    }

    /// <summary>Checks references between the files: answers against their instrument, measures and instruments against each other's newest version.</summary>
    public void CheckReferences()
    {
        var newest = NewestInstruments.ToList();
        foreach (var (root, problems) in answerFiles)
        {
            CheckAnswers(root, problems);
        }

        foreach (var (root, problems) in measureFiles)
        {
            CheckCatalogue(root, problems, newest);
        }

        foreach (var (template, problems) in instruments.Where(pair => newest.Contains(pair.Template)))
        {
            CheckMeasuresOf(template, problems);
        }

        CheckMeasureIds();
    }

    /// <summary>Files with errors are checked against the others too, so that an author sees everything at once.</summary>
    private static void Note(Node root, List<(MapNode Root, ProblemList Problems)> files, ProblemList problems)
    {
        if (root is MapNode map)
        {
            files.Add((map, problems));
        }
    }

    private static void Keep<T>(Template<T>? template, List<(Template<T> Template, ProblemList Problems)> list, ProblemList problems)
    {
        if (template is not null)
        {
            list.Add((template, problems));
        }
    }

    private void CheckAnswers(MapNode root, ProblemList problems)
    {
        var (id, version) = (root.Map("instrument")?.Text("id"), root.Map("instrument")?.Text("version"));
        var candidates = Instruments.Where(instrument => instrument.Value.Id == id).ToList();
        if (candidates.Find(instrument => instrument.Value.Version == version) is { } named)
        {
            AnswersReader.CheckAgainst(root, named.Value, problems);
            if (!problems.HasErrors)
            {
                AnswersReader.WarnOverruled(root, named.Value, problems);
            }
        }
        else if (candidates.Count > 0 && version is not null)
        {
            problems.Warning(
                root.Find("instrument")!.Line,
                Sentence.Of($"de antwoorden zijn niet aan het instrument getoetst: versie {version} van instrument '{id}' zit er niet bij; wel: {string.Join(", ", candidates.Select(candidate => candidate.Value.Version))}"));
        }
    }

    private static void CheckCatalogue(MapNode root, ProblemList problems, List<Template<Instrument>> newest)
    {
        var meant = root.Text("instrument") is { } id
            ? newest.Find(instrument => instrument.Value.Id == id)
            : newest.Count == 1 ? newest[0] : null;
        if (meant is not null)
        {
            MeasuresReader.CheckAgainst(root, meant.Root, problems);
        }
    }

    private void CheckMeasuresOf(Template<Instrument> template, ProblemList problems)
    {
        var meant = Catalogues.Where(catalogue => catalogue.Value.InstrumentId is null || catalogue.Value.InstrumentId == template.Value.Id).ToList();
        if (meant.Count == 0)
        {
            return;
        }

        var known = meant.SelectMany(catalogue => catalogue.Value.Measures).Select(measure => measure.Id).ToHashSet();
        MeasuresReader.CheckNamed(template.Root, known, problems);
    }

    private void CheckMeasureIds()
    {
        var seen = new Dictionary<string, HashSet<string>>();
        foreach (var (template, problems) in catalogues)
        {
            var key = template.Value.InstrumentId ?? string.Empty;
            if (!seen.TryGetValue(key, out var ids))
            {
                seen[key] = ids = [];
            }

            problems.CheckUnique(template.Root.Maps("measures"), Nouns.Measure, ids);
        }
    }
}
