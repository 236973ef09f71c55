using System.Reflection;
using System.Text.Json.Nodes;
using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Results;

/// <summary>Instrument, profile, answers and date that belong together, and the score that follows from them.</summary>
public sealed class ScoreRun
{
    private readonly Lazy<IReadOnlyList<ScoredTask>> tasks;

    public ScoreRun(Template<Instrument> instrument, Template<ScoringProfile> profile, Template<Assessment> answers, DateOnly on)
    {
        Instrument = instrument;
        Profile = profile;
        Answers = answers;
        On = on;
        Model = new ScoringModel(instrument.Value, (ComputedProfile)profile.Value);
        tasks = new(() =>
        [
            .. answers.Value.Tasks.Select(task => new ScoredTask(
                Model.Score(task, answers.Value.CrossCutting, on),
                () => Calculations.InsightsOf(this, task))),
        ]);
    }

    public static string ProgramVersion { get; } = typeof(ScoreRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public Template<Instrument> Instrument { get; }

    public Template<ScoringProfile> Profile { get; }

    public Template<Assessment> Answers { get; }

    /// <summary>Reference date: which gates are in force.</summary>
    public DateOnly On { get; }

    public ScoringModel Model { get; }

    /// <summary>The scores, calculated when they are first asked for.</summary>
    public IReadOnlyList<ScoredTask> Tasks => tasks.Value;

    /// <summary>What forecasts of a plan for one of the tasks rest on.</summary>
    public PlanBasis BasisOf(PublicTask task) => new(Model, task, Answers.Value.CrossCutting, On);

    public JsonObject ToJson() => ScoreJson.Of(Instrument, Profile, On, Tasks);

    /// <summary>Everything needed to calculate the score again, years later.</summary>
    /// <param name="time">When it was calculated; given by the caller.</param>
    public JsonObject ToReceipt(DateTimeOffset time) => new()
    {
        ["schema"] = Formats.ReceiptSchema,
        ["program"] = new JsonObject { ["name"] = "audit", ["version"] = ProgramVersion },
        ["time"] = time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["date"] = On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["instrument"] = Embed(Instrument.Root, Instrument.Value.Id, Instrument.Value.Version, Instrument.Sha256),
        ["profile"] = Embed(Profile.Root, Profile.Value.Id, Profile.Value.Version, Profile.Sha256),
        ["answers"] = new JsonObject { ["sha256"] = Answers.Sha256, ["content"] = CanonicalJson.ToJson(Answers.Root) },
        ["result"] = ToJson(),
        ["trace"] = new JsonArray([.. Tasks.Select(task => new JsonObject { ["task"] = task.Score.TaskId, ["questions"] = ScoreJson.TraceOf(task.Score) })]),
    };

    private static JsonObject Embed(MapNode root, string id, string version, string sha256) => new()
    {
        ["id"] = id,
        ["version"] = version,
        ["sha256"] = sha256,
        ["content"] = CanonicalJson.ToJson(root),
    };
}
