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
    public const string SurveyItemsSchema = "audit-survey-items/1";
    public const string GlossarySchema = "audit-glossary/1";

    /// <summary>Words for the kinds of distinction, in the order of their enumeration.</summary>
    public static IReadOnlyList<string> DistinctionKinds { get; } = ["none", "direct", "indirect", "proxy", "unknown"];

    /// <summary>Codes of the verdicts on a distinction, from mild to severe.</summary>
    public static IReadOnlyList<string> DistinctionVerdicts { get; } =
        ["geen_onderscheid", "gerechtvaardigd", "wettelijk_voorgeschreven", "nog_te_onderbouwen", "niet_gerechtvaardigd"];

    /// <summary>Words for what a step of a test found, in the order of their enumeration.</summary>
    public static IReadOnlyList<string> TestFindings { get; } = ["unknown", "yes", "no"];

    /// <summary>Words for the sorts of source, in the order of their enumeration.</summary>
    public static IReadOnlyList<string> SourceKinds { get; } = ["law", "framework", "pilot", "letter", "research", "own"];

    /// <summary>Ids of the risk classes, from low to critical, as files and JSON spell them.</summary>
    public static IReadOnlyList<string> RiskClasses { get; } = ["low", "medium", "high", "critical"];

    private static readonly Shape Text = new MapShape(new Field("nl", TextShape.Any, true), new Field("en", TextShape.Any));
    private static readonly Shape Ids = new ListShape(TextShape.Id);
    private static readonly Shape Texts = new ListShape(TextShape.Any);
    private static readonly Shape LocalizedList = new ListShape(Text);
    private static readonly WordShape Status = new("official", "unofficial");
    private static readonly Shape Evidence = new WordShape("E0", "E1", "E2", "E3");
    private static readonly NumberShape Share = new(0, 1);
    private static readonly NumberShape Positive = new(0) { OpenMin = true };

    public static MapShape Instrument { get; } = new(
        Schema(InstrumentSchema),
        new("id", TextShape.Id, true),
        new("version", TextShape.Version, true),
        new("status", Status, true),
        new("title", Text, true),
        new("sources", Sources(new Field("kind", new WordShape(SourceKinds)), new Field("date", TextShape.PublicationDate))),
        new("scales", new ListShape(new MapShape(
            new("id", TextShape.Id, true),
            new("options", new ListShape(OneLine(
                new("id", TextShape.Id, true),
                new("value", Share),
                new("level", new NumberShape(1, 4) { Whole = true }),
                new("label", Text, true)), MinItems: 1), true))), true),
        new("themes", new ListShape(OneLine(new("id", TextShape.Id, true), new("title", Text, true)))),
        new("register", Register()),
        new("sessions", new ListShape(Session())),
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
            new("id", TextShape.Id, true), new("name", TextShape.Any, true), new("distinctions", new ListShape(Distinction())), new("answers", AnswerTable(), true)), MinItems: 1), true),
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
            new("basis", new WordShape("source", "proposal")),
            new("patterns", Ids),
            new("precondition", Text),
            new("objectives", LocalizedList),
            new("roles", LocalizedList),
            new("responsibilities", LocalizedList),
            new("evaluation", Text),
            new("effects", new ListShape(OneLine(
                new("question", TextShape.Id, true), new("to", TextShape.Id, true), new("evidence", Evidence)))))), true));

    public static MapShape SurveyItems { get; } = new(
        Schema(SurveyItemsSchema),
        new("id", TextShape.Id, true),
        new("version", TextShape.Version, true),
        new("status", Status, true),
        new("title", Text, true),
        new("introduction", Text, true),
        new("sources", Sources()),
        new("definitions", new ListShape(new MapShape(
            new("id", TextShape.Id, true), new("term", Text, true), new("text", Text, true), new("source", TextShape.Any))), true),
        new("scales", new ListShape(new MapShape(
            new("id", TextShape.Id, true),
            new("options", new ListShape(new MapShape(
                new("id", TextShape.Id, true), new("value", new NumberShape()), new("label", Text, true)), MinItems: 2), true))), true),
        new("blocks", new ListShape(new MapShape(
            new("id", TextShape.Id, true), new("title", Text, true), new("introduction", Text), new("items", new ListShape(SurveyItem()), true)), MinItems: 1), true),
        new("background", new ListShape(SurveyItem())));

    public static MapShape Glossary { get; } = new(
        Schema(GlossarySchema),
        new("version", TextShape.Version, true),
        new("terms", new ListShape(new MapShape(
            new("term", TextShape.Any, true),
            new("en", TextShape.Any),
            new("code", TextShape.Id, true),
            new("types", Ids),
            new("definition", Text, true),
            new("source", TextShape.Any, true),
            new("avoid", Texts))), true));

    /// <summary>Every format with the name of its schema file.</summary>
    public static IReadOnlyDictionary<string, MapShape> ByFile { get; } = new Dictionary<string, MapShape>
    {
        ["audit-instrument-1"] = Instrument,
        ["audit-profile-1-computed"] = ComputedProfile,
        ["audit-profile-1-judged"] = JudgedProfile,
        ["audit-answers-1"] = Answers,
        ["audit-measures-1"] = Measures,
        ["audit-survey-items-1"] = SurveyItems,
        ["audit-glossary-1"] = Glossary,
    };

    private static Field Schema(string name) => new("schema", new WordShape(name), true);

    private static MapShape OneLine(params Field[] fields) => new(fields) { OneLine = true };

    private static WordShape RiskClass() => new("low", "medium", "high", "critical");

    private static ListShape Sources(params Field[] more) => new(new MapShape(
        [new("id", TextShape.Id, true), new("title", TextShape.Any, true), new("url", TextShape.Link), .. more]));

    private static MapShape Register()
    {
        var validity = new Field[] { new("validFrom", TextShape.Date), new("validUntil", TextShape.Date) };
        return new(
            new("grounds", new ListShape(new MapShape(
                new("id", TextShape.Id, true),
                new("title", Text, true),
                new("help", Text),
                new("directNeeds", new WordShape("exception", "justification"), true),
                new("norms", new ListShape(new MapShape(
                    [new("source", TextShape.Id, true), new("article", TextShape.Any, true), new("note", Text), .. validity]), MinItems: 1), true)), MinItems: 1), true),
            new("markers", LocalizedList),
            new("proxies", LocalizedList),
            new("exceptions", new ListShape(new MapShape([
                new("id", TextShape.Id, true),
                new("title", Text, true),
                new("help", Text),
                new("source", TextShape.Id, true),
                new("article", TextShape.Any, true),
                new("grounds", Ids),
                .. validity]))),
            new("fills", new ListShape(new MapShape(
                new("question", TextShape.Id, true),
                new("grounds", Ids),
                new("components", Ids),
                new("options", new ListShape(OneLine(
                    new("option", TextShape.Id, true),
                    new("kinds", new ListShape(new WordShape(DistinctionKinds), MinItems: 1)),
                    new("verdicts", new ListShape(new WordShape(DistinctionVerdicts), MinItems: 1))), MinItems: 1), true)))));
    }

    private static MapShape Session() => new(
        new("id", TextShape.Id, true),
        new("label", Text),
        new("title", Text, true),
        new("goal", Text, true),
        new("setUp", Text, true),
        new("outcome", Text, true),
        new("checklist", LocalizedList),
        new("assignments", new ListShape(new MapShape(
            new("id", TextShape.Id, true), new("kind", new WordShape("start", "regular")), new("title", Text, true), new("text", Text, true))), true),
        new("decisions", LocalizedList),
        new("sources", Ids));

    private static MapShape SurveyItem() => new(
        new("id", TextShape.Id, true),
        new("kind", new WordShape("likert", "frequency", "choice", "multiple", "open"), true),
        new("scale", TextShape.Id),
        new("text", Text, true),
        new("help", Text),
        new("definition", TextShape.Id),
        new("when", new MapShape(new("item", TextShape.Id, true), new("in", new ListShape(TextShape.Id, MinItems: 1), true))),
        new("sources", Ids));

    private static MapShape Distinction()
    {
        var finding = new TextShape("yes|no|unknown", Sentence.Of($"yes, no of unknown"));
        var step = new ShortOrFullShape(finding, new MapShape(new("value", finding, true), new("motivation", TextShape.Any)));
        return new(
            new("id", TextShape.Id, true),
            new("criterion", TextShape.Any, true),
            new("component", TextShape.Id, true),
            new("grounds", Ids, true),
            new("kind", new WordShape(DistinctionKinds), true),
            new("prescribed", finding),
            new("exception", TextShape.Id),
            new("aim", step),
            new("suitable", step),
            new("necessary", step),
            new("proportionate", step),
            new("verdict", new WordShape(DistinctionVerdicts)),
            new("motivation", TextShape.Any),
            new("source", TextShape.Any),
            new("by", TextShape.Any),
            new("at", TextShape.Moment));
    }

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
