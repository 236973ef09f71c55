using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Core.Survey;
using Audit.Data.Templates.Documents;
using Audit.Data.Templates.Shapes;

namespace Audit.Data.Templates;

/// <summary>A file that was read without errors: its content, and the hash by which results refer to it.</summary>
/// <param name="Path">Path as the user gave it.</param>
/// <param name="Root">The tree, for checks across files.</param>
/// <param name="Value">What it says.</param>
public sealed record Template<T>(string Path, MapNode Root, T Value)
{
    /// <summary>The content in one spelling (RFC 8785).</summary>
    public string Json { get; } = CanonicalJson.Of(Root);

    /// <summary>SHA-256 of <see cref="Json"/>, lower-case hexadecimal.</summary>
    public string Sha256 => CanonicalJson.Hash(Json);
}

/// <summary>The measures of one file.</summary>
/// <param name="InstrumentId">Instrument that they are meant for; null = any.</param>
/// <param name="Measures">In the order of the file.</param>
public sealed record MeasureCatalogue(string? InstrumentId, IReadOnlyList<Measure> Measures);

/// <summary>Reads template files: shape, then meaning, reporting every error of both.</summary>
public static class TemplateReader
{
    public static Template<Instrument>? Instrument(Node? root, ProblemList problems) =>
        Read(root, problems, _ => Formats.Instrument, InstrumentChecker.Check, InstrumentReader.Read);

    public static Template<ScoringProfile>? Profile(Node? root, ProblemList problems) =>
        Read(root, problems, map => ProfileReader.IsJudged(map) ? Formats.JudgedProfile : Formats.ComputedProfile, ProfileReader.Check, ProfileReader.Read);

    public static Template<Assessment>? Answers(Node? root, ProblemList problems) =>
        Read(root, problems, _ => Formats.Answers, AnswersReader.Check, AnswersReader.Read);

    public static Template<MeasureCatalogue>? Measures(Node? root, ProblemList problems) => Read(
        root, problems, _ => Formats.Measures, MeasuresReader.Check, map => new MeasureCatalogue(map.Text("instrument"), MeasuresReader.Read(map)));

    public static Template<SurveyItemPack>? SurveyItems(Node? root, ProblemList problems) =>
        Read(root, problems, _ => Formats.SurveyItems, SurveyItemsReader.Check, SurveyItemsReader.Read);

    public static Template<Glossary>? Glossary(Node? root, ProblemList problems) =>
        Read(root, problems, _ => Formats.Glossary, GlossaryReader.Check, GlossaryReader.Read);

    /// <summary>One distinction that was read without errors before.</summary>
    public static Distinction Distinction(MapNode map) => RegisterReader.DistinctionOf(map);

    /// <summary>One measure that was read without errors before.</summary>
    public static Measure Measure(MapNode map) => MeasuresReader.MeasureOf(map);

    private static Template<T>? Read<T>(
        Node? root, ProblemList problems, Func<MapNode, MapShape> shapeOf, Action<MapNode, ProblemList> check, Func<MapNode, T> bind)
    {
        if (root is not MapNode map)
        {
            if (root is not null)
            {
                problems.Error(root.Line, Sentence.Of($"het bestand moet een blok met velden zijn, maar is {root.KindInWords}"));
            }

            return null;
        }

        shapeOf(map).Check(map, null, problems);
        check(map, problems);
        return problems.HasErrors ? null : new Template<T>(problems.Path, map, bind(map));
    }
}
