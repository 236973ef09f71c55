using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;

namespace Audit.Web.Access;

/// <summary>A case as one of its members sees it.</summary>
/// <param name="Case">The case.</param>
/// <param name="MyRoles">Roles of the member in this case; at least one.</param>
/// <param name="Steps">Every open step, oldest first; those of suspicions have a page of their own.</param>
public sealed record CaseView(Case Case, IReadOnlyCollection<string> MyRoles, IReadOnlyList<OpenStep> Steps)
{
    public Guid Id => Case.Row.Id;

    /// <summary>Name of the main process of the case.</summary>
    public required string Process { get; init; }

    /// <summary>The suspicions in this case that this member may know of.</summary>
    public IReadOnlyList<SuspicionRow> Suspicions { get; init; } = [];

    /// <summary>What this member may do; nothing in a case that can only be read.</summary>
    public MemberRights Rights => new(MyRoles, IsReadOnly ? [] : Steps);

    /// <summary>Whether nobody changes anything in it any more: it was withdrawn, or its period is over.</summary>
    public bool IsReadOnly => ReadOnlyReason is not null;

    /// <summary>Why nobody changes anything in it any more, for people; null when they may.</summary>
    public string? ReadOnlyReason =>
        Case.Row.ErasedUtc is not null ? Tr($"De bewaartermijn van deze doorlichting is voorbij. Wat mensen schreven is gewist. U kunt haar alleen nog lezen.")
        : Case.Row.WithdrawnUtc is not null ? Tr($"Deze doorlichting is ingetrokken. U kunt haar alleen nog lezen.")
        : null;

    /// <summary>The open steps that this member may finish.</summary>
    public IEnumerable<OpenStep> MySteps => Rights.MySteps;

    /// <summary>Whether this member may finish a step.</summary>
    public bool MayAct(OpenStep step) => !IsReadOnly && Rights.MayAct(step);

    /// <summary>Whether this member may finish a step because its deadline has passed.</summary>
    public bool MayTakeOver(OpenStep step) => Rights.MayTakeOver(step);

    /// <summary>An open step; null when it is not open in this case.</summary>
    public OpenStep? Find(Guid stepId) => Steps.FirstOrDefault(step => step.StepId == stepId);

    /// <summary>An open step of a kind; null when there is none.</summary>
    /// <param name="activity">Type of the activity.</param>
    /// <param name="taskKey">Key of the task, or empty outside a branch.</param>
    public OpenStep? Find(string activity, string taskKey = "") =>
        Steps.FirstOrDefault(step => step.Activity == activity && step.TaskKey == taskKey);
}
