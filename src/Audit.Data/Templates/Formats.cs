using Audit.Data.Templates.Shapes;

namespace Audit.Data.Templates;

/// <summary>The shapes of every file format: the contract that readers, schemas and authors share.</summary>
public static class Formats
{
    public const string InstrumentSchema = "audit-instrument/1";
    public const string ProfileSchema = "audit-profile/1";
    public const string AnswersSchema = "audit-answers/1";
    public const string MeasuresSchema = "audit-measures/1";
    public const string ReceiptSchema = "audit-receipt/1";

    /// <summary>Ids of the risk classes, from low to critical, as files and JSON spell them.</summary>
    public static IReadOnlyList<string> RiskClasses { get; } = ["low", "medium", "high", "critical"];

    private static readonly Shape Text = new MapShape(new Field("nl", TextShape.Any, true), new Field("en", TextShape.Any));
    private static readonly Shape Ids = new ListShape(TextShape.Id);
    private static readonly Shape Texts = new ListShape(TextShape.Any);
    private static readonly Shape Evidence = new WordShape("E0", "E1", "E2", "E3");
    private static readonly NumberShape Share = new(0, 1);
    private static readonly NumberShape Positive = new(0) { OpenMin = true };

    public static MapShape Instrument { get; } = new(
        Schema(InstrumentSchema),
        new("id", TextShape.Id, true),
        new("version", TextShape.Version, true),
        new("status", new WordShape("official", "unofficial"), true),
        new("title", Text, true),
        new("sources", new ListShape(new MapShape(
            new("id", TextShape.Id, true), new("title", TextShape.Any, true), new("url", TextShape.Link), new("date", TextShape.PublicationDate)))),
        new("scales", new ListShape(new MapShape(
            new("id", TextShape.Id, true),
            new("options", new ListShape(new MapShape(
                new("id", TextShape.Id, true),
                new("value", Share),
                new("level", new NumberShape(1, 4) { Whole = true }),
                new("label", Text, true)), MinItems: 1), true))), true),
        new("themes", new ListShape(new MapShape(new("id", TextShape.Id, true), new("title", Text, true)))),
        new("crossCutting", new ListShape(Component())),
        new("components", new ListShape(Component()), true),
        new("severity", new ListShape(Question(new Field("kind", new WordShape("severity"))))),
        new("gates", new ListShape(new MapShape(
            new("id", TextShape.Id, true),
            new("text", Text, true),
            new("sources", Ids),
            new("validFrom", TextShape.Date),
            new("validUntil", TextShape.Date),
            new("when", new ConditionShape(), true),
            new("floor", RiskClass()),
            new("openFloor", RiskClass()),
            new("blocks", new WordShape("publication"))))));

    public static MapShape ComputedProfile { get; } = new(
        Schema(ProfileSchema),
        new("id", TextShape.Id, true),
        new("version", TextShape.Version, true),
        new("kind", new WordShape("computed")),
        new("kappa", Share, true),
        new("lambda", Share, true),
        new("evidence", new MapShape(new("E0", Share, true), new("E1", Share, true), new("E2", Share, true), new("E3", Share, true)), true),
        new("thresholds", new ListShape(new NumberShape(0, 1) { OpenMin = true, OpenMax = true }, 3, 3), true),
        new("matrix", new ListShape(new ListShape(RiskClass(), 4, 4), 4, 4), true),
        new("robustness", new MapShape(
            new("draws", new NumberShape(1, 100_000) { Whole = true }, true),
            new("seed", new NumberShape(0, 9007199254740991) { Whole = true }, true)), true));

    public static MapShape JudgedProfile { get; } = new(
        Schema(ProfileSchema),
        new("id", TextShape.Id, true),
        new("version", TextShape.Version, true),
        new("kind", new WordShape("judged"), true),
        new("levels", new ListShape(TextShape.Id, 3, 3), true),
        new("matrix", new ListShape(new ListShape(TextShape.Id, 3, 3), 3, 3), true));

    public static MapShape Answers { get; } = new(
        Schema(AnswersSchema),
        new("instrument", new MapShape(new("id", TextShape.Id, true), new("version", TextShape.Version, true)), true),
        new("date", TextShape.Date),
        new("organisation", new MapShape(new("name", TextShape.Any, true), new("id", TextShape.Any)), true),
        new("tasks", new ListShape(new MapShape(
            new("id", TextShape.Id, true), new("name", TextShape.Any, true), new("answers", AnswerTable(), true)), MinItems: 1), true),
        new("crossCutting", new MapShape(new Field("answers", AnswerTable(), true))));

    public static MapShape Measures { get; } = new(
        Schema(MeasuresSchema),
        new("instrument", TextShape.Id),
        new("measures", new ListShape(new MapShape(
            new("id", TextShape.Id, true),
            new("component", TextShape.Id, true),
            new("title", Text, true),
            new("goal", Text, true),
            new("targetGroup", Text, true),
            new("responsible", Text, true),
            new("accountable", Text, true),
            new("indicator", Text, true),
            new("effort", new NumberShape(1, 5) { Whole = true }, true),
            new("leadTimeDays", new NumberShape(0, 36_500) { Whole = true }, true),
            new("sources", Texts),
            new("effects", new ListShape(new MapShape(
                new("question", TextShape.Id, true), new("to", TextShape.Id, true), new("evidence", Evidence)))))), true));

    /// <summary>Every format with the name of its schema file.</summary>
    public static IReadOnlyDictionary<string, MapShape> ByFile { get; } = new Dictionary<string, MapShape>
    {
        ["audit-instrument-1"] = Instrument,
        ["audit-profile-1-computed"] = ComputedProfile,
        ["audit-profile-1-judged"] = JudgedProfile,
        ["audit-answers-1"] = Answers,
        ["audit-measures-1"] = Measures,
    };

    private static Field Schema(string name) => new("schema", new WordShape(name), true);

    private static WordShape RiskClass() => new("low", "medium", "high", "critical");

    private static MapShape Component() => new(
        new("id", TextShape.Id, true),
        new("title", Text, true),
        new("weight", Positive),
        new("questions", new ListShape(Question(
            new Field("kind", new WordShape("exposure", "safeguard", "context"), true), new Field("weight", Positive), new Field("measures", Ids))), true));

    private static MapShape Question(params Field[] own) => new([
        new("id", TextShape.Id, true),
        .. own,
        new("theme", TextShape.Id),
        new("scale", TextShape.Id, true),
        new("text", Text, true),
        new("help", Text),
        new("example", Text),
        new("evidenceHints", Text),
        new("whoKnows", Text),
        new("quickscan", new FlagShape()),
        new("sources", Ids),
        new("when", new ConditionShape())]);

    private static TableShape AnswerTable() => new(new ShortOrFullShape(TextShape.Id, new MapShape(
        new("value", TextShape.Id, true),
        new("evidence", Evidence),
        new("motivation", TextShape.Any),
        new("source", TextShape.Any),
        new("by", TextShape.Any),
        new("at", TextShape.Moment))));
}
