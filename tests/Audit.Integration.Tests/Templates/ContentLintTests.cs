using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Data.Templates.Lint;
using Audit.Integration.Tests.Languages;
using Xunit;

namespace Audit.Integration.Tests.Templates;

/// <summary>What an author is warned about, each on its own line; content without these faults gives no warning.</summary>
public sealed class ContentLintTests
{
    private const string Instrument = """
        schema: audit-instrument/1
        id: proef
        version: "1"
        status: unofficial
        title: { nl: "Proef" }
        sources: [ { id: awgb, title: "Awgb" } ]
        scales:
          - { id: degree, options: [ { id: never, value: 0, label: { nl: "(Bijna) nooit" } }, { id: often, value: 1, label: { nl: "Vaak" } } ] }
        components:
          - id: discretion
            title: { nl: "Beslisruimte" }
            questions:
              - { id: D1, kind: exposure, scale: degree, text: { nl: "Hoe vaak ontbreekt een richtlijn?" }, help: { nl: "Hulp." }, sources: [awgb] }
              - { id: D2, kind: exposure, scale: degree, text: { nl: "Hoe vaak telt een indruk?" }, help: { nl: "Hulp." }, sources: [awgb] }
              - { id: D3, kind: safeguard, scale: degree, text: { nl: "Ligt de reden vast?" }, help: { nl: "Hulp." }, sources: [awgb], when: { question: D1, in: [often] } }
              - { id: D4, kind: safeguard, scale: degree, text: { nl: "Kijkt een collega mee?" }, help: { nl: "Hulp." }, sources: [awgb] }
        gates:
          - { id: G1, text: { nl: "Regel." }, sources: [awgb], floor: high, when: { question: D2, in: [often] } }
        """;

    private const string Measures = """
        schema: audit-measures/1
        instrument: proef
        measures:
          - { id: M1, component: discretion, title: { nl: "M" }, goal: { nl: "G" }, targetGroup: { nl: "T" }, responsible: { nl: "R" }, accountable: { nl: "A" }, indicator: { nl: "I" }, effort: 1, leadTimeDays: 1, effects: [ { question: D1, to: never }, { question: D2, to: never } ] }
          - { id: M2, component: discretion, title: { nl: "M" }, goal: { nl: "G" }, targetGroup: { nl: "T" }, responsible: { nl: "R" }, accountable: { nl: "A" }, indicator: { nl: "I" }, effort: 1, leadTimeDays: 1, effects: [ { question: D3, to: often }, { question: D4, to: often } ] }
        """;

    [Fact]
    public void Check_ContentWithoutFaults_SaysNothing() => Assert.Empty(Lint(Instrument, Measures));

    [Theory]
    [InlineData("Hoe vaak ontbreekt een richtlijn?", "Is de richtlijn er en wordt die gebruikt?", 13, "vraagt twee dingen tegelijk")]
    [InlineData("Hoe vaak ontbreekt een richtlijn?", "Is er een richtlijn? Helpt die?", 13, "vraagt twee dingen tegelijk")]
    [InlineData("Hoe vaak ontbreekt een richtlijn?", "Ontbreekt de richtlijn altijd?", 13, "gebruikt 'altijd'")]
    [InlineData("Hoe vaak ontbreekt een richtlijn?", "Weet iedereen van de richtlijn?", 13, "gebruikt 'iedereen'")]
    [InlineData("text: { nl: \"Hoe vaak telt een indruk?\" }, help: { nl: \"Hulp.\" }", "text: { nl: \"Hoe vaak telt een indruk?\" }", 14, "heeft geen uitleg")]
    [InlineData("help: { nl: \"Hulp.\" }, sources: [awgb] }\n      - { id: D2", "help: { nl: \"Hulp.\" } }\n      - { id: D2", 13, "noemt geen bron")]
    [InlineData("when: { question: D1, in: [often] }", "when: { all: [ { question: D1, in: [often] }, { question: D1, in: [never] } ] }", 15, "wordt nooit gesteld")]
    [InlineData("floor: high, when: { question: D2, in: [often] }", "floor: high, when: { all: [ { question: D3, in: [often] }, { question: D1, in: [never] } ] }", 18, "kan nooit afgaan")]
    [InlineData("{ id: D1, kind: exposure,", "{ id: D1, kind: exposure, weight: 2,", 13, "weegt 40")]
    public void Check_PlantedFault_IsNamedOnItsLine(string good, string bad, int line, string message)
    {
        var broken = Instrument.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Instrument, broken);

        var problem = Assert.Single(Lint(broken, Measures));

        Assert.True(problem.IsWarning);
        Assert.Contains(message, problem.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Check_LongSentence_IsNamedWhereverItStands()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("woord", 21)) + ".";

        Assert.Contains("21 woorden", Assert.Single(Lint(Instrument.Replace("nl: \"Regel.\"", $"nl: \"{sentence}\"", StringComparison.Ordinal), Measures)).Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("21 woorden", Assert.Single(Lint(Instrument, Measures.Replace("nl: \"G\" }, targetGroup: { nl: \"T\" }, responsible: { nl: \"R\" }, accountable: { nl: \"A\" }, indicator: { nl: \"I\" }, effort: 1, leadTimeDays: 1, effects: [ { question: D3", $"nl: \"{sentence}\" }}, targetGroup: {{ nl: \"T\" }}, responsible: {{ nl: \"R\" }}, accountable: {{ nl: \"A\" }}, indicator: {{ nl: \"I\" }}, effort: 1, leadTimeDays: 1, effects: [ {{ question: D3", StringComparison.Ordinal))).Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("effects: [ { question: D3, to: often }, { question: D4, to: often } ]", "effects: []", "heeft geen effect")]
    [InlineData("effects: [ { question: D3, to: often }, { question: D4, to: often } ]", "effects: [ { question: D3, to: never }, { question: D4, to: never } ]", "kan geen score verbeteren")]
    public void Check_MeasureWithoutEffect_IsNamed(string good, string bad, string message) =>
        Assert.Contains(Lint(Instrument, Measures.Replace(good, bad, StringComparison.Ordinal)), problem => problem.Message.ToString().Contains($"'M2' {message}", StringComparison.Ordinal));

    [Fact]
    public void Check_QuestionWithoutMeasure_IsNamed()
    {
        var problem = Assert.Single(Lint(Instrument, Measures.Replace(", { question: D4, to: often }", string.Empty, StringComparison.Ordinal)));

        Assert.Contains("'D4' wordt door geen enkele maatregel aangepakt", problem.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RegisterThatLeavesAVerdictOut_IsNamed()
    {
        const string Register = """

            register:
              grounds: [ { id: ras, title: { nl: "Ras" }, directNeeds: exception, norms: [ { source: awgb, article: "1" } ] } ]
              fills:
                - { question: D1, options: [ { option: often, kinds: [direct], verdicts: [niet_gerechtvaardigd, nog_te_onderbouwen, wettelijk_voorgeschreven] }, { option: often, kinds: [indirect, proxy] }, { option: never, verdicts: [gerechtvaardigd] } ] }
            """;

        Assert.Empty(Lint(Instrument + Register, Measures));
        var problem = Assert.Single(Lint(Instrument + Register.Replace(", wettelijk_voorgeschreven", string.Empty, StringComparison.Ordinal), Measures));

        Assert.Contains("vult vraag 'D1' niet bij soort 'direct' met oordeel 'wettelijk_voorgeschreven'", problem.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OlderVersion_IsLeftAlone()
    {
        var old = Instrument.Replace("version: \"1\"", "version: \"0\"", StringComparison.Ordinal).Replace("een richtlijn?", "altijd een richtlijn?", StringComparison.Ordinal);

        Assert.Empty(Lint(old, Instrument, Measures));
        Assert.Single(Lint(old, Measures));
    }

    private static IReadOnlyList<Problem> Lint(params string[] files)
    {
        var set = new TemplateSet();
        foreach (var file in files)
        {
            var problems = new ProblemList("proef.yaml");
            set.Add(DocumentReader.Read(file, problems), problems);
        }

        set.CheckReferences();
        Assert.DoesNotContain(set.Problems, problem => !problem.IsWarning);
        IReadOnlyList<Problem> found = [.. ContentLint.Check(set)];
        InEnglish.AssertNoDutch([.. found.Select(problem => problem.Message)]);
        return found;
    }
}
