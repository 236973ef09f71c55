using System.Text.Json.Nodes;
using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Core.Scoring;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Reviews;

/// <summary>What lifting a gate means for the class as decided, and the answers on which it rests.</summary>
/// <param name="Reason">State of the gate and the answers that it looks at.</param>
/// <param name="Before">Class range with the gate.</param>
/// <param name="After">Class range without it.</param>
/// <param name="BlocksBefore">Whether publication is blocked with the gate.</param>
/// <param name="BlocksAfter">Whether it is blocked without it.</param>
public sealed record LiftingEffect(GateReason Reason, ClassRange Before, ClassRange After, bool BlocksBefore, bool BlocksAfter)
{
    /// <summary>The effect now, beside liftings of other gates that hold; null when there is nothing to lift: the gate is clear or not in force.</summary>
    /// <param name="score">Score of the task.</param>
    /// <param name="profile">The profile by which it was scored.</param>
    /// <param name="others">Liftings that hold now.</param>
    /// <param name="gate">The gate.</param>
    public static LiftingEffect? Of(TaskScore score, ComputedProfile profile, IReadOnlyCollection<LiftedGate> others, Gate gate)
    {
        if (GateReason.Of(score, gate) is not { State: not Truth.False } reason)
        {
            return null;
        }

        List<LiftedGate> without = [.. others.Where(other => other.GateId != gate.Id)];
        var before = DecidedClass.Of(score, profile, without, null);
        var after = DecidedClass.Of(score, profile, [.. without, new(gate.Id, reason.State)], null);
        return new(reason, before.Lifted, after.Lifted, before.BlocksPublication, after.BlocksPublication);
    }

    /// <summary>The effect as it is kept.</summary>
    public string ToJson() => CanonicalJson.Of(new JsonObject
    {
        ["state"] = Reason.State.ToString(),
        ["answers"] = new JsonArray([.. Reason.Answers.Select(answer => new JsonObject
        {
            ["question"] = answer.QuestionId,
            ["state"] = answer.State.ToString(),
            ["option"] = answer.Option,
        })]),
        ["before"] = ScoreJson.Of(Before),
        ["after"] = ScoreJson.Of(After),
        ["blocksBefore"] = BlocksBefore,
        ["blocksAfter"] = BlocksAfter,
    });

    /// <summary>Reads what was kept.</summary>
    public static LiftingEffect Read(string json)
    {
        var root = JsonNode.Parse(json)!;
        var answers = root["answers"]!.AsArray().Select(answer => new GateAnswer(
            answer!["question"]!.GetValue<string>(), Enum.Parse<QuestionState>(answer["state"]!.GetValue<string>()), answer["option"]?.GetValue<string>()));
        return new(
            new(Enum.Parse<Truth>(root["state"]!.GetValue<string>()), [.. answers]),
            RangeOf(root["before"]!),
            RangeOf(root["after"]!),
            root["blocksBefore"]!.GetValue<bool>(),
            root["blocksAfter"]!.GetValue<bool>());
    }

    private static ClassRange RangeOf(JsonNode range) => new(ClassOf(range["low"]), ClassOf(range["high"]));

    private static RiskClass? ClassOf(JsonNode? id) => id is null ? null : (RiskClass)Formats.RiskClasses.ToList().IndexOf(id.GetValue<string>());
}
