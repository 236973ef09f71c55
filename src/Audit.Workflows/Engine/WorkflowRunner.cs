using Audit.Data.Database;
using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Engine;

/// <summary>A change of the domain in the same transaction as the step; a text means refused, with the reason for the reader.</summary>
public delegate Task<string?> DomainChange(AuditContext db);

/// <summary>What became of starting a process.</summary>
/// <param name="InstanceId">The process; null when it did not start.</param>
/// <param name="Reason">Why not, for the reader.</param>
public sealed record StartResult(Guid? InstanceId, string? Reason = null);

/// <summary>The one way in which pages, commands and the poller move processes: each call is one transaction.</summary>
/// <remarks>When an activity fails, that transaction is undone and a second one records the incident.</remarks>
public sealed class WorkflowRunner(AuditDatabase database, IWorkflowEngine engine)
{
    /// <summary>The same for processes of all bodies, whoever is signed in: for what time moves.</summary>
    public WorkflowRunner OverAllBodies() => new(database.OverAllBodies(), engine);

    /// <summary>Begins a process, after a change such as writing the case itself.</summary>
    public async Task<StartResult> StartAsync(
        StartRequest request, DateTime nowUtc, DomainChange? change = null, CancellationToken cancellation = default)
    {
        try
        {
            return await database.WriteAsync(
                async db =>
                {
                    await ApplyAsync(db, change);
                    return new StartResult(await engine.StartAsync(db, request, nowUtc, cancellation));
                },
                cancellation);
        }
        catch (NotTakenException notTaken)
        {
            return new(null, notTaken.Result.Reason);
        }
        catch (TextNotStorableException refusal)
        {
            return new(null, Tr(refusal.Why));
        }
        catch (ActivityFailedException failure)
        {
            return new(null, Tr(failure.Why));
        }
    }

    /// <summary>Finishes a step: the domain's change first, then the process moves. Both or neither.</summary>
    public async Task<SubmitResult> SubmitAsync(
        StepSubmission submission, DateTime nowUtc, DomainChange? change = null, CancellationToken cancellation = default)
    {
        try
        {
            return await database.WriteAsync(db => SubmitInsideAsync(db, submission, nowUtc, change), cancellation);
        }
        catch (NotTakenException notTaken)
        {
            return notTaken.Result;
        }
        catch (TextNotStorableException refusal)
        {
            return SubmitResult.Refused(Tr(refusal.Why));
        }
        catch (ActivityFailedException failure)
        {
            return await RecordAsync(submission.StepId, failure, cancellation);
        }
    }

    /// <summary>Moves every process whose moment has come, each in its own transaction.</summary>
    /// <returns>How many moved.</returns>
    public async Task<int> FireDueTimersAsync(DateTime nowUtc, CancellationToken cancellation = default)
    {
        IReadOnlyList<DueTimer> due;
        await using (var db = database.Read())
        {
            due = await engine.DueTimersAsync(db, nowUtc, cancellation);
        }

        var fired = 0;
        foreach (var timer in due)
        {
            fired += await FireAsync(timer, nowUtc, cancellation) ? 1 : 0;
        }

        return fired;
    }

    /// <summary>Tries a failed timed step again, after a change such as the record of who did so.</summary>
    public async Task<SubmitResult> RetryAsync(
        Guid stepId, DateTime nowUtc, DomainChange? change = null, CancellationToken cancellation = default)
    {
        try
        {
            return await database.WriteAsync(
                async db =>
                {
                    await ApplyAsync(db, change);
                    var result = await engine.RetryAsync(db, stepId, nowUtc, cancellation);
                    return result.IsTaken ? result : throw new NotTakenException(result);
                },
                cancellation);
        }
        catch (NotTakenException notTaken)
        {
            return notTaken.Result;
        }
        catch (ActivityFailedException failure)
        {
            return await RecordAsync(stepId, failure, cancellation);
        }
    }

    /// <inheritdoc cref="IWorkflowEngine.CancelAsync"/>
    public Task<bool> CancelAsync(Guid instanceId, DateTime nowUtc, CancellationToken cancellation = default) =>
        database.WriteAsync(db => engine.CancelAsync(db, instanceId, nowUtc, cancellation), cancellation);

    /// <inheritdoc cref="IWorkflowEngine.OpenStepsAsync"/>
    public async Task<IReadOnlyList<OpenStep>> OpenStepsAsync(Guid assessmentId, CancellationToken cancellation = default)
    {
        await using var db = database.Read();
        return await engine.OpenStepsAsync(db, assessmentId, cancellation: cancellation);
    }

    /// <inheritdoc cref="IWorkflowEngine.ReloadDefinitionsAsync"/>
    public Task<IReadOnlyList<Problem>> ReloadDefinitionsAsync(string folder, DateTime nowUtc, CancellationToken cancellation = default) =>
        database.WriteAsync(db => engine.ReloadDefinitionsAsync(db, folder, nowUtc, cancellation), cancellation);

    private static async Task ApplyAsync(AuditContext db, DomainChange? change)
    {
        if (change is not null && await change(db) is { } reason)
        {
            throw new NotTakenException(SubmitResult.Refused(reason));
        }
    }

    private async Task<SubmitResult> SubmitInsideAsync(AuditContext db, StepSubmission submission, DateTime nowUtc, DomainChange? change)
    {
        // Looked at before the change: a form sent twice must not be told that its own first half stands in the way.
        var result = await engine.CheckAsync(db, submission);
        if (result is null)
        {
            await ApplyAsync(db, change);
            await ApplyAsync(db, unsaved => FourEyes.RefusalAsync(unsaved, submission));
            result = await engine.SubmitAsync(db, submission, nowUtc);
        }

        return result.IsTaken ? result : throw new NotTakenException(result);
    }

    private async Task<bool> FireAsync(DueTimer timer, DateTime nowUtc, CancellationToken cancellation)
    {
        try
        {
            return await database.WriteAsync(db => engine.FireTimerAsync(db, timer.TimerId, nowUtc, cancellation), cancellation);
        }
        catch (ActivityFailedException failure)
        {
            await RecordAsync(timer.StepId, failure, cancellation);
            return false;
        }
    }

    private async Task<SubmitResult> RecordAsync(Guid stepId, ActivityFailedException failure, CancellationToken cancellation)
    {
        await database.WriteAsync(db => engine.RecordIncidentAsync(db, stepId, failure.Why, cancellation), cancellation);
        return SubmitResult.Refused(Tr(failure.Why));
    }

    /// <summary>Undoes the transaction and carries the answer out of it.</summary>
    private sealed class NotTakenException(SubmitResult result) : Exception(result.Reason)
    {
        public SubmitResult Result { get; } = result;
    }
}
