using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq.Expressions;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Audit.SqlServerProof;

/// <summary>Keeps every distinct query, update and delete that this process has EF compile for SQLite, as an expression tree.</summary>
/// <remarks>Listens to EF's own diagnostics, so that nothing in the product knows of it.</remarks>
public static class QueryRecorder
{
    private static readonly ConcurrentDictionary<string, Expression> Recorded = new();

    /// <summary>What was recorded so far, by its printed form.</summary>
    public static IReadOnlyDictionary<string, Expression> Queries => Recorded;

    /// <summary>Begins to record; to be called before the first test.</summary>
    public static void Start() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                value.Subscribe(new Compilations(), name => name == CoreEventId.QueryCompilationStarting.Name);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Compilations : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is QueryExpressionEventData { Context: AuditContext context } data && context.Database.IsSqlite())
            {
                Recorded.TryAdd(data.ExpressionPrinter.PrintExpression(data.Expression), data.Expression);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
