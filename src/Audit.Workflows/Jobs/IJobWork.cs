using Audit.Data.Database;

namespace Audit.Workflows.Jobs;

/// <summary>Long work of one kind. It may run more than once, because a node can stop half-way: what it changes goes through <see cref="JobOutcome.Commit"/>.</summary>
public interface IJobWork
{
    /// <summary>The kind, as it stands in <see cref="JobRow.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>Does the work, without changing anything.</summary>
    /// <param name="job">The job, which hears how far it is.</param>
    /// <param name="cancellation">Its maker stops it, or this node stops.</param>
    Task<JobOutcome> RunAsync(JobInHand job, CancellationToken cancellation);
}

/// <summary>What came of a job.</summary>
/// <param name="Text">One or two sentences; stored so that every reader gets them in the own language.</param>
public sealed record JobOutcome(Sentence Text)
{
    /// <summary>True when the work was not done, for the reason in <see cref="Text"/>.</summary>
    public bool IsRefused { get; private init; }

    /// <summary>The file that it made; null when it made none.</summary>
    public JobFile? File { get; init; }

    /// <summary>Local path of the page that shows its result; null when it has none.</summary>
    public string? Path { get; init; }

    /// <summary>What it changes, in the transaction in which the job ends, so that it happens once; a sentence refuses it, with the reason. Null when it changes nothing.</summary>
    public Func<AuditContext, Task<Sentence?>>? Commit { get; init; }

    /// <summary>The work was not done.</summary>
    /// <param name="reason">Why.</param>
    public static JobOutcome Refused(Sentence reason) => new(reason) { IsRefused = true };
}

/// <summary>A file that a job made.</summary>
/// <param name="Name">Its name with extension, without a folder.</param>
/// <param name="Content">Its bytes.</param>
public sealed record JobFile(string Name, byte[] Content);
