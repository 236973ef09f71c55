using Microsoft.Data.Sqlite;

namespace Audit.Data.Database;

/// <summary>Copies a SQLite database to a file while it is in use.</summary>
public static class SqliteBackup
{
    /// <summary>A database file and what SQLite may put beside it.</summary>
    private static readonly string[] Endings = ["", "-wal", "-shm", "-journal"];

    /// <summary>Writes a copy as it is at this moment, checks it, and only then puts it in its place.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="target">Path of the backup.</param>
    /// <param name="overwrite">Whether an existing backup may be replaced.</param>
    /// <exception cref="DatabaseRefusedException">There is nothing to copy, the place is taken, or the copy is damaged.</exception>
    public static void Write(string connection, string target, bool overwrite)
    {
        RefuseUnfit(SqliteFile.PathOf(connection), SqliteFile.Resolve(target), overwrite);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            WriteChecked(connection, temporary);
            File.Move(temporary, target, overwrite);
        }
        catch (SqliteException failure) when (SqliteFile.ReasonOf(failure) is { } reason)
        {
            throw new DatabaseRefusedException($"De reservekopie is niet gemaakt. {reason}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException($"{target}: kan het bestand niet schrijven ({failure.Message})", failure);
        }
        finally
        {
            Remove(temporary);
        }
    }

    /// <exception cref="DatabaseRefusedException">A backup is not there, or is damaged.</exception>
    public static void RefuseDamaged(string backup)
    {
        if (!File.Exists(backup))
        {
            throw new DatabaseRefusedException($"De reservekopie '{backup}' bestaat niet.");
        }

        using var open = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = backup, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        try
        {
            open.Open();
            if (SqliteFile.DamageIn(open) is { } damage)
            {
                throw new DatabaseRefusedException($"De reservekopie is beschadigd ({damage}); er is niets teruggezet.");
            }
        }
        catch (SqliteException failure) when (SqliteFile.ReasonOf(failure) is { } reason)
        {
            throw new DatabaseRefusedException($"De reservekopie kan niet worden gelezen; er is niets teruggezet. {reason}", failure);
        }
    }

    /// <summary>Puts a backup in the place of a database that nobody uses.</summary>
    /// <param name="backup">The backup, which was looked at before.</param>
    /// <param name="connection">The database.</param>
    /// <param name="replace">Whether there may be one already; it is kept under another name.</param>
    /// <returns>Where the earlier database is kept; null when there was none.</returns>
    /// <exception cref="DatabaseRefusedException">The database is in use, or is there and may not be replaced.</exception>
    public static string? Restore(string backup, string connection, bool replace)
    {
        var target = SqliteFile.PathOf(connection);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            RefuseInUse(target, replace);
            File.Copy(backup, temporary);
            var kept = File.Exists(target) ? $"{target}.vervangen-{DateTime.UtcNow:yyyyMMdd-HHmmss}" : null;
            foreach (var ending in Endings.Where(ending => File.Exists(target + ending)))
            {
                File.Move(target + ending, (kept ?? temporary) + ending);
            }

            File.Move(temporary, target);
            return kept;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException($"{target}: kan het bestand niet schrijven ({failure.Message})", failure);
        }
        finally
        {
            Remove(temporary);
        }
    }

    /// <summary>Whoever has the database open keeps its files beside it; the last one that closes it takes them away.</summary>
    private static void RefuseInUse(string target, bool replace)
    {
        if (!File.Exists(target))
        {
            return;
        }

        if (!replace)
        {
            throw new DatabaseRefusedException($"'{target}' bestaat al. Stop de toepassing en vervang de database met --replace; de oude blijft onder een andere naam staan.");
        }

        try
        {
            SqliteFile.RefuseSharing(target);
        }
        catch (SqliteException failure)
        {
            throw new DatabaseRefusedException($"'{target}' is in gebruik of onleesbaar ({failure.Message}). Stop de toepassing. Is het bestand kapot, zet het dan zelf opzij.", failure);
        }
    }

    private static void RefuseUnfit(string source, string target, bool overwrite)
    {
        if (!File.Exists(source))
        {
            throw new DatabaseRefusedException($"De database '{source}' bestaat niet.");
        }

        if (source == target)
        {
            throw new DatabaseRefusedException("De reservekopie kan niet op de plaats van de database zelf komen.");
        }

        if (File.Exists(target) && !overwrite)
        {
            throw new DatabaseRefusedException($"'{target}' bestaat al; vervang het met --overwrite.");
        }

        if (File.Exists(target + "-wal"))
        {
            throw new DatabaseRefusedException($"'{target}' is als database in gebruik (ernaast staat een bestand '-wal'); kies een andere plaats.");
        }
    }

    private static void WriteChecked(string connection, string temporary)
    {
        var from = new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        var to = new SqliteConnectionStringBuilder { DataSource = temporary, Pooling = false };
        using var source = new SqliteConnection(from.ConnectionString);
        using var copy = new SqliteConnection(to.ConnectionString);
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
        if (SqliteFile.DamageIn(copy) is { } damage)
        {
            throw new DatabaseRefusedException($"De reservekopie is niet gemaakt: de database is beschadigd ({damage}).");
        }

        SqliteFile.LeaveWal(copy);
    }

    private static void Remove(string temporary)
    {
        foreach (var file in Endings.Select(ending => temporary + ending).Where(File.Exists))
        {
            File.Delete(file);
        }
    }
}
