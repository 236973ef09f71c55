using System.CommandLine;
using Audit.Data.Database;

namespace Audit.Cli.Commands;

/// <summary><c>audit restore</c>: puts a verified backup in the place of a SQLite database that nobody uses.</summary>
internal sealed class RestoreCommand
{
    private readonly Argument<string> source = new("BACKUP") { Description = "De reservekopie" };
    private readonly Option<bool> replace = new("--replace") { Description = "Vervang een bestaande database; die blijft staan onder een andere naam" };
    private readonly Option<bool> accept = new("--accept-findings") { Description = "Zet ook terug als het spoor in de kopie niet klopt" };
    private readonly DatabaseOptions options = new();

    public static Command Create()
    {
        var restore = new RestoreCommand();
        var command = new Command("restore", "Zet een reservekopie terug; controleert haar eerst en weigert als de database in gebruik is") { restore.source, restore.replace, restore.accept };
        restore.options.AddTo(command);
        command.SetAction(restore.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var settings = options.FindOrDefault(parsed);
        if (settings.Provider == DatabaseProvider.SqlServer)
        {
            Console.Error.WriteLine("audit: dit zet alleen SQLite terug. Gebruik voor SQL Server RESTORE DATABASE van SQL Server zelf, en daarna 'audit verify'.");
            return ExitCode.InputAtFault;
        }

        var backup = parsed.GetValue(source)!;
        SqliteBackup.RefuseDamaged(backup);
        if (!await BackupReport.VerifiesAsync(settings, backup, cancellation) && !parsed.GetValue(accept))
        {
            Console.Error.WriteLine("audit: niets teruggezet: het spoor in de reservekopie klopt niet. Kies een oudere kopie, of geef --accept-findings.");
            return ExitCode.InputAtFault;
        }

        if (SqliteBackup.Restore(backup, settings.Connection, parsed.GetValue(replace)) is { } kept)
        {
            Console.WriteLine($"De vorige database staat in {kept}");
        }

        Console.WriteLine($"Teruggezet: {SqliteFile.PathOf(settings.Connection)}");
        return ExitCode.Done;
    }
}
