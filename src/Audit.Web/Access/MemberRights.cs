using Audit.Core.Review;
using Audit.Workflows.Engine;

namespace Audit.Web.Access;

/// <summary>What a member of a case may do in the steps that are open.</summary>
/// <param name="Roles">Roles of the member in the case.</param>
/// <param name="Steps">Open steps, of the whole case or of one task.</param>
public sealed record MemberRights(IReadOnlyCollection<string> Roles, IReadOnlyList<OpenStep> Steps)
{
    /// <summary>The open steps that the member may finish.</summary>
    public IEnumerable<OpenStep> MySteps => Steps.Where(MayAct);

    /// <summary>Whether the member may finish a step.</summary>
    public bool MayAct(OpenStep step) => step.IsHuman && (Independence.MayAct(step.Role, Roles) || MayTakeOver(step));

    /// <summary>Whether the member may finish a step because its deadline has passed.</summary>
    public bool MayTakeOver(OpenStep step) =>
        step.EscalatedUtc is not null && step.EscalateTo is { } other && Independence.MayTakeOver(step.Role, other, Roles);
}
