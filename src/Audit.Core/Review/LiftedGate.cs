using Audit.Core.Scoring;

namespace Audit.Core.Review;

/// <summary>A gate that a jurist decided not to stand in the way, as long as that decision holds.</summary>
/// <remarks>Dutch: <c>opheffing van een drempelregel</c>. It changes what is shown as decided, never what is computed (docs/method.md).</remarks>
/// <param name="GateId">Id of the gate.</param>
/// <param name="StateThen">State of the gate when the jurist decided.</param>
public sealed record LiftedGate(string GateId, Truth StateThen)
{
    /// <summary>Whether the decision is about this result: what was decided while a gate was undecided never covers the same gate once it fires.</summary>
    /// <param name="result">State of a gate now.</param>
    public bool Covers(GateResult result) => result.Gate.Id == GateId && result.State <= StateThen;
}
