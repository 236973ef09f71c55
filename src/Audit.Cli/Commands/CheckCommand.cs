using System.CommandLine;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Data.Templates.Lint;
using Audit.Workflows.Definitions;

namespace Audit.Cli.Commands;

/// <summary><c>audit check</c>: every error in the given files and folders, with its line.</summary>
internal static class CheckCommand
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Bestanden of mappen", Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
            {
                result.AddError($"onbekende optie {option.Value}");
            }
        });
        var command = new Command("check", "Controleer instrumenten, profielen, maatregelen, workflows en antwoorden") { paths };
        command.SetAction(parsed => Check(parsed.GetValue(paths)!));
        return command;
    }

    private static int Check(IEnumerable<string> paths)
    {
        var set = new TemplateSet();
        var workflows = new List<Problem>();
        var count = 0;
        foreach (var file in paths.SelectMany(FilesOf).Distinct())
        {
            count += Add(file, set, workflows) ? 1 : 0;
        }

        set.CheckReferences();
        var failed = Output.Report(set.Problems.Concat(workflows).Concat(ContentLint.Check(set)));
        if (failed)
        {
            return ExitCode.InputAtFault;
        }

        Console.WriteLine(count == 1 ? "1 bestand gecontroleerd, geen fouten." : $"{count} bestanden gecontroleerd, geen fouten.");
        return ExitCode.Done;
    }

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
        : [path];

    private static bool Add(string file, TemplateSet set, List<Problem> workflows)
    {
        var problems = new ProblemList(file);
        var root = DocumentReader.ReadFile(file, problems);
        var map = root as MapNode;
        if (map?.Text("$schema")?.Contains("json-schema.org", StringComparison.Ordinal) == true)
        {
            return false;
        }

        if (map is not null && map.Find("schema") is null && Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            workflows.AddRange(DefinitionFile.Load(file).Problems);
        }
        else
        {
            set.Add(root, problems);
        }

        return true;
    }
}
