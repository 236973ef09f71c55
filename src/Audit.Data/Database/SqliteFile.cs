using Microsoft.Data.Sqlite;

namespace Audit.Data.Database;

/// <summary>What SQLite itself must do for a database file: settings to rely on, and checks that find damage.</summary>
/// <remarks>The settings of SQLite are statements and EF has no other way to give them: with the compiled schema the only SQL in the source.</remarks>
public static class SqliteFile
{
    /// <summary>Name that EF gives the table of its lock.</summary>
    private const string MigrationLockTable = "__EFMigrationsLock";
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Damaged = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The connection string, but never one that switches foreign keys off, and with the patience of the settings unless it names its own.</summary>
    public static string Reliable(DatabaseSettings settings)
    {
        var builder = new SqliteConnectionStringBuilder(settings.Connection);
        var (isOpen, isImpatient) = (builder.ForeignKeys == false, !builder.ShouldSerialize("Default Timeout") && settings.Patience.TotalSeconds != builder.DefaultTimeout);
        if (!isOpen && !isImpatient)
        {
            return settings.Connection;
        }

        builder.ForeignKeys = isOpen ? true : builder.ForeignKeys;
        builder.DefaultTimeout = isImpatient ? (int)settings.Patience.TotalSeconds : builder.DefaultTimeout;
        return builder.ConnectionString;
    }

    /// <summary>Full path of the file that a connection string names, through links.</summary>
    public static string PathOf(string connection) => Resolve(new SqliteConnectionStringBuilder(connection).DataSource);

    /// <summary>Full path of a file, through links; also of a file that is not there yet.</summary>
    public static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    /// <summary>Sets WAL, so that reading and backup go on while somebody writes, and asserts it and foreign keys.</summary>
    /// <exception cref="DatabaseRefusedException">One of both is impossible.</exception>
    public static void Harden(SqliteConnection open)
    {
        var journal = Lines(open, "PRAGMA journal_mode = WAL").Single();
        if (journal != "wal")
        {
            throw new DatabaseRefusedException(
                $"De database '{open.DataSource}' kan niet in WAL-modus werken (nu: {journal}). Zet het bestand op een lokale schijf; een netwerkmap kan dit niet.");
        }

        if (Lines(open, "PRAGMA foreign_keys").Single() != "1")
        {
            throw new DatabaseRefusedException(
                $"De database '{open.DataSource}' bewaakt geen verwijzingen tussen tabellen. Haal 'Foreign Keys' uit de verbindingstekst.");
        }
    }

    /// <summary>Takes away the lock that a migration left when it was killed. Only for who knows that nobody migrates the file now.</summary>
    public static void ForgetKilledMigration(SqliteConnection open)
    {
        if (Lines(open, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{MigrationLockTable}'").Count > 0)
        {
            Lines(open, $"DELETE FROM {MigrationLockTable}");
        }
    }

    /// <summary>Makes a database one file that can also be opened where nothing may be written.</summary>
    public static void LeaveWal(SqliteConnection open) => Lines(open, "PRAGMA journal_mode = DELETE");

    /// <summary>Fails when another program has the database open: only one alone can take it out of WAL.</summary>
    /// <exception cref="SqliteException">It is in use, or is no database.</exception>
    public static void RefuseSharing(string path)
    {
        using var alone = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 2 }.ConnectionString);
        alone.Open();
        Lines(alone, "PRAGMA journal_mode = DELETE");
        Lines(alone, "PRAGMA locking_mode = EXCLUSIVE");
        Lines(alone, "BEGIN EXCLUSIVE");
        Lines(alone, "ROLLBACK");
    }

    /// <summary>The first damage that SQLite finds in a database, in its own words; null when it is whole.</summary>
    public static string? DamageIn(SqliteConnection open)
    {
        try
        {
            var found = Lines(open, "PRAGMA integrity_check").First();
            return found == "ok"
                ? Lines(open, "PRAGMA foreign_key_check").Select(table => $"verwijzing naar niets in tabel {table}").FirstOrDefault()
                : found.ReplaceLineEndings(" ");
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Damaged or NotADatabase)
        {
            return failure.Message;
        }
    }

    /// <summary>What a failure of SQLite means to who keeps the database, in Dutch; null when it is not about the file.</summary>
    public static string? ReasonOf(SqliteException failure) => failure.SqliteErrorCode switch
    {
        Busy => "Het databasebestand is bezet door een ander programma. Sluit dat, of probeer het later opnieuw.",
        ReadOnly => "Het databasebestand of zijn map is alleen-lezen. Geef het programma schrijfrechten op beide.",
        Damaged => "Het databasebestand is beschadigd. Zet een reservekopie terug.",
        Full => "De schijf met het databasebestand is vol.",
        CannotOpen => "Het databasebestand kan niet worden geopend. Controleer of de map bestaat en of het programma erin mag schrijven.",
        NotADatabase => "Het bestand is geen SQLite-database.",
        _ => null,
    };

    private static List<string> Lines(SqliteConnection open, string statement)
    {
        using var command = open.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
