using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions.Planning;

/// <summary>What a search for the least effort has to reach.</summary>
/// <param name="Class">Working class at or below this; null asks for a class that nothing determines.</param>
/// <param name="ResidualHigh">R.hi at or below this as well.</param>
internal sealed record PlanMark(RiskClass? Class, double ResidualHigh = double.PositiveInfinity)
{
    public bool IsReachedBy(PlanCandidate candidate) =>
        (Class is null ? candidate.Class is null : candidate.Class <= Class) && candidate.ResidualHigh <= ResidualHigh + ComputedProfile.Tolerance;

    /// <summary>R.hi must fall below this for the mark, gates aside.</summary>
    /// <param name="profile">Matrix and thresholds.</param>
    /// <param name="severity">Severity level at the high end.</param>
    public double LimitAt(ComputedProfile profile, int severity) => Math.Min(ClassLimitAt(profile, severity), ResidualHigh + (2 * ComputedProfile.Tolerance));

    private double ClassLimitAt(ComputedProfile profile, int severity)
    {
        var level = RiskMatrix.Size;
        while (level > 0 && !(profile.Matrix.ClassOf(level, severity) <= Class))
        {
            level--;
        }

        return level switch
        {
            0 => double.NegativeInfinity,
            RiskMatrix.Size => double.PositiveInfinity,
            _ => profile.Thresholds[level - 1] - ComputedProfile.Tolerance,
        };
    }
}
