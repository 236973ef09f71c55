using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>The numbers that are a choice in weighing risk, as a versioned setting.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Version">Version; results name it.</param>
public abstract record ScoringProfile(string Id, string Version);

/// <summary>A profile for risks that a team judges by hand.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Version">Version; results name it.</param>
/// <param name="Levels">Three levels from low to high.</param>
/// <param name="Matrix">Resulting level; rows likelihood and columns impact, both from low to high.</param>
/// <remarks>Source: Rijksmodel DPIA (MinBZK/par-dpia-form), which calls its matrix illustrative.</remarks>
public sealed record JudgedProfile(string Id, string Version, IReadOnlyList<string> Levels, IReadOnlyList<IReadOnlyList<string>> Matrix)
    : ScoringProfile(Id, Version)
{
    /// <summary>The level that goes with a judged likelihood and impact.</summary>
    /// <exception cref="ArgumentException">A level is not in <see cref="Levels"/>.</exception>
    public string Judge(string likelihood, string impact) => Matrix[IndexOf(likelihood)][IndexOf(impact)];

    private int IndexOf(string level)
    {
        var index = Levels.ToList().IndexOf(level);
        return index >= 0 ? index : throw new ArgumentException($"'{level}' is not a level of profile {Id}", nameof(level));
    }
}

/// <summary>How stable the class must be under small changes of the weights.</summary>
/// <param name="Draws">Number of draws, at least 1.</param>
/// <param name="Seed">Seed of the generator, so that the draws are the same every time.</param>
public sealed record RobustnessSettings(int Draws, ulong Seed);

/// <summary>The parameters of the score model (scoring.md §§1–5).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Version">Version; results name it.</param>
/// <param name="Kappa">κ in [0, 1]: the largest share of the exposure that safeguards can take away. No unit.</param>
/// <param name="Lambda">λ in [0, 1]: weight of the worst component against the mean. No unit.</param>
/// <param name="EvidenceFactors">Factor in [0, 1] per grade E0 to E3, rising.</param>
/// <param name="Thresholds">Three borders between likelihood levels, rising in (0, 1).</param>
/// <param name="Matrix">Which class goes with a likelihood and a severity.</param>
/// <param name="Robustness">Settings of the robustness check.</param>
public sealed record ComputedProfile(
    string Id,
    string Version,
    double Kappa,
    double Lambda,
    IReadOnlyList<double> EvidenceFactors,
    IReadOnlyList<double> Thresholds,
    RiskMatrix Matrix,
    RobustnessSettings Robustness) : ScoringProfile(Id, Version)
{
    /// <summary>How close to a border a value still counts as on it, so that a sum that is exactly 0.5 does not fall to 0.49999999999999994.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>The factor of an evidence grade; none given counts as E0.</summary>
    public double FactorOf(EvidenceGrade? grade) => EvidenceFactors[(int)(grade ?? EvidenceGrade.E0)];

    /// <summary>Likelihood level 1 to 4 of a residual value in [0, 1].</summary>
    public int LevelOf(double residual)
    {
        var level = 1;
        while (level <= Thresholds.Count && residual >= Thresholds[level - 1] - Tolerance)
        {
            level++;
        }

        return level;
    }

    /// <summary>The class of a residual value and a severity level, before gates.</summary>
    public RiskClass ClassOf(double residual, int severity) => Matrix.ClassOf(LevelOf(residual), severity);
}
