using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Integration.Tests.Languages;
using Xunit;

namespace Audit.Integration.Tests.Templates;

/// <summary>Mistakes in the register of an instrument and in the distinctions of an answers file, each on its own line.</summary>
public sealed class BrokenRegisterTests
{
    private const string Instrument = """
        schema: audit-instrument/1
        id: proef
        version: "1"
        status: unofficial
        title: { nl: "Proef" }
        sources: [ { id: wet, title: "Wet" } ]
        scales:
          - { id: verdict, options: [ { id: none, value: 0, label: { nl: "Geen" } }, { id: direct, value: 1, label: { nl: "Direct" } } ] }
          - { id: words, options: [ { id: applies, label: { nl: "Ja" } } ] }
        register:
          grounds:
            - { id: ras, title: { nl: "Ras" }, directNeeds: exception, norms: [ { source: wet, article: "1", validFrom: "2000-01-01" } ] }
          exceptions:
            - { id: uitzondering, title: { nl: "Uitzondering" }, source: wet, article: "2", grounds: [ras] }
          fills:
            - { question: Q, grounds: [ras], components: [policy], options: [ { option: direct, kinds: [direct], verdicts: [niet_gerechtvaardigd] } ] }
        components:
          - id: policy
            title: { nl: "Beleid" }
            questions:
              - { id: Q, kind: exposure, scale: verdict, text: { nl: "Q?" } }
              - { id: C, kind: context, scale: words, text: { nl: "C?" } }
        """;

    private const string Answers = """
        schema: audit-answers/1
        instrument: { id: proef, version: "1" }
        organisation: { name: "Dienst" }
        tasks:
          - id: taak
            name: "Taak"
            distinctions:
              - { id: een, criterion: "Afkomst", component: policy, grounds: [ras], kind: direct, exception: geen }
            answers: { C: applies }
        """;

    [Fact]
    public void Files_WithoutMistakes_HaveNoProblems() => Assert.Empty(Check(Instrument, Answers));

    [Theory]
    [InlineData("source: wet, article: \"1\"", "source: weg, article: \"1\"", 12, "bron 'weg' bestaat niet")]
    [InlineData("validFrom: \"2000-01-01\"", "validFrom: \"2000-01-01\", validUntil: \"1999-01-01\"", 12, "voordat hij begint")]
    [InlineData("directNeeds: exception", "directNeeds: iets", 12, "'directNeeds' is \"iets\"")]
    [InlineData("grounds: [ras] }", "grounds: [weg] }", 14, "discriminatiegrond 'weg' bestaat niet")]
    [InlineData("{ question: Q, grounds", "{ question: weg, grounds", 16, "vraag over een taak 'weg' bestaat niet")]
    [InlineData("{ question: Q, grounds", "{ question: C, grounds", 16, "moet 'value' hebben")]
    [InlineData("components: [policy]", "components: [weg]", 16, "onderdeel 'weg' bestaat niet")]
    [InlineData("option: direct, kinds", "option: weg, kinds", 16, "antwoord 'weg' bestaat niet")]
    [InlineData("verdicts: [niet_gerechtvaardigd]", "verdicts: [fout]", 16, "verwacht wordt een van deze woorden")]
    public void Instrument_Mistake_IsNamedOnItsLine(string good, string bad, int line, string message) => AssertNamed(Check(Instrument.Replace(good, bad, StringComparison.Ordinal)), line, message);

    [Theory]
    [InlineData("component: policy", "component: weg", "onderdeel 'weg' bestaat niet")]
    [InlineData("grounds: [ras]", "grounds: [weg]", "discriminatiegrond 'weg' bestaat niet")]
    [InlineData("grounds: [ras]", "grounds: []", "noem minstens één discriminatiegrond")]
    [InlineData("exception: geen", "exception: weg", "wettelijke uitzondering 'weg' bestaat niet")]
    [InlineData("exception: geen", "exception: geen, verdict: gerechtvaardigd", "de toets geeft 'niet_gerechtvaardigd'; een milder oordeel kan niet")]
    [InlineData("exception: geen", "exception: geen, aim: misschien", "verwacht wordt: yes, no of unknown")]
    [InlineData("kind: direct", "kind: soms", "'kind' is \"soms\"")]
    public void Answers_Mistake_IsNamedOnItsLine(string good, string bad, string message) =>
        AssertNamed(Check(Instrument, Answers.Replace(good, bad, StringComparison.Ordinal)), 8, message);

    [Fact]
    public void Answers_MilderThanTheRegister_IsWarnedAbout()
    {
        var problem = Assert.Single(Check(Instrument, Answers.Replace("{ C: applies }", "{ Q: none }", StringComparison.Ordinal)));

        Assert.True(problem.IsWarning);
        Assert.Contains("het antwoord 'none' telt niet mee; het onderscheidregister geeft 'direct'", problem.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_InstrumentWithoutRegister_IsRefused()
    {
        var start = Instrument.IndexOf("register:", StringComparison.Ordinal);
        var without = Instrument.Remove(start, Instrument.IndexOf("components:\n  - id", StringComparison.Ordinal) - start);

        AssertNamed(Check(without, Answers), 8, "kent geen onderscheidregister");
    }

    private static void AssertNamed(IReadOnlyList<Problem> problems, int line, string message)
    {
        var problem = Assert.Single(problems, problem => problem.Message.ToString().Contains(message, StringComparison.Ordinal));

        Assert.False(problem.IsWarning);
        Assert.Equal(line, problem.Line);
    }

    private static IReadOnlyList<Problem> Check(params string[] files)
    {
        var set = new TemplateSet();
        foreach (var file in files)
        {
            var problems = new ProblemList("proef.yaml");
            set.Add(DocumentReader.Read(file, problems), problems);
        }

        set.CheckReferences();
        InEnglish.AssertNoDutch([.. set.Problems.Select(problem => problem.Message)]);
        return [.. set.Problems];
    }
}
