using Audit.Core.Scoring;
using Audit.Data.Database;

namespace Audit.Workflows.Administration;

/// <summary>A case and what another version of its instrument would mean for it: numbers and reasons, never what was answered.</summary>
public sealed record CaseOnVersion
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required AssessmentStatus Status { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>Version on which it runs.</summary>
    public required string Version { get; init; }

    /// <summary>Changes with the case, its tasks, its answers and its register: whatever the effect depends on.</summary>
    public required Guid State { get; init; }

    public required VersionEffect Effect { get; init; }

    /// <summary>Whether an action plan was made.</summary>
    public required bool HasPlan { get; init; }

    /// <summary>Whether somebody decided on it in a review or approval.</summary>
    public required bool HasDecision { get; init; }

    public bool IsRunning => Status is AssessmentStatus.Running;

    /// <summary>Why it cannot be moved, in Dutch; null when it can.</summary>
    public string? Refusal => !IsRunning ? Tr($"deze doorlichting is vastgesteld of afgerond en blijft op haar versie")
        : HasPlan ? Tr($"er is al een actieplan, en dat hoort bij de vragen van deze versie")
        : HasDecision ? Tr($"er is al een besluit genomen in de beoordeling, en dat gaat over de vragen van deze versie")
        : null;
}
