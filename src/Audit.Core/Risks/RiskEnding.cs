namespace Audit.Core.Risks;

/// <summary>In what a risk ends: each ends in a measure or in a reasoned decision.</summary>
/// <remarks>Source: letter to the Eerste Kamer of 28 August 2024 (35 741, H), on risks and the action plan.</remarks>
public enum RiskEnding
{
    /// <summary>Nog geen maatregel of besluit.</summary>
    None,

    /// <summary>An action of the plan is there for it.</summary>
    Measure,

    /// <summary>What is left was accepted, and that still holds.</summary>
    Accepted,
}

/// <summary>Where a risk stands, from everything that was said of it.</summary>
public static class RiskStanding
{
    /// <summary>The level to reckon with: the highest of both sides, and never below the floor. Null while nobody has judged.</summary>
    /// <param name="team">Level of the team; null when it has not judged.</param>
    /// <param name="reviewer">Level of the reviewer; null when that person has not judged.</param>
    /// <param name="floor">What fired gates demand now; they may have fired after the judgement.</param>
    public static int? LevelOf(int? team, int? reviewer, RiskFloor floor) =>
        (team is null && reviewer is null) ? null : Math.Max(Math.Max(team ?? 0, reviewer ?? 0), floor.Level);

    /// <summary>In what a risk ends now; a decision that holds comes before a measure.</summary>
    /// <param name="isAccepted">Whether an acceptance is in force.</param>
    /// <param name="hasMeasure">Whether an action of the plan that was not dropped is linked to it.</param>
    public static RiskEnding EndingOf(bool isAccepted, bool hasMeasure) =>
        isAccepted ? RiskEnding.Accepted : hasMeasure ? RiskEnding.Measure : RiskEnding.None;
}
