using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Makes an <see cref="Instrument"/> of a checked tree.</summary>
internal static class InstrumentReader
{
    public static Instrument Read(MapNode root)
    {
        var scales = root.Maps("scales").Select(ScaleOf).ToDictionary(scale => scale.Id);
        return new Instrument(
            root.Text("id")!,
            root.Text("version")!,
            root.Text("status") == "official" ? InstrumentStatus.Official : InstrumentStatus.Unofficial,
            root.Localized("title"))
        {
            Sources = [.. root.Maps("sources").Select(SourceOf)],
            Themes = [.. root.Maps("themes").Select(map => new Theme(map.Text("id")!, map.Localized("title")))],
            CrossCutting = [.. root.Maps("crossCutting").Select(map => ComponentOf(map, scales))],
            Components = [.. root.Maps("components").Select(map => ComponentOf(map, scales))],
            Severity = [.. root.Maps("severity").Select(map => QuestionOf(map, QuestionKind.Severity, scales))],
            Gates = [.. root.Maps("gates").Select(GateOf)],
            Register = root.Map("register") is { } register ? RegisterReader.Read(register) : DistinctionRegister.None,
            Sessions = [.. root.Maps("sessions").Select(SessionOf)],
        };
    }

    private static SourceReference SourceOf(MapNode map) =>
        new(map.Text("id")!, map.Text("title")!, map.Text("url") is { } url ? new Uri(url) : null, map.Text("date"))
        {
            Kind = map.Text("kind") is { } kind ? (SourceKind)Formats.SourceKinds.ToList().IndexOf(kind) : null,
        };

    private static WorkSessionScript SessionOf(MapNode map) => new(
        map.Text("id")!,
        map.Localized("title"),
        map.Localized("goal"),
        map.Localized("setUp"),
        map.Localized("outcome"),
        [.. map.Maps("assignments").Select(item => new SessionAssignment(
            item.Text("id")!, item.Localized("title"), item.Localized("text"), item.Text("kind") == "start"))])
    {
        Label = map.LocalizedOrNull("label"),
        Checklist = map.LocalizedList("checklist"),
        Decisions = map.LocalizedList("decisions"),
        Sources = map.Words("sources"),
    };

    private static Scale ScaleOf(MapNode map) => new(
        map.Text("id")!,
        [.. map.Maps("options").Select(option => new AnswerOption(
            option.Text("id")!, option.Number("value"), (int?)option.Number("level"), option.Localized("label")))]);

    private static InstrumentComponent ComponentOf(MapNode map, Dictionary<string, Scale> scales) => new(
        map.Text("id")!,
        map.Localized("title"),
        map.Number("weight") ?? 1,
        [.. map.Maps("questions").Select(question => QuestionOf(question, KindOf(question.Text("kind")!), scales))]);

    private static QuestionKind KindOf(string kind) => kind switch
    {
        "exposure" => QuestionKind.Exposure,
        "safeguard" => QuestionKind.Safeguard,
        _ => QuestionKind.Context,
    };

    private static Question QuestionOf(MapNode map, QuestionKind kind, Dictionary<string, Scale> scales) => new(
        map.Text("id")!,
        kind,
        scales[map.Text("scale")!],
        map.Number("weight") ?? 1,
        map.Localized("text"),
        map.Map("when") is { } when ? ConditionOf(when) : null)
    {
        Theme = map.Text("theme"),
        Guidance = new(
            map.LocalizedOrNull("help"), map.LocalizedOrNull("example"), map.LocalizedOrNull("evidenceHints"), map.LocalizedOrNull("whoKnows")),
        Sources = map.Words("sources"),
        Measures = map.Words("measures"),
        QuickScan = map.Text("quickscan") == "true",
    };

    private static Gate GateOf(MapNode map) => new(
        map.Text("id")!,
        map.Localized("text"),
        map.Words("sources"),
        ConditionOf(map.Map("when")!),
        map.RiskClass("floor"),
        map.RiskClass("openFloor"),
        map.Find("blocks") is not null)
    {
        ValidFrom = map.Date("validFrom"),
        ValidUntil = map.Date("validUntil"),
    };

    private static Condition ConditionOf(MapNode map)
    {
        if (map.Text("question") is { } question)
        {
            return new AnswerIn(question, map.Words("in"));
        }

        if (map.Map("not") is { } negated)
        {
            return new NotOf(ConditionOf(negated));
        }

        return map.Find("all") is not null
            ? new AllOf([.. map.Maps("all").Select(ConditionOf)])
            : new AnyOf([.. map.Maps("any").Select(ConditionOf)]);
    }
}
