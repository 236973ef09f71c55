using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>A small instrument with every optional field, and texts that spreadsheets like to spoil.</summary>
internal static class FullInstrument
{
    /// <summary>Instrument as it stands in the file beside the tests, with nasty texts in the place of its marks.</summary>
    public static MapNode Instrument() => Checked(Fill(InstrumentText), (root, problems) => TemplateReader.Instrument(root, problems));

    public static MapNode Measures() => Checked(Fill(MeasuresText), (root, problems) => TemplateReader.Measures(root, problems));

    public static IReadOnlyList<string> NastyTexts { get; } =
    [
        "=1+1", "+31 70 1234567", "-5", "@naam", "\t=tab", "  spaties vooraf", "spaties achteraf   ", "regel 1\nregel 2\n\n  regel 4\n", "hij zei \"nee\" en 'ja'",
        "2026-11-22", "1", "1.0", "0,5", "WAAR", "ja", "null", "true", "~", "# geen commentaar", "a: b", "- lijst", "{ x: 1 }", "[]", "emoji 👩‍👧 😀",
        "_x0041_ en _x000D_", "<b>&amp;]]>", "'=1", "＝1", "a\u00a0b", "\u2028scheiding", "backslash \\ \\n", new('x', 30_000), "é\u0301 niet samengevoegd", "%d &P &A", "#N/A",
    ];

    private static MapNode Checked(string text, Func<Node, ProblemList, object?> read)
    {
        var root = AuthoredFile.Tree(text);
        var problems = new ProblemList("test");
        read(root, problems);
        Assert.Empty(problems.All);
        return root;
    }

    /// <summary>Puts the next nasty text wherever the sample says ¤.</summary>
    private static string Fill(string sample)
    {
        var parts = sample.Split("¤");
        Assert.True(parts.Length > NastyTexts.Count);
        var texts = parts.Skip(1).Select((part, index) => CanonicalJson.Of(System.Text.Json.Nodes.JsonValue.Create(NastyTexts[index % NastyTexts.Count])).Replace("\u2028", "\\u2028", StringComparison.Ordinal) + part);
        return parts[0] + string.Concat(texts);
    }

    private const string InstrumentText = """
        schema: audit-instrument/1
        id: vol.proef_1
        version: "1.0"
        status: official
        title: { nl: ¤, en: ¤ }
        sources:
          - { id: awgb, title: ¤, url: "https://example.org/a?b=c&d=%20", kind: law, date: "1994-03-02" }
          - { id: leeg, title: ¤, date: "2026" }
          - { id: maand, title: ¤, date: "2026-11", kind: own }
        scales:
          - id: s
            options:
              - { id: none, value: 0, label: { nl: ¤ } }
              - { id: derde, value: 0.3333333333333333, label: { nl: ¤, en: ¤ } }
              - { id: klein, value: 1e-7, label: { nl: ¤ } }
              - { id: in, value: 1.0, level: 4, label: { nl: ¤ } }
          - id: niet
            options: [ { id: en, level: 1, label: { nl: ¤ } }, { id: "null", level: 2, label: { nl: ¤ } } ]
        themes: [ { id: t, title: { nl: ¤ } }, { id: u, title: { nl: ¤, en: ¤ } } ]
        register:
          grounds:
            - id: ras
              title: { nl: ¤, en: ¤ }
              help: { nl: ¤ }
              directNeeds: exception
              norms:
                - { source: awgb, article: ¤, note: { nl: ¤, en: ¤ }, validFrom: "2000-01-01", validUntil: "2030-12-31" }
                - { source: awgb, article: ¤ }
            - { id: leeftijd, title: { nl: ¤ }, directNeeds: justification, norms: [ { source: leeg, article: ¤ } ] }
          markers: [ { nl: ¤, en: ¤ }, { nl: ¤ } ]
          proxies: []
          exceptions:
            - { id: x1, title: { nl: ¤ }, help: { nl: ¤ }, source: awgb, article: ¤, grounds: [ras, leeftijd], validFrom: "2001-02-03" }
            - { id: x2, title: { nl: ¤ }, source: awgb, article: ¤, grounds: [] }
            - { id: x3, title: { nl: ¤ }, source: awgb, article: ¤, validUntil: "2001-02-03" }
          fills:
            - { question: Q1, grounds: [ras], components: [c1], options: [ { option: none, kinds: [none, unknown] }, { option: in, kinds: [direct, indirect, proxy], verdicts: [niet_gerechtvaardigd, nog_te_onderbouwen] } ] }
            - { question: Q1, options: [ { option: derde } ] }
            - { question: Q1, options: [ { option: derde } ] }
            - { question: Q2, components: [], options: [ { option: none, verdicts: [gerechtvaardigd] } ] }
        sessions:
          - id: w1
            label: { nl: ¤, en: ¤ }
            title: { nl: ¤ }
            goal: { nl: ¤, en: ¤ }
            setUp: { nl: ¤ }
            outcome: { nl: ¤ }
            checklist: [ { nl: ¤, en: ¤ }, { nl: ¤ } ]
            assignments:
              - { id: o1, kind: start, title: { nl: ¤ }, text: { nl: ¤, en: ¤ } }
              - { id: o2, kind: regular, title: { nl: ¤ }, text: { nl: ¤ } }
              - { id: o3, title: { nl: ¤ }, text: { nl: ¤ } }
            decisions: [ { nl: ¤ } ]
            sources: [awgb, leeg]
          - { id: w2, title: { nl: ¤ }, goal: { nl: ¤ }, setUp: { nl: ¤ }, outcome: { nl: ¤ }, checklist: [], assignments: [], sources: [] }
        crossCutting:
          - id: body
            title: { nl: ¤ }
            weight: 0.1
            questions:
              - { id: B1, kind: safeguard, scale: s, text: { nl: ¤ }, quickscan: false }
        components:
          - { id: leegdeel, title: { nl: ¤ }, questions: [] }
          - id: c1
            title: { nl: ¤, en: ¤ }
            weight: 2.5
            questions:
              - id: Q1
                kind: exposure
                weight: 3
                theme: t
                scale: s
                text: { nl: ¤, en: ¤ }
                help: { nl: ¤, en: ¤ }
                example: { nl: ¤, en: ¤ }
                evidenceHints: { nl: ¤, en: ¤ }
                whoKnows: { nl: ¤, en: ¤ }
                quickscan: true
                sources: [awgb, leeg]
                when: { question: B1, in: [none, in] }
                measures: [M1, M2]
              - { id: Q2, kind: safeguard, scale: s, text: { nl: ¤ }, sources: [], measures: [], when: { all: [ { question: Q1, in: [in] } ] } }
              - { id: niet, kind: context, scale: niet, text: { nl: ¤ }, when: { not: { any: [ { question: Q1, in: [none] }, { all: [ { question: B1, in: [in] }, { not: { question: in, in: [en] } } ] } ] } } }
              - { id: in, kind: context, scale: niet, text: { nl: ¤ } }
          - { id: c0, title: { nl: ¤ }, questions: [ { id: A9, kind: exposure, scale: s, text: { nl: ¤ } } ] }
        severity:
          - { id: S1, scale: niet, text: { nl: ¤ }, when: { any: [ { question: niet, in: [en, "null"] } ] } }
          - { id: S2, kind: severity, theme: u, scale: niet, text: { nl: ¤ }, help: { nl: ¤ }, quickscan: true }
        gates:
          - id: G2
            text: { nl: ¤, en: ¤ }
            sources: [awgb]
            validFrom: "2026-01-01"
            validUntil: "2026-12-31"
            when: { all: [ { all: [ { question: niet, in: [en] }, { question: in, in: ["null"] } ] }, { any: [ { question: Q1, in: [in] }, { not: { not: { question: in, in: [en] } } } ] } ] }
            floor: critical
            openFloor: high
            blocks: publication
          - { id: G1, text: { nl: ¤ }, sources: [], when: { not: { question: niet, in: [en] } }, floor: low }
          - { id: G3, text: { nl: ¤ }, when: { any: [ { any: [ { question: Q1, in: [in] } ] } ] }, blocks: publication }
        """;

    private const string MeasuresText = """
        schema: audit-measures/1
        instrument: vol.proef_1
        measures:
          - id: M1
            component: c1
            title: { nl: ¤, en: ¤ }
            goal: { nl: ¤, en: ¤ }
            targetGroup: { nl: ¤, en: ¤ }
            responsible: { nl: ¤, en: ¤ }
            accountable: { nl: ¤, en: ¤ }
            indicator: { nl: ¤, en: ¤ }
            effort: 5
            leadTimeDays: 0
            sources: [ ¤, ¤ ]
            basis: source
            patterns: [p1, p.2]
            precondition: { nl: ¤, en: ¤ }
            objectives: [ { nl: ¤, en: ¤ }, { nl: ¤ } ]
            roles: [ { nl: ¤ } ]
            responsibilities: [ { nl: ¤, en: ¤ } ]
            evaluation: { nl: ¤, en: ¤ }
            effects: [ { question: Q1, to: none }, { question: Q2, to: in, evidence: E3 } ]
          - { id: M2, component: body, title: { nl: ¤ }, goal: { nl: ¤ }, targetGroup: { nl: ¤ }, responsible: { nl: ¤ }, accountable: { nl: ¤ }, indicator: { nl: ¤ }, effort: 1, leadTimeDays: 36500, sources: [], basis: proposal, patterns: [], objectives: [], effects: [] }
          - { id: M0, component: c0, title: { nl: ¤ }, goal: { nl: ¤ }, targetGroup: { nl: ¤ }, responsible: { nl: ¤ }, accountable: { nl: ¤ }, indicator: { nl: ¤ }, effort: 2, leadTimeDays: 10 }
        """;
}
