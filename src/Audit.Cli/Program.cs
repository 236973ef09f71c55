using System.CommandLine;
using System.Text;
using Audit.Cli;
using Audit.Cli.Commands;
using Audit.Data.Database;

Audit.Data.Languages.Language.StartInDutch();
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Doorlichting van publieke taken op risico's van discriminatie. De score is een signaal, geen juridisch oordeel.")
{
    RunCommand.Create(),
    ScoreCommand.Create(),
    CheckCommand.Create(),
    RescoreCommand.Create(),
    MigrateCommand.Create(),
    DatabaseCommand.Create(),
    BackupCommand.Create(),
    BodyCommand.Create(),
    RestoreCommand.Create(),
    VerifyCommand.Create(),
    RetentionCommand.Create(),
    AnchorCommand.Create(),
    UserCommand.Create(),
    SeedCommand.Create(),
    SchemaCommand.Create(),
    WorkflowCommand.Create(),
    GlossaryCommand.Create(),
    InstrumentCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in UsageErrors.Of(parsed))
    {
        Console.Error.WriteLine($"audit: {error}");
    }

    Console.Error.WriteLine("audit: zie 'audit --help'");
    return ExitCode.WrongUsage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (DatabaseRefusedException refusal)
{
    Console.Error.WriteLine($"audit: {refusal.Message}");
    return ExitCode.InputAtFault;
}
#pragma warning disable CA1031 // The last resort of the program: whatever goes wrong becomes one line and exit code 3.
catch (Exception failure)
#pragma warning restore CA1031
{
    Console.Error.WriteLine($"audit: fout in het programma: {failure.Message}");
    Console.Error.WriteLine(failure.StackTrace);
    return ExitCode.ProgramAtFault;
}
