using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Whether a database is older or newer than this program, by the migrations that both know.</summary>
internal static class SchemaAge
{
    /// <summary>Refuses a database that a later version of the program has migrated; an older program would damage it.</summary>
    /// <exception cref="DatabaseRefusedException">It holds a migration that this program does not know.</exception>
    public static async Task RefuseNewerAsync(AuditContext context, CancellationToken cancellation)
    {
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellation);
        if (applied.Except(context.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            throw new DatabaseRefusedException(
                $"De database is nieuwer dan dit programma (onbekende migratie '{unknown}'). Gebruik de versie van het programma die bij de database hoort; er is niets gewijzigd.");
        }
    }

    /// <summary>Whether a database exists and has every migration.</summary>
    public static async Task<bool> IsNewestAsync(AuditContext context, CancellationToken cancellation) =>
        !(await context.Database.GetPendingMigrationsAsync(cancellation)).Any();
}
