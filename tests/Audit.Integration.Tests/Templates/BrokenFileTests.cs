using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Integration.Tests.Languages;
using Xunit;

namespace Audit.Integration.Tests.Templates;

/// <summary>Every kind of mistake is found, on its own line, and all of a file's mistakes at once.</summary>
public sealed class BrokenFileTests
{
    private const string Instrument = """
        schema: audit-instrument/1
        id: proef
        version: "1"
        status: unofficial
        title: { nl: "Proef" }
        sources: [ { id: awgb, title: "Awgb", url: "https://example.org/awgb" } ]
        scales:
          - { id: degree, options: [ { id: never, value: 0, label: { nl: "Nooit" } }, { id: always, value: 1, label: { nl: "Vaak" } } ] }
          - { id: gravity, options: [ { id: slight, level: 1, label: { nl: "Licht" } }, { id: grave, level: 4, label: { nl: "Zwaar" } } ] }
        crossCutting:
          - { id: culture, title: { nl: "Cultuur" }, questions: [ { id: K1, kind: context, scale: degree, text: { nl: "K?" } } ] }
        components:
          - id: discretion
            title: { nl: "Beslisruimte" }
            questions:
              - { id: D1, kind: exposure, scale: degree, text: { nl: "D1?" }, sources: [awgb] }
              - { id: D2, kind: safeguard, scale: degree, text: { nl: "D2?" }, when: { question: D1, in: [always] } }
        severity:
          - { id: S1, scale: gravity, text: { nl: "S1?" } }
        gates:
          - { id: G1, text: { nl: "G1" }, sources: [awgb], floor: high, when: { all: [ { question: D1, in: [always] }, { not: { question: K1, in: [never] } } ] } }
        """;

    private const string Answers = """
        schema: audit-answers/1
        instrument: { id: proef, version: "1" }
        organisation: { name: "Dienst" }
        tasks:
          - id: taak
            name: "Taak"
            answers:
              D1: always
              D2: { value: never, evidence: E1 }
              S1: { value: na, motivation: "omdat" }
        crossCutting:
          answers: { K1: never }
        """;

    private const string Profile = """
        schema: audit-profile/1
        id: proef
        version: "1"
        kappa: 0.5
        lambda: 0.6
        evidence: { E0: 0.5, E1: 0.7, E2: 0.9, E3: 1.0 }
        thresholds: [0.25, 0.5, 0.75]
        matrix:
          - [low, low, low, medium]
          - [low, low, medium, high]
          - [low, medium, high, critical]
          - [medium, high, critical, critical]
        robustness: { draws: 1000, seed: 20261122 }
        """;

    private const string Measures = """
        schema: audit-measures/1
        instrument: proef
        measures:
          - id: M1
            component: discretion
            title: { nl: "M1" }
            goal: { nl: "d" }
            targetGroup: { nl: "g" }
            responsible: { nl: "r" }
            accountable: { nl: "a" }
            indicator: { nl: "i" }
            effort: 2
            leadTimeDays: 30
            sources: ["eigen voorstel"]
            effects: [ { question: D1, to: never } ]
        """;

    [Fact]
    public void Check_ValidFiles_HaveNoProblems() => Assert.Empty(Check(Instrument, Answers, Profile, Measures));

    [Theory]
    [InlineData("status: unofficial", "status: final", 4)]
    [InlineData("version: \"1\"", "version: 1", 3)]
    [InlineData("id: proef", "id: 1proef", 2)]
    [InlineData("title: { nl: \"Proef\" }", "title: { en: \"Trial\" }", 5)]
    [InlineData("title: { nl: \"Proef\" }", "title: { nl: \"Proef\" }\nextra: 1", 6)]
    [InlineData("https://example.org/awgb", "javascript:alert(1)", 6)]
    [InlineData("value: 1,", "value: 1.5,", 8)]
    [InlineData("value: 1,", "value: .nan,", 8)]
    [InlineData("value: 1,", "value: \"1\",", 8)]
    [InlineData("id: always, value: 1", "id: never, value: 1", 8)]
    [InlineData("id: always, value: 1", "id: unknown, value: 1", 8)]
    [InlineData("level: 4", "level: 5", 9)]
    [InlineData("kind: exposure, scale: degree", "kind: exposure, scale: gravity", 16)]
    [InlineData("kind: exposure, scale: degree", "kind: exposure, scale: nergens", 16)]
    [InlineData("kind: exposure, scale: degree", "kind: exposure, weight: 0, scale: degree", 16)]
    [InlineData("sources: [awgb] }", "sources: [awb] }", 16)]
    [InlineData("id: D2", "id: D1", 17)]
    [InlineData("{ question: D1, in: [always] } }", "{ question: D9, in: [always] } }", 17)]
    [InlineData("{ question: D1, in: [always] } }", "{ question: D1, in: [soms] } }", 17)]
    [InlineData("{ question: D1, in: [always] } }", "{ question: D1, in: [] } }", 17)]
    [InlineData("{ question: D1, in: [always] } }", "{ question: D2, in: [always] } }", 17)]
    [InlineData("text: { nl: \"K?\" }", "text: { nl: \"K?\" }, when: { question: D1, in: [always] }", 11)]
    [InlineData("scale: gravity, text", "scale: degree, text", 19)]
    [InlineData("floor: high, ", "", 21)]
    [InlineData("floor: high, ", "floor: high, validFrom: \"2026-02-30\", ", 21)]
    [InlineData("floor: high, ", "floor: high, validFrom: \"2026-02-02\", validUntil: \"2026-02-01\", ", 21)]
    [InlineData("{ all: [", "{ any: [], all: [", 21)]
    [InlineData("{ all: [ { question: D1, in: [always] }, { not: { question: K1, in: [never] } } ] }", "{ all: [] }", 21)]
    public void Check_BrokenInstrument_NamesTheLine(string right, string wrong, int line) =>
        AssertOneError(Instrument, right, wrong, line, broken => Check(broken));

    [Theory]
    [InlineData("D1: always", "D9: always", 8)]
    [InlineData("D1: always", "D1: soms", 8)]
    [InlineData("D1: always", "K1: always", 8)]
    [InlineData("D1: always", "D1: na", 8)]
    [InlineData("D1: always", "D1: always\n      D1: never", 9)]
    [InlineData("D1: always", "D1: { value: always, evidence: E1 }", 8)]
    [InlineData("evidence: E1", "evidence: E4", 9)]
    [InlineData("motivation: \"omdat\"", "motivation: \" \"", 10)]
    [InlineData("K1: never", "D1: never", 12)]
    [InlineData("organisation: { name: \"Dienst\" }", "organisation: { name: \"Dienst\" }\ndate: \"gisteren\"", 4)]
    [InlineData("version: \"1\" }", "version: \"../1\" }", 2)]
    public void Check_BrokenAnswers_NamesTheLine(string right, string wrong, int line) =>
        AssertOneError(Answers, right, wrong, line, broken => Check(Instrument, broken));

    [Theory]
    [InlineData("kappa: 0.5", "kappa: 1.5", 4)]
    [InlineData("E1: 0.7", "E1: 0.4", 6)]
    [InlineData("[0.25, 0.5, 0.75]", "[0.5, 0.25, 0.75]", 7)]
    [InlineData("[0.25, 0.5, 0.75]", "[0, 0.5, 0.75]", 7)]
    [InlineData("[0.25, 0.5, 0.75]", "[0.25, 0.5]", 7)]
    [InlineData("[low, medium, high, critical]", "[low, low, critical, critical]", 11)]
    [InlineData("[low, low, low, medium]", "[low, low, low, critical]", 9)]
    [InlineData("[low, low, low, medium]", "[low, high, low, medium]", 9)]
    [InlineData("draws: 1000", "draws: 0", 13)]
    public void Check_BrokenProfile_NamesTheLine(string right, string wrong, int line)
    {
        var broken = Profile.Replace(right, wrong, StringComparison.Ordinal);

        Assert.Contains(Check(broken), problem => problem.Line == line && !problem.IsWarning);
    }

    [Theory]
    [InlineData("component: discretion", "component: nergens", 5)]
    [InlineData("effort: 2", "effort: 2.5", 12)]
    [InlineData("effort: 2", "effort: 6", 12)]
    [InlineData("question: D1, to: never", "question: D9, to: never", 15)]
    [InlineData("question: D1, to: never", "question: D1, to: soms", 15)]
    [InlineData("question: D1, to: never", "question: D1, to: never, evidence: E1", 15)]
    [InlineData("goal: { nl: \"d\" }", "goal: \"d\"", 7)]
    public void Check_BrokenMeasures_NamesTheLine(string right, string wrong, int line) =>
        AssertOneError(Measures, right, wrong, line, broken => Check(Instrument, broken));

    [Fact]
    public void Check_ManyMistakesInOneFile_ReportsThemAll()
    {
        var broken = Instrument.Replace("status: unofficial", "status: final", StringComparison.Ordinal)
            .Replace("level: 4", "level: 5", StringComparison.Ordinal)
            .Replace("in: [always] } }", "in: [soms] } }", StringComparison.Ordinal)
            .Replace("floor: high, ", string.Empty, StringComparison.Ordinal);

        Assert.Equal([4, 9, 17, 21], Check(broken).Select(problem => problem.Line));
    }

    [Fact]
    public void Check_MistakesOfShapeAndOfReference_AreReportedTogether()
    {
        var broken = Answers.Replace("evidence: E1", "evidence: E9", StringComparison.Ordinal)
            .Replace("D1: always", "D9: always", StringComparison.Ordinal)
            .Replace("K1: never", "K1: soms", StringComparison.Ordinal);
        var measures = Measures.Replace("effort: 2", "effort: 9", StringComparison.Ordinal).Replace("question: D1", "question: D9", StringComparison.Ordinal);

        Assert.Equal([8, 9, 12], Check(Instrument, broken).Select(problem => problem.Line));
        Assert.Equal([12, 15], Check(Instrument, measures).Select(problem => problem.Line));
    }

    private static void AssertOneError(string file, string right, string wrong, int line, Func<string, IEnumerable<Problem>> check)
    {
        Assert.Contains(right, file, StringComparison.Ordinal);
        var errors = check(file.Replace(right, wrong, StringComparison.Ordinal)).Where(problem => !problem.IsWarning).ToList();

        Assert.Contains(errors, problem => problem.Line == line);
    }

    private static List<Problem> Check(params string[] files)
    {
        var set = new TemplateSet();
        for (var i = 0; i < files.Length; i++)
        {
            var problems = new ProblemList($"bestand{i}.yaml");
            set.Add(DocumentReader.Read(files[i], problems), problems);
        }

        set.CheckReferences();
        InEnglish.AssertNoDutch([.. set.Problems.Select(problem => problem.Message)]);
        return [.. set.Problems];
    }
}
