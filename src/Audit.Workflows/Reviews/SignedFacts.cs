using System.Text.Json.Nodes;
using Audit.Core.Actions;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Reviews;

/// <summary>One thing that a reviewer signs for.</summary>
/// <param name="Id">Stable id, by which it is found again later.</param>
/// <param name="Label">What it is, in Dutch.</param>
/// <param name="Value">What it was, in Dutch.</param>
public sealed record SignedFact(string Id, string Label, string Value);

/// <summary>A fact that is not as it was signed.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Signed">What was signed; null when it was not there then.</param>
/// <param name="Now">What it is now; null when it is gone.</param>
public sealed record ChangedFact(string Label, string? Signed, string? Now);

/// <summary>A risk as a reviewer judges it.</summary>
public sealed record JudgedRisk(RiskRow Risk, RiskJudgementRow Judgement);

/// <summary>What a reviewer signs, fact by fact, as one text with one hash.</summary>
/// <param name="All">The facts in the order shown.</param>
public sealed record SignedFacts(IReadOnlyList<SignedFact> All)
{
    private const string Schema = "audit-signoff/1";

    /// <summary>The facts as canonical JSON.</summary>
    public string Json { get; } = CanonicalJson.Of(new JsonObject
    {
        ["schema"] = Schema,
        ["facts"] = new JsonArray([.. All.Select(fact => new JsonObject { ["id"] = fact.Id, ["label"] = fact.Label, ["value"] = fact.Value })]),
    });

    /// <summary>SHA-256 of <see cref="Json"/>, lower-case hexadecimal.</summary>
    public string Sha256 => CanonicalJson.Hash(Json);

    /// <summary>The facts that were signed.</summary>
    public static SignedFacts Read(string json) => new([.. JsonNode.Parse(json)!["facts"]!.AsArray().Select(fact =>
        new SignedFact(fact!["id"]!.GetValue<string>(), fact["label"]!.GetValue<string>(), fact["value"]!.GetValue<string>()))]);

    /// <summary>The facts of a case as it stands.</summary>
    /// <param name="report">The case with its scores.</param>
    /// <param name="items">Items of its review.</param>
    /// <param name="decisions">Decisions on its tasks, oldest first.</param>
    /// <param name="risks">Risks as reviewers judge them.</param>
    public static SignedFacts Of(CaseReport report, IReadOnlyList<ReviewItemRow> items, IReadOnlyList<DecisionRow> decisions, IReadOnlyList<JudgedRisk> risks)
    {
        var tasks = report.Run.Tasks.SelectMany(task => OfTask(report, task.Score, decisions.LastOrDefault(decision => decision.TaskKey == task.Score.TaskId)));
        return new([.. OfContent(report.Case), .. tasks, .. items.Select(OfItem), .. risks.Select(OfRisk)]);
    }

    /// <summary>What is not as it was signed.</summary>
    /// <param name="now">The facts as they are now.</param>
    public IReadOnlyList<ChangedFact> ChangesTo(SignedFacts now)
    {
        var (then, later) = (All.ToDictionary(fact => fact.Id), now.All.ToDictionary(fact => fact.Id));
        return
        [
            .. All.Where(fact => later.GetValueOrDefault(fact.Id)?.Value != fact.Value).Select(fact => new ChangedFact(fact.Label, fact.Value, later.GetValueOrDefault(fact.Id)?.Value)),
            .. now.All.Where(fact => !then.ContainsKey(fact.Id)).Select(fact => new ChangedFact(fact.Label, null, fact.Value)),
        ];
    }

    private static IEnumerable<SignedFact> OfContent(Case current)
    {
        var (instrument, profile) = (current.Instrument, current.Profile);
        yield return new("instrument", "Vragenset", $"{instrument.Value.Id} {instrument.Value.Version}, SHA-256 {instrument.Sha256}");
        yield return new("profile", "Scoreprofiel", $"{profile.Value.Id} {profile.Value.Version}, SHA-256 {profile.Sha256}");
        yield return new("reference-date", "Peildatum", current.Row.ReferenceDate?.ToString("yyyy-MM-dd", null) ?? "de dag van elke berekening");
    }

    private static IEnumerable<SignedFact> OfTask(CaseReport report, TaskScore score, DecisionRow? decision)
    {
        var (key, name, review) = ($"task/{score.TaskId}", score.TaskName, report.ReviewOf(score));
        yield return new($"{key}/answers", $"{name}: antwoorden", $"SHA-256 {AnswersHash(report.Case, score.TaskId)}");
        yield return new($"{key}/class", $"{name}: berekende klasse", Words(review.Class.Computed));
        yield return new($"{key}/decided", $"{name}: besloten klasse", review.Class.Working?.Dutch() ?? "niet te bepalen");
        yield return new($"{key}/judgement", $"{name}: oordeel van de auditor", review.Judgement is { } judgement ? $"{judgement.Class!.Value.Dutch()}, omdat: {judgement.Row.Reason}" : "geen andere klasse");
        yield return new($"{key}/decision", $"{name}: besluit", decision is null ? "geen" : $"{(decision.Outcome == Activities.Outcomes.Approved ? "akkoord" : "teruggestuurd")} op {decision.DecidedUtc:yyyy-MM-dd HH:mm} (UTC)");
        foreach (var result in score.Gates.Where(result => result.State != Truth.False))
        {
            var lifted = review.LiftingOf(result.Gate.Id) is { Counts: true } lift ? $"opgeheven tot en met {lift.Lift.Row.ValidUntil:yyyy-MM-dd} door {lift.Lift.By}" : "niet opgeheven";
            yield return new($"{key}/gate/{result.Gate.Id}", $"{name}: drempelregel {result.Gate.Id}", $"{(result.State == Truth.True ? "geraakt" : "te onderzoeken")}, {lifted}");
        }
    }

    private static SignedFact OfRisk(JudgedRisk judged)
    {
        var (risk, judgement) = (judged.Risk, judged.Judgement);
        var (stage, name) = judgement.Stage switch
        {
            RiskStage.Inherent => ("inherent", "zonder waarborgen"),
            RiskStage.Residual => ("residual", "restrisico"),
        };
        return new(
            $"risk/{risk.Id}/{stage}",
            $"Risico {risk.Number}, {name}: oordeel van de auditor",
            $"kans {judgement.Likelihood + 1}, impact {judgement.Impact + 1}, niveau {judgement.Level + 1} (1 is het laagst), omdat: {judgement.LevelMotivation}");
    }

    private static SignedFact OfItem(ReviewItemRow item)
    {
        var start = item.Text.ReplaceLineEndings(" ");
        start = start.Length <= 60 ? start : $"{start[..59]}…";
        return new($"item/{item.Id}", $"Punt ‘{start}’", ReviewWords.Of(item.Status));
    }

    private static string AnswersHash(Case current, string taskKey) =>
        CanonicalJson.Hash(CanonicalJson.Of(AnswersJson.Of(current.Answers with { Tasks = [.. current.Answers.Tasks.Where(task => task.Id == taskKey)] })));

    private static string Words(ClassRange range) =>
        range.High is not { } high ? "niet te bepalen" : range.Low is { } low && low != high ? $"{low.Dutch()} tot {high.Dutch()}" : high.Dutch();
}
