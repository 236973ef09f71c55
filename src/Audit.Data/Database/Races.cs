using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Recognises that another writer was first, so that reading and deciding again will succeed.</summary>
internal static class Races
{
    private const int DeadlockVictim = 1205;

    /// <summary>Whether a change failed only because of another one at the same time.</summary>
    public static bool Lost(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException update => Duplicates.Caused(update) || IsDeadlock(update.InnerException),
        _ => IsDeadlock(failure),
    };

    private static bool IsDeadlock(Exception? failure) => failure is SqlException { Number: DeadlockVictim };
}
