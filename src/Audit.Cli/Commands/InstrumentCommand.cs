using System.CommandLine;
using Audit.Data.Excel.Authoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Cli.Commands;

/// <summary><c>audit instrument</c>: an instrument as a workbook, back from a workbook, and in normal form.</summary>
internal static class InstrumentCommand
{
    public static Command Create() => new("instrument", "Vragensets: bewerk ze in Excel, vergelijk en beschrijf ze")
    {
        Export(),
        Import(),
        Normalise(),
        InstrumentDocumentCommand.Create(),
    };

    private static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "Instrument (YAML of JSON)" };
        var target = new Argument<string>("OUT.xlsx") { Description = "Werkboek dat wordt geschreven" };
        var measures = new Option<string[]>("--measures") { Description = "Maatregelen die in het werkboek meegaan", HelpName = "BESTAND", AllowMultipleArgumentsPerToken = true };
        var command = new Command("export", "Schrijf een instrument als werkboek dat een auteur kan bewerken") { file, target, measures };
        command.SetAction(parsed => Export(parsed.GetValue(file)!, parsed.GetValue(target)!, parsed.GetValue(measures) ?? []));
        return command;
    }

    private static int Export(string file, string target, IReadOnlyList<string> measures)
    {
        if (AuthoringInputs.Load(file, measures) is not { } content)
        {
            return ExitCode.InputAtFault;
        }

        var written = Output.WriteFile(target, path =>
        {
            using var stream = File.Create(path);
            InstrumentWorkbook.Write(content.Instrument, content.Measures, stream);
        });
        if (written)
        {
            Console.WriteLine($"Werkboek geschreven: {target}.");
        }

        return written ? ExitCode.Done : ExitCode.InputAtFault;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE.xlsx") { Description = "Werkboek van 'audit instrument export'" };
        var target = new Argument<string>("OUT") { Description = "Instrument dat wordt geschreven (YAML)" };
        var measures = new Option<string?>("--measures") { Description = "Schrijf de maatregelen uit het werkboek in dit bestand (YAML)", HelpName = "BESTAND" };
        var command = new Command("import", "Lees een bewerkt werkboek; er wordt niets geschreven zolang er een fout in staat") { file, target, measures };
        command.SetAction(parsed => Import(parsed.GetValue(file)!, parsed.GetValue(target)!, parsed.GetValue(measures)));
        return command;
    }

    private static int Import(string file, string target, string? measuresTarget)
    {
        if (AuthoringInputs.LoadWorkbook(file) is not { } content)
        {
            return ExitCode.InputAtFault;
        }

        if (measuresTarget is not null && content.Measures is null)
        {
            Console.Error.WriteLine($"{file}: er staan geen maatregelen in dit werkboek; laat --measures weg");
            return ExitCode.InputAtFault;
        }

        var done = Write(target, content.Instrument, Formats.Instrument, "Instrument")
            && (measuresTarget is null || Write(measuresTarget, content.Measures!, Formats.Measures, "Maatregelen"));
        if (measuresTarget is null && content.Measures is not null)
        {
            Console.WriteLine("De maatregelen uit het werkboek zijn niet geschreven; geef daarvoor --measures BESTAND.");
        }

        return done ? ExitCode.Done : ExitCode.InputAtFault;
    }

    private static bool Write(string target, Node root, Data.Templates.Shapes.Shape shape, string what)
    {
        var (exists, text) = (File.Exists(target), YamlWriter.Write(root, shape));
        if (!Output.WriteFile(target, path => File.WriteAllText(path, text)))
        {
            return false;
        }

        Console.WriteLine($"{what} {(exists ? "vervangen" : "geschreven")}: {target}.");
        return true;
    }

    private static Command Normalise()
    {
        var file = new Argument<string>("FILE") { Description = "Instrument of maatregelen (YAML of JSON)" };
        var target = new Argument<string>("OUT") { Description = "Bestand dat wordt geschreven; zonder: standaarduitvoer", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("normalise", "Schrijf een instrument of maatregelen in één vaste schrijfwijze, om te vergelijken; commentaar vervalt") { file, target };
        command.SetAction(parsed => Normalise(parsed.GetValue(file)!, parsed.GetValue(target)));
        return command;
    }

    private static int Normalise(string file, string? target)
    {
        if (AuthoringInputs.LoadAny(file) is not { } content)
        {
            return ExitCode.InputAtFault;
        }

        return Output.WriteText(target ?? "-", YamlWriter.Write(content.Root, content.Shape)) ? ExitCode.Done : ExitCode.InputAtFault;
    }
}
