namespace Audit.Core.Risks;

/// <summary>How somebody judges a risk, as positions in the levels of a <see cref="RiskScale"/>.</summary>
/// <param name="Likelihood">Kans.</param>
/// <param name="Impact">Impact for citizens.</param>
/// <param name="Level">The level that follows, in the eyes of who judges.</param>
public readonly record struct RiskJudgement(int Likelihood, int Impact, int Level)
{
    /// <summary>Whether the level is another one than the matrix proposes.</summary>
    /// <param name="scale">The levels.</param>
    public bool DepartsFrom(RiskScale scale) => Level != scale.Propose(Likelihood, Impact);
}

/// <summary>Why a judgement cannot be taken as it is.</summary>
public enum RiskObjection
{
    /// <summary>Likelihood, impact or level is no position of a level.</summary>
    NotOnScale,

    /// <summary>The level lies below what a fired gate demands.</summary>
    BelowFloor,

    /// <summary>What is left would be more than there was without safeguards; taken only when it is meant so.</summary>
    AboveInherent,
}

/// <summary>What a judgement is held against.</summary>
/// <param name="Scale">The levels.</param>
/// <param name="Floor">What fired gates demand.</param>
/// <param name="Inherent">Level without safeguards by the same side; null when that was not judged, or when it is what is being judged.</param>
public sealed record RiskBounds(RiskScale Scale, RiskFloor Floor, int? Inherent)
{
    /// <summary>Every objection; empty when the judgement can be taken.</summary>
    /// <param name="judgement">The judgement.</param>
    public IReadOnlyList<RiskObjection> ObjectionsTo(RiskJudgement judgement)
    {
        if (!Scale.Has(judgement.Likelihood) || !Scale.Has(judgement.Impact) || !Scale.Has(judgement.Level))
        {
            return [RiskObjection.NotOnScale];
        }

        var objections = new List<RiskObjection>();
        if (judgement.Level < Floor.Level)
        {
            objections.Add(RiskObjection.BelowFloor);
        }

        if (judgement.Level > Inherent)
        {
            objections.Add(RiskObjection.AboveInherent);
        }

        return objections;
    }
}
