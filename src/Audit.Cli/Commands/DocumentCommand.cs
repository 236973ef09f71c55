using System.CommandLine;
using Audit.Core;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;

namespace Audit.Cli.Commands;

/// <summary><c>audit workflow document</c>: a page with drawing and table for every definition of a folder, and a list of them in the README.</summary>
internal static class DocumentCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("MAP") { Description = "Map met werkstromen" };
        var target = new Argument<string>("DOEL") { Description = "Map waarin de bladzijden komen" };
        var command = new Command("document", "Schrijf per werkstroom een bladzijde met tekening en tabel, en de lijst in README.md") { folder, target };
        command.SetAction(parsed => Write(parsed.GetValue(folder)!, parsed.GetValue(target)!));
        return command;
    }

    private static int Write(string folder, string target)
    {
        var (definitions, problems) = DefinitionFolder.Load(folder);
        var readme = Path.Combine(target, DefinitionDocuments.Readme);
        var pages = DefinitionDocuments.Of([.. definitions.Select(loaded => loaded.Definition)], File.Exists(readme) ? File.ReadAllText(readme) : null);
        if (Output.Report(problems.Concat(pages is null ? [NoPlaceIn(readme)] : [])) || pages is null)
        {
            return ExitCode.InputAtFault;
        }

        foreach (var (name, text) in pages)
        {
            if (!Output.WriteFile(Path.Combine(target, name), path => WriteIn(target, path, text)))
            {
                return ExitCode.InputAtFault;
            }
        }

        Console.WriteLine($"{pages.Count} bestanden geschreven in {target}.");
        return ExitCode.Done;
    }

    private static Problem NoPlaceIn(string readme) =>
        new(readme, 1, Sentence.Of($"de regels '{DefinitionDocuments.ListBegins}' en '{DefinitionDocuments.ListEnds}' ontbreken; daartussen komt de lijst"));

    private static void WriteIn(string folder, string path, string text)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, text);
    }
}
