using System.CommandLine;
using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;

namespace Audit.Cli.Commands;

/// <summary><c>audit workflow diagram</c>: a definition as a drawing or as a table.</summary>
internal static class DiagramCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Werkstroom (JSON van Elsa 3)" };
        var target = new Option<string?>("--out") { Description = "Schrijf de tekening (SVG) in dit bestand; - is standaarduitvoer", HelpName = "BESTAND" };
        var table = new Option<bool>("--table") { Description = "Schrijf de stappen als tabel (Markdown) op standaarduitvoer" };
        var command = new Command("diagram", "Teken een werkstroom; zonder opties komt de tekening op standaarduitvoer") { file, target, table };
        command.Validators.Add(result =>
        {
            if (result.GetValue(table) && result.GetValue(target) == "-")
            {
                result.AddError("--out - en --table kunnen niet samen op standaarduitvoer");
            }
        });
        command.SetAction(parsed => Draw(parsed.GetValue(file)!, parsed.GetValue(target), parsed.GetValue(table)));
        return command;
    }

    private static int Draw(string file, string? target, bool table)
    {
        var (definition, problems) = DefinitionFile.Load(file);
        if (Output.Report(problems) || definition is null)
        {
            return ExitCode.InputAtFault;
        }

        var place = target ?? (table ? null : "-");
        if (place is not null && !Output.WriteText(place, DiagramSvg.Write(DefinitionDiagram.Of(definition), SvgOptions.File)))
        {
            return ExitCode.InputAtFault;
        }

        if (table)
        {
            Console.Out.Write(DefinitionPage.TableOf(definition));
        }

        return ExitCode.Done;
    }
}
