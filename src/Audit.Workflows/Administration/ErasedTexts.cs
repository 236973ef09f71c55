using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Audit.Workflows.Administration;

/// <summary>Columns of one table that are emptied when the period of a case is over.</summary>
public sealed class ErasedTexts
{
    /// <summary>What stands where a text was that may not be missing.</summary>
    public const string Gone = "(gewist)";

    private const string Version = "Version";

    private ErasedTexts(Func<AuditContext, Guid, CancellationToken, Task<int>> count, Func<AuditContext, Guid, CancellationToken, Task> erase) =>
        (CountAsync, EraseAsync) = (count, erase);

    /// <summary>How many rows a case has there.</summary>
    public Func<AuditContext, Guid, CancellationToken, Task<int>> CountAsync { get; }

    /// <summary>Empties them, within the caller's transaction.</summary>
    public Func<AuditContext, Guid, CancellationToken, Task> EraseAsync { get; }

    /// <param name="rows">Rows of a case.</param>
    /// <param name="columns">Names of the properties.</param>
    internal static ErasedTexts Of<T>(Func<AuditContext, Guid, IQueryable<T>> rows, params string[] columns)
        where T : class => new(
            (db, id, cancellation) => rows(db, id).CountAsync(cancellation),
            (db, id, cancellation) => EmptyAsync(rows(db, id), db.Model.FindEntityType(typeof(T))!, columns, cancellation));

    private static Task<int> EmptyAsync<T>(IQueryable<T> rows, IEntityType table, string[] columns, CancellationToken cancellation)
        where T : class => rows.ExecuteUpdateAsync(
            set =>
            {
                foreach (var column in columns)
                {
                    if (table.FindProperty(column)!.IsNullable)
                    {
                        set.SetProperty(row => EF.Property<string?>(row, column), (string?)null);
                    }
                    else
                    {
                        set.SetProperty(row => EF.Property<string>(row, column), row => EF.Property<string>(row, column) == string.Empty ? string.Empty : Gone);
                    }
                }

                if (table.FindProperty(Version) is not null)
                {
                    set.SetProperty(row => EF.Property<Guid>(row, Version), Guid.NewGuid());
                }
            },
            cancellation);
}
