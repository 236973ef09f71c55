using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Risks;

/// <summary>The lowest level that fired gates leave for a risk of a task: no matrix and no judgement goes below it.</summary>
/// <param name="Level">Position of the level; 0 when nothing stands in the way.</param>
/// <param name="Gates">The gates that set it; empty when none does.</param>
public sealed record RiskFloor(int Level, IReadOnlyList<Gate> Gates)
{
    /// <summary>No gate fired.</summary>
    public static RiskFloor None { get; } = new(0, []);

    /// <summary>The floor under the risks of one task. An open gate sets none: it is investigated first.</summary>
    /// <param name="scale">The levels.</param>
    /// <param name="score">The score of the task.</param>
    /// <param name="isLifted">Whether a jurist's decision keeps a gate from standing in the way.</param>
    public static RiskFloor Of(RiskScale scale, TaskScore score, Predicate<Gate> isLifted)
    {
        var fired = score.Gates
            .Where(result => result is { State: Truth.True, Gate.Floor: not null } && !isLifted(result.Gate))
            .Select(result => (result.Gate, Level: scale.FloorOf(result.Gate.Floor!.Value)))
            .Where(pair => pair.Level > 0)
            .ToList();
        return fired.Count == 0 ? None : new(fired.Max(pair => pair.Level), [.. fired.Select(pair => pair.Gate)]);
    }
}
