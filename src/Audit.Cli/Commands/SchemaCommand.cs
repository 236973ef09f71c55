using System.CommandLine;
using Audit.Data.Templates;
using Audit.Data.Templates.Shapes;

namespace Audit.Cli.Commands;

/// <summary><c>audit schema</c>: writes the JSON Schemas of the file formats, for editors that help an author.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("MAP") { Description = "Map waarin de schema's komen" };
        var command = new Command("schema", "Schrijf de JSON Schema's van de bestandsformaten") { folder };
        command.SetAction(parsed =>
        {
            var target = parsed.GetValue(folder)!;
            Directory.CreateDirectory(target);
            foreach (var (name, shape) in Formats.ByFile)
            {
                File.WriteAllText(Path.Combine(target, $"{name}.schema.json"), SchemaWriter.Write(name, shape));
            }

            Console.WriteLine($"{Formats.ByFile.Count} schema's geschreven in {target}.");
            return ExitCode.Done;
        });
        return command;
    }
}
