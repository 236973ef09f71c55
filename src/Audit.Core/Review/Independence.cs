namespace Audit.Core.Review;

/// <summary>"De slager keurt zijn eigen vlees niet": who judges a case was never on its team.</summary>
/// <remarks>Source: question on independence in the letter to the Eerste Kamer of 28 August 2024 (35 741, H).</remarks>
public static class Independence
{
    private static readonly HashSet<string> Team = ["assessor", "coach"];
    private static readonly HashSet<string> Judges = ["auditor", "sponsor"];

    /// <summary>Whether a person with these roles in a case may take a step that belongs to a role.</summary>
    /// <param name="stepRole">Role of the step in the workflow definition.</param>
    /// <param name="roles">Roles of the person in this case.</param>
    public static bool MayAct(string stepRole, IReadOnlyCollection<string> roles) =>
        roles.Contains(stepRole) && !(IsJudge(stepRole) && roles.Any(Team.Contains));

    /// <summary>Whether a person may take over a step whose deadline has passed. A judgement is never taken over: the other role is only warned.</summary>
    /// <param name="stepRole">Role of the step in the workflow definition.</param>
    /// <param name="otherRole">Role that is brought in after the deadline.</param>
    /// <param name="roles">Roles of the person in this case.</param>
    public static bool MayTakeOver(string stepRole, string otherRole, IReadOnlyCollection<string> roles) =>
        !IsJudge(stepRole) && MayAct(otherRole, roles);

    /// <summary>Whether the roles of one person in one case go together: nobody fills in and judges.</summary>
    /// <param name="roles">Roles of the person in this case.</param>
    public static bool Allows(IReadOnlyCollection<string> roles) => !(roles.Any(Team.Contains) && roles.Any(Judges.Contains));

    private static bool IsJudge(string role) => Judges.Contains(role);
}
