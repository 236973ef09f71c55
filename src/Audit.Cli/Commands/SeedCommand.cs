using System.CommandLine;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Audit.Workflows.Seed;

namespace Audit.Cli.Commands;

/// <summary><c>audit seed demo</c>: fictitious body, accounts and cases, for trying out.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var options = new DatabaseOptions();
        var demo = new Command("demo", "Vul een database met een verzonnen organisatie en voorbeelddoorlichtingen");
        options.AddTo(demo);
        demo.SetAction(async parsed =>
        {
            if (TemplateFolder.Find(Environment.CurrentDirectory) is not { } folder)
            {
                Console.Error.WriteLine("audit: de mappen 'templates' en 'workflows' zijn niet gevonden");
                return ExitCode.InputAtFault;
            }

            using var database = new AuditDatabase(options.FindOrDefault(parsed));
            await database.MigrateAsync();
            var contents = new ContentStore();
            var runner = new WorkflowRunner(database, new EmbeddedEngine(UnattendedRun.ActivitiesOfHost(contents), new CaseEvents()));
            var nowUtc = DateTime.UtcNow;
            if (Output.Report(await runner.ReloadDefinitionsAsync(folder.Workflows, nowUtc)))
            {
                return ExitCode.InputAtFault;
            }

            await new DemoSeed(database, runner, contents, folder).SeedAsync(nowUtc);
            Console.WriteLine($"Demogegevens staan klaar. Wachtwoord van elk account op demo.example: {DemoUsers.Password}");
            return ExitCode.Done;
        });
        return new Command("seed", "Vul een database met voorbeeldgegevens") { demo };
    }
}
