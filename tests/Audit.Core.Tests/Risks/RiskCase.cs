using Audit.Core.Instruments;
using Audit.Core.Risks;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Risks;

/// <summary>The shipped levels and a score with chosen gates.</summary>
internal static class RiskCase
{
    public const int Low = 0;
    public const int Middle = 1;
    public const int High = 2;

    public static RiskScale Scale { get; } = new(new JudgedProfile(
        "rijksmodel-dpia", "1", ["laag", "midden", "hoog"], [["laag", "laag", "laag"], ["laag", "midden", "hoog"], ["laag", "hoog", "hoog"]]));

    public static TaskScore ScoreWith(params (string Id, Truth State, RiskClass? Floor)[] gates) => new(
        "t", "Taak", null, null, new(1, 1), new(null, null), null, [],
        [.. gates.Select(gate => new GateResult(new Gate(gate.Id, gate.Id, [], new AnswerIn("Q1", ["yes"]), gate.Floor, RiskClass.High, false), gate.State))], [], []);

    public static RiskFloor FloorOf(params (string Id, Truth State, RiskClass? Floor)[] gates) => RiskFloor.Of(Scale, ScoreWith(gates), _ => false);
}
