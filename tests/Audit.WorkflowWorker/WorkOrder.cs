using System.Text.Json;

namespace Audit.WorkflowWorker;

/// <summary>How the change of the domain is written.</summary>
public enum ChangeTransaction
{
    /// <summary>With the step, as the product does.</summary>
    WithTheStep,

    /// <summary>In a transaction of its own before the step: wrong on purpose, so that a test of the tests can see it noticed.</summary>
    BeforeTheStep,

    /// <summary>In a transaction of its own after the step: wrong on purpose.</summary>
    AfterTheStep,
}

/// <summary>One case to walk; the parent writes it to a file and names that file.</summary>
public sealed record WorkOrder
{
    public required string Connection { get; init; }

    /// <summary>File to which the worker appends what was acknowledged to it.</summary>
    public required string Log { get; init; }

    public required string DefinitionId { get; init; }

    public required Guid AssessmentId { get; init; }

    public required Guid BodyId { get; init; }

    public required Guid UserId { get; init; }

    public required DateTime StartUtc { get; init; }

    /// <summary>The clock goes no further: a delay that is due later stays open.</summary>
    public required DateTime UntilUtc { get; init; }

    /// <summary>Who works: submissions of two workers can be told apart.</summary>
    public string Worker { get; init; } = "first";

    /// <summary>Decides the order in which open steps are taken.</summary>
    public int Seed { get; init; }

    /// <summary>Reviews as "activity" or "activity:task" that are sent back the first time.</summary>
    public IReadOnlyList<string> SendBack { get; init; } = [];

    /// <summary>Number of the moment at which the process is killed; 0 = never.</summary>
    public int KillAt { get; init; }

    /// <summary>Lets the work go on for this long after that moment, so that the kill falls inside a command or a commit.</summary>
    public int KillAfterMicroseconds { get; init; }

    public ChangeTransaction ChangeTransaction { get; init; }

    /// <summary>Says "ready" after its first commit and goes on when a line arrives: two workers are then warm and have seen the same case.</summary>
    public bool WaitsForGo { get; init; }

    /// <summary>Pause after a commit, in which another process finds the file free: who finds it taken sleeps for 150 ms.</summary>
    public int PauseMilliseconds { get; init; }

    public static WorkOrder Read(string file) => JsonSerializer.Deserialize<WorkOrder>(File.ReadAllText(file))!;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));
}
