using Audit.Core.Review;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;

namespace Audit.Web.Access;

/// <summary>A case as one of its members sees it.</summary>
/// <param name="Case">The case.</param>
/// <param name="MyRoles">Roles of the member in this case; at least one.</param>
/// <param name="Steps">Every open step, oldest first.</param>
public sealed record CaseView(Case Case, IReadOnlyCollection<string> MyRoles, IReadOnlyList<OpenStep> Steps)
{
    public Guid Id => Case.Row.Id;

    /// <summary>The open steps that this member may finish.</summary>
    public IEnumerable<OpenStep> MySteps => Steps.Where(MayAct);

    /// <summary>Whether this member may finish a step.</summary>
    public bool MayAct(OpenStep step) => step.IsHuman && Independence.MayAct(step.Role, MyRoles);

    /// <summary>An open step; null when it is not open in this case.</summary>
    public OpenStep? Find(Guid stepId) => Steps.FirstOrDefault(step => step.StepId == stepId);

    /// <summary>An open step of a kind; null when there is none.</summary>
    /// <param name="activity">Type of the activity.</param>
    /// <param name="taskKey">Key of the task, or empty outside a branch.</param>
    public OpenStep? Find(string activity, string taskKey = "") =>
        Steps.FirstOrDefault(step => step.Activity == activity && step.TaskKey == taskKey);
}
