using Audit.Data.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Audit.Cli.Commands;

/// <summary>Looks into a backup: how much is in it, and whether the chains of its trail verify.</summary>
internal static class BackupReport
{
    /// <summary>Prints what is in it; false when a chain does not verify.</summary>
    public static async Task<bool> VerifiesAsync(DatabaseSettings settings, string file, CancellationToken cancellation)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var copy = new AuditDatabase(settings with { Connection = connection.ConnectionString });
        if (!await copy.HasNewestSchemaAsync(cancellation))
        {
            Console.WriteLine("De kopie is van een andere versie van het programma; het spoor erin is niet nagegaan.");
            return true;
        }

        await using var db = copy.Read();
        Console.WriteLine(
            $"Inhoud: {await db.Bodies.CountAsync(cancellation)} organisaties, {await db.Users.CountAsync(cancellation)} accounts, {await db.Assessments.CountAsync(cancellation)} doorlichtingen, {await db.Answers.CountAsync(cancellation)} antwoorden");
        return await VerifyCommand.ReportAsync(copy, [], cancellation);
    }
}
