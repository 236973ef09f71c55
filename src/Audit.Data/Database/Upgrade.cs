using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Brings a database to the newest schema and makes sure that it can be relied on.</summary>
internal static class Upgrade
{
    /// <exception cref="DatabaseRefusedException">The database is newer than the program, or its file cannot be used safely.</exception>
    public static async Task RunAsync(AuditContext context, CancellationToken cancellation)
    {
        try
        {
            await SchemaAge.RefuseNewerAsync(context, cancellation);
            if (!await SchemaAge.IsNewestAsync(context, cancellation))
            {
                await MigrateAsync(context, cancellation);
            }

            if (context.Database.IsSqlite())
            {
                SqliteFile.Harden(await OpenAsync(context, cancellation));
            }
        }
        catch (SqliteException failure) when (SqliteFile.ReasonOf(failure) is { } reason)
        {
            throw new DatabaseRefusedException(reason, failure);
        }
    }

    /// <exception cref="DatabaseRefusedException">The database is newer or older than the program, or is no database.</exception>
    public static async Task RefuseOtherAsync(AuditContext context, CancellationToken cancellation)
    {
        try
        {
            await SchemaAge.RefuseNewerAsync(context, cancellation);
            if (!await SchemaAge.IsNewestAsync(context, cancellation))
            {
                throw new DatabaseRefusedException("De database heeft niet het nieuwste schema. Draai er eerst 'audit migrate' op.");
            }
        }
        catch (SqliteException failure) when (SqliteFile.ReasonOf(failure) is { } reason)
        {
            throw new DatabaseRefusedException(reason, failure);
        }
    }

    private static async Task MigrateAsync(AuditContext context, CancellationToken cancellation)
    {
        using var alone = context.Database.IsSqlite() ? await MigrationLock.TakeAsync(SqliteFile.PathOf(context.Database.GetConnectionString()!), cancellation) : null;
        if (alone is not null)
        {
            SqliteFile.ForgetKilledMigration(await OpenAsync(context, cancellation));
        }

        await context.Database.MigrateAsync(cancellation);
        await NormalizeNamesAsync(context, cancellation);
        await DateAdoptionsAsync(context, cancellation);
    }

    private static async Task<SqliteConnection> OpenAsync(AuditContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        return (SqliteConnection)context.Database.GetDbConnection();
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

    /// <summary>Cases adopted by a version that did not keep the moment yet: it is that of the decision.</summary>
    private static async Task DateAdoptionsAsync(AuditContext context, CancellationToken cancellation)
    {
        var adopted = await context.Assessments.Where(row => row.Status != AssessmentStatus.Running && row.AdoptedUtc == null).ToListAsync(cancellation);
        foreach (var row in adopted)
        {
            row.AdoptedUtc = await context.Decisions
                .Where(decision => decision.AssessmentId == row.Id && decision.TaskKey == string.Empty && decision.Outcome == "Approved")
                .MaxAsync(decision => (DateTime?)decision.DecidedUtc, cancellation);
        }

        await context.SaveChangesAsync(cancellation);
    }
}
