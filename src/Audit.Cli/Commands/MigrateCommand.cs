using System.CommandLine;
using Audit.Data.Database;

namespace Audit.Cli.Commands;

/// <summary><c>audit migrate</c>: brings a database to the newest schema.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var options = new DatabaseOptions();
        var command = new Command("migrate", "Breng een database naar het nieuwste schema");
        options.AddTo(command);
        command.SetAction(async parsed =>
        {
            var settings = options.FindOrDefault(parsed);
            using var database = new AuditDatabase(settings);
            await database.MigrateAsync();
            Console.WriteLine($"De database ({settings.Provider}) heeft het nieuwste schema.");
            return ExitCode.Done;
        });
        return command;
    }
}
