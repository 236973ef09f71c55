using System.CommandLine;
using Audit.Data.Database;

namespace Audit.Cli.Commands;

/// <summary><c>audit backup</c>: a checked copy of a SQLite database, also while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("OUT") { Description = "Bestand waarin de reservekopie komt" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Vervang een bestaand bestand" };
        var options = new DatabaseOptions();
        var command = new Command("backup", "Maak een gecontroleerde reservekopie van een SQLite-database, ook terwijl die in gebruik is") { target, overwrite };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => WriteAsync(options.FindOrDefault(parsed), parsed.GetValue(target)!, parsed.GetValue(overwrite), cancellation));
        return command;
    }

    private static async Task<int> WriteAsync(DatabaseSettings settings, string target, bool overwrite, CancellationToken cancellation)
    {
        if (settings.Provider == DatabaseProvider.SqlServer)
        {
            Console.Error.WriteLine("audit: dit maakt alleen reservekopieën van SQLite. Gebruik voor SQL Server de reservekopie van SQL Server zelf (BACKUP DATABASE).");
            return ExitCode.InputAtFault;
        }

        SqliteBackup.Write(settings.Connection, target, overwrite);
        Console.WriteLine($"Reservekopie gemaakt en gecontroleerd: {target}");
        if (await BackupReport.VerifiesAsync(settings, target, cancellation))
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine("audit: de reservekopie is gemaakt, maar het spoor erin klopt niet. Bewaar haar en zoek eerst uit wat er is gebeurd.");
        return ExitCode.InputAtFault;
    }
}
