using System.Text.Json.Nodes;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Templates;

namespace Audit.Data.Results;

/// <summary>A task's score with the insights that go with it.</summary>
/// <param name="score">The score.</param>
/// <param name="insights">Calculates the insights, which cost far more than the score.</param>
public sealed class ScoredTask(TaskScore score, Func<Insights> insights)
{
    private readonly Lazy<Insights> insights = new(insights);

    public TaskScore Score { get; } = score;

    /// <summary>The insights, calculated when they are first asked for.</summary>
    public Insights Insights => insights.Value;
}

/// <summary>Writes scores in the JSON form that others check the program by (docs/formats in README).</summary>
public static class ScoreJson
{
    /// <summary>The result of one run over an assessment.</summary>
    public static JsonObject Of(Template<Instrument> instrument, Template<ScoringProfile> profile, DateOnly on, IEnumerable<ScoredTask> tasks) => new()
    {
        ["instrument"] = Reference(instrument.Value.Id, instrument.Value.Version, instrument.Sha256),
        ["profile"] = Reference(profile.Value.Id, profile.Value.Version, profile.Sha256),
        ["date"] = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["tasks"] = new JsonArray([.. tasks.Select(Of)]),
    };

    /// <summary>The result of one task, insights included.</summary>
    public static JsonObject Of(ScoredTask task)
    {
        var json = Of(task.Score);
        json["nextBestQuestion"] = task.Insights.NextBestQuestion is { } next
            ? new JsonObject { ["question"] = next.QuestionId, ["narrowing"] = next.Narrowing }
            : null;
        json["counterfactuals"] = new JsonArray([.. task.Insights.Counterfactuals.Select(Of)]);
        json["robustness"] = task.Insights.Robustness is { } robustness
            ? new JsonObject
            {
                ["draws"] = robustness.Draws,
                ["sameClass"] = robustness.SameClass,
                ["verdict"] = robustness.IsRobust ? "robust" : "sensitive",
            }
            : null;
        return json;
    }

    /// <summary>The score of one task alone.</summary>
    public static JsonObject Of(TaskScore score) => new()
    {
        ["id"] = score.TaskId,
        ["name"] = score.TaskName,
        ["residual"] = Of(score.Residual),
        ["likelihood"] = score.Likelihood is { } likelihood ? Of(likelihood) : null,
        ["severity"] = Of(score.Severity),
        ["class"] = Of(score.Class),
        ["completeness"] = score.Completeness,
        ["components"] = new JsonArray([.. score.Components.Select(Of)]),
        ["gates"] = new JsonArray([.. score.Gates.Select(Of)]),
        ["contributions"] = new JsonArray([.. score.Contributions.Select(Of)]),
    };

    /// <summary>How every question was counted, for the receipt.</summary>
    public static JsonArray TraceOf(TaskScore score) => new([.. score.Trace.Select(trace => new JsonObject
    {
        ["question"] = trace.QuestionId,
        ["state"] = StateOf(trace.State),
        ["option"] = trace.Option,
        ["counted"] = Of(trace.Counted),
        ["weight"] = trace.Weight,
    })]);

    /// <summary>Id of a class as files and JSON spell it; null stays null.</summary>
    public static string? ClassId(RiskClass? riskClass) => riskClass is { } known ? Formats.RiskClasses[(int)known] : null;

    public static JsonObject? Of(Interval? interval) =>
        interval is { } range ? new JsonObject { ["low"] = range.Low, ["high"] = range.High } : null;

    public static JsonObject Of(ClassRange range) => new()
    {
        ["low"] = ClassId(range.Low),
        ["high"] = ClassId(range.High),
        ["working"] = ClassId(range.Working),
    };

    private static JsonObject Reference(string id, string version, string sha256) => new() { ["id"] = id, ["version"] = version, ["sha256"] = sha256 };

    private static JsonObject Of(LevelRange range) => new() { ["low"] = range.Low, ["high"] = range.High };

    private static JsonObject Of(ComponentScore component) => new()
    {
        ["id"] = component.ComponentId,
        ["exposure"] = Of(component.Exposure),
        ["safeguard"] = Of((Interval?)component.Safeguard),
        ["residual"] = Of(component.Residual),
    };

    private static JsonObject Of(GateResult gate) => new()
    {
        ["id"] = gate.Gate.Id,
        ["state"] = gate.State switch { Truth.True => "fired", Truth.Open => "open", Truth.False => "clear" },
        ["floor"] = ClassId(gate.Gate.Floor),
        ["openFloor"] = ClassId(gate.Gate.OpenFloor),
        ["blocks"] = gate.Gate.BlocksPublication ? "publication" : null,
    };

    private static JsonObject Of(Contribution contribution) => new()
    {
        ["question"] = contribution.QuestionId,
        ["component"] = contribution.ComponentId,
        ["kind"] = contribution.Kind == QuestionKind.Exposure ? "exposure" : "safeguard",
        ["value"] = contribution.Value,
    };

    private static JsonObject Of(Counterfactual counterfactual) => new()
    {
        ["changes"] = new JsonArray([.. counterfactual.Changes.Select(change => new JsonObject
        {
            ["question"] = change.QuestionId,
            ["from"] = change.From,
            ["to"] = change.To,
        })]),
        ["class"] = ClassId(counterfactual.Class),
        ["residualHigh"] = counterfactual.ResidualHigh,
    };

    private static string StateOf(QuestionState state) => state switch
    {
        QuestionState.Removed => "removed",
        QuestionState.Answered => "answered",
        QuestionState.Open => "open",
        QuestionState.Undetermined => "undetermined",
    };
}
