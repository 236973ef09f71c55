using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Risks;

/// <summary>The levels by which people judge a risk, and the level that their matrix proposes. A level is a position in them, 0 = lowest.</summary>
/// <remarks>Source: Rijksmodel DPIA (MinBZK/par-dpia-form), which calls its matrix illustrative.</remarks>
/// <param name="profile">A judged profile of at least two levels.</param>
public sealed class RiskScale(JudgedProfile profile)
{
    /// <summary>Names of the levels, from low to high.</summary>
    public IReadOnlyList<string> Levels => profile.Levels;

    /// <summary>Position of the highest level.</summary>
    public int Highest => Levels.Count - 1;

    /// <summary>Id of the profile.</summary>
    public string Id => profile.Id;

    /// <summary>Version of the profile.</summary>
    public string Version => profile.Version;

    /// <summary>Whether a number is the position of a level.</summary>
    /// <param name="level">Any number.</param>
    public bool Has(int level) => level >= 0 && level <= Highest;

    /// <summary>The level that the matrix gives: a proposal, from which people may depart with a reason.</summary>
    /// <param name="likelihood">Position of the likelihood (kans).</param>
    /// <param name="impact">Position of the impact.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no position of a level.</exception>
    public int Propose(int likelihood, int impact) => Levels.ToList().IndexOf(profile.Judge(Levels[likelihood], Levels[impact]));

    /// <summary>The lowest level that goes with a class: what a legal gate demands of the class, it demands of the level too.</summary>
    /// <param name="floor">The class below which a gate does not let a task go.</param>
    public int FloorOf(RiskClass floor) => floor switch
    {
        RiskClass.Low => 0,
        RiskClass.Medium => Math.Min(1, Highest),
        RiskClass.High or RiskClass.Critical => Highest,
    };
}
