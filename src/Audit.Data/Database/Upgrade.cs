using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Brings a database to the newest schema and makes sure that it can be relied on.</summary>
internal static class Upgrade
{
    /// <remarks>EF locks a database to migrate it, and on SQLite a process that is killed leaves the lock: it is only taken when there is work.</remarks>
    /// <exception cref="DatabaseRefusedException">The database is newer than the program, or its file cannot be used safely.</exception>
    public static async Task RunAsync(AuditContext context, CancellationToken cancellation)
    {
        try
        {
            await SchemaAge.RefuseNewerAsync(context, cancellation);
            if (!await SchemaAge.IsNewestAsync(context, cancellation))
            {
                await context.Database.MigrateAsync(cancellation);
                await NormalizeNamesAsync(context, cancellation);
            }

            if (context.Database.IsSqlite())
            {
                await context.Database.OpenConnectionAsync(cancellation);
                SqliteFile.Harden((SqliteConnection)context.Database.GetDbConnection());
            }
        }
        catch (SqliteException failure) when (SqliteFile.ReasonOf(failure) is { } reason)
        {
            throw new DatabaseRefusedException(reason, failure);
        }
    }

    /// <summary>Bodies written by a version that did not keep the normalised name yet.</summary>
    private static async Task NormalizeNamesAsync(AuditContext context, CancellationToken cancellation)
    {
        foreach (var body in await context.Bodies.Where(body => body.NormalizedName == string.Empty).ToListAsync(cancellation))
        {
            body.NormalizeName();
        }

        await context.SaveChangesAsync(cancellation);
    }
}
