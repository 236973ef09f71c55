using System.CommandLine;
using Audit.Data.Database;
using Audit.Data.Database.Leaving;

namespace Audit.Cli.Commands;

/// <summary><c>audit body export</c>: writes everything of one body to a ZIP file.</summary>
internal sealed class BodyExportCommand
{
    private readonly DatabaseOptions database = new();
    private readonly Argument<Guid> body = new("ID") { Description = "Nummer van de organisatie" };
    private readonly Option<FileInfo> file = new("--out") { Description = "ZIP-bestand dat gemaakt wordt; een bestaand bestand wordt niet overschreven", Required = true, HelpName = "BESTAND" };
    private readonly Option<DirectoryInfo?> attachments = new("--attachments") { Description = "Map met de bijlagen, als die niet in de database staan", HelpName = "MAP" };

    public static Command Create()
    {
        var options = new BodyExportCommand();
        var command = new Command("export", "Schrijf alle gegevens van één organisatie naar een ZIP-bestand, met aantallen en controlegetallen") { options.body, options.file, options.attachments };
        options.database.AddTo(command);
        command.SetAction(options.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var target = parsed.GetValue(file)!;
        if (target.Exists)
        {
            throw new DatabaseRefusedException($"Het bestand {target.FullName} bestaat al.");
        }

        // Under another name until it is whole, so that half an export is never taken for one.
        var unfinished = target.FullName + ".deel";
        ExportedBody exported;
        try
        {
            using var installation = new AuditDatabase(database.FindOrDefault(parsed));
            await using var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write);
            exported = await new BodyExport(installation, parsed.GetValue(attachments)?.FullName).WriteAsync(parsed.GetValue(body), stream, DateTime.UtcNow, cancellation);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        File.Move(unfinished, target.FullName);
        foreach (var part in exported.Files.Where(part => part.Rows > 0))
        {
            Console.WriteLine($"{part.Name}: {part.Rows} rijen");
        }

        Console.WriteLine($"{exported.Files.Count(part => part.Rows is null)} bijlagen");
        Console.WriteLine($"De gegevens van ‘{exported.BodyName}’ staan in {target.FullName}.");
        if (exported.Missing.Count == 0)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"audit: {exported.Missing.Count} bijlagen ontbreken; staan ze in een map, geef die dan op met --attachments. Het zijn: {string.Join(", ", exported.Missing)}");
        return ExitCode.InputAtFault;
    }
}
