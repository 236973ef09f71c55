using System.Data.Common;
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

/// <summary>Counts the moments of one walk and stops it at one of them, in the middle of whatever it was doing.</summary>
public sealed class KillSwitch : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly List<Moment> moments = [];

    public IReadOnlyList<Moment> Moments => moments;

    /// <summary>What the worker is doing now.</summary>
    public string Doing { get; set; } = string.Empty;

    /// <summary>Number of the moment at which to stop; 0 = never.</summary>
    public int KillAt { get; init; }

    /// <summary>What happens at that moment; it returns only if the walk is to go on a little longer.</summary>
    public Func<Task> Stopped { get; init; } = () => Task.CompletedTask;

    /// <summary>Called when a transaction has been committed.</summary>
    public Func<Task> Committed { get; init; } = () => Task.CompletedTask;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(MomentKind.BeforeCommand);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(MomentKind.BeforeCommand);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await PassAsync(MomentKind.BeforeCommand);
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await PassAsync(MomentKind.BeforeCommit);
        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await PassAsync(MomentKind.AfterCommit);
        await Committed();
    }

    private Task PassAsync(MomentKind kind)
    {
        moments.Add(new(moments.Count + 1, kind, Doing));
        return moments.Count == KillAt ? Stopped() : Task.CompletedTask;
    }
}
