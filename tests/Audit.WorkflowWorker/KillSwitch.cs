using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Audit.WorkflowWorker;

/// <summary>Where between two instructions to the database a process can be killed.</summary>
public enum MomentKind
{
    BeforeCommand,
    BeforeCommit,
    AfterCommit,
}

/// <summary>A moment that a walk passed.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Kind">What was about to happen, or had just happened.</param>
/// <param name="Doing">What the worker was doing, as in <see cref="CaseWalker"/>.</param>
public sealed record Moment(int Number, MomentKind Kind, string Doing);

/// <summary>Counts the moments of a walk and ends the process at one of them, with a signal that nothing can catch.</summary>
public sealed class KillSwitch : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly List<Moment> moments = [];

    public IReadOnlyList<Moment> Moments => moments;

    /// <summary>What the worker is doing now.</summary>
    public string Doing { get; set; } = string.Empty;

    public int KillAt { get; init; }

    public int KillAfterMicroseconds { get; init; }

    /// <summary>Called when a transaction has been committed.</summary>
    public Func<Task> Committed { get; init; } = () => Task.CompletedTask;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Pass(MomentKind.BeforeCommand);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Pass(MomentKind.BeforeCommand);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Pass(MomentKind.BeforeCommand);
        return new(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Pass(MomentKind.BeforeCommit);
        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Pass(MomentKind.AfterCommit);
        return Committed();
    }

    private static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    private void Pass(MomentKind kind)
    {
        moments.Add(new(moments.Count + 1, kind, Doing));
        if (moments.Count != KillAt)
        {
            return;
        }

        if (KillAfterMicroseconds == 0)
        {
            Die();
        }

        var since = Stopwatch.GetTimestamp();
        new Thread(() =>
        {
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since).TotalMicroseconds >= KillAfterMicroseconds);
            Die();
        }).Start();
    }
}
