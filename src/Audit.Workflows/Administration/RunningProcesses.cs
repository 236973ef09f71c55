using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Administration;

/// <summary>A running process as the administrator of its body may know of it: where it is, never what was answered in it.</summary>
public sealed record RunningProcess
{
    public required Guid InstanceId { get; init; }

    public required Guid AssessmentId { get; init; }

    /// <summary>Name of the case.</summary>
    public required string CaseName { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>Version of the definition on which it runs.</summary>
    public required int Version { get; init; }

    public required DateTime StartedUtc { get; init; }

    /// <summary>Changes with every step of the process.</summary>
    public required Guid State { get; init; }
}

/// <summary>An open step of a running process.</summary>
public sealed record RunningStep
{
    public required Guid StepId { get; init; }

    public required Guid InstanceId { get; init; }

    public required string CaseName { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    /// <summary>Path of its activity in the definition.</summary>
    public required string Path { get; init; }

    /// <summary>Open, or failed when a moment could not move it.</summary>
    public required StepStatus Status { get; init; }

    public required DateTime OpenedUtc { get; init; }

    /// <summary>Why it could not go on; null when nothing went wrong.</summary>
    public required string? Incident { get; init; }
}

/// <summary>The only way for administrators to running processes: those of their own body, and never the handling of a suspicion.</summary>
public static class RunningProcesses
{
    /// <summary>Whether the processes of a definition are nobody's business but that of the people concerned.</summary>
    public static bool AreHidden(string definitionId) => definitionId == Processes.Suspicion;

    /// <summary>The running processes of a body.</summary>
    public static IQueryable<RunningProcess> Of(AuditContext db, Guid bodyId) =>
        from instance in db.WorkflowInstances
        join assessment in db.Assessments on instance.AssessmentId equals assessment.Id
        join definition in db.WorkflowDefinitions on instance.WorkflowDefinitionId equals definition.Id
        where assessment.BodyId == bodyId
            && instance.Status == WorkflowStatus.Running
            && definition.DefinitionId != Processes.Suspicion
            && !db.Suspicions.Any(suspicion => suspicion.InstanceId == instance.Id)
        select new RunningProcess
        {
            InstanceId = instance.Id,
            AssessmentId = assessment.Id,
            CaseName = assessment.Name,
            DefinitionId = definition.DefinitionId,
            Version = definition.DefinitionVersion,
            StartedUtc = instance.StartedUtc,
            State = instance.Version,
        };

    /// <summary>Their open steps.</summary>
    public static IQueryable<RunningStep> StepsOf(AuditContext db, Guid bodyId) =>
        from process in Of(db, bodyId)
        join step in db.WorkflowSteps on process.InstanceId equals step.InstanceId
        where step.Status == StepStatus.Open || step.Status == StepStatus.Failed
        select new RunningStep
        {
            StepId = step.Id,
            InstanceId = process.InstanceId,
            CaseName = process.CaseName,
            DefinitionId = process.DefinitionId,
            Version = process.Version,
            Path = step.Path,
            Status = step.Status,
            OpenedUtc = step.OpenedUtc,
            Incident = step.Incident,
        };
}
