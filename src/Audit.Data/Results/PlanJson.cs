using System.Text.Json.Nodes;
using Audit.Core.Actions;

namespace Audit.Data.Results;

/// <summary>Writes action plans in the JSON form of <c>audit run</c>.</summary>
public static class PlanJson
{
    public static JsonArray Of(IEnumerable<TaskPlan> plans) => new([.. plans.Select(Of)]);

    private static JsonObject Of(TaskPlan plan) => new()
    {
        ["task"] = plan.TaskId,
        ["target"] = ScoreJson.ClassId(plan.Target),
        ["classBefore"] = ScoreJson.ClassId(plan.Before.Working),
        ["classAfter"] = ScoreJson.ClassId(plan.After.Working),
        ["targetReached"] = plan.TargetReached,
        ["residualAfter"] = ScoreJson.Of(plan.ResidualAfter),
        ["provenLeast"] = plan.ProvenLeast,
        ["measures"] = new JsonArray([.. plan.Measures.Select(planned => new JsonObject
        {
            ["id"] = planned.Measure.Id,
            ["effort"] = planned.Measure.Effort,
            ["because"] = new JsonArray([.. planned.Because.Select(question => JsonValue.Create(question))]),
            ["residualHighAfter"] = planned.ResidualHighAfter,
        })]),
    };
}
