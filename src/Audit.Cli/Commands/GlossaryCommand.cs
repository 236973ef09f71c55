using System.CommandLine;
using Audit.Data.Documents;
using Audit.Data.Templates;

namespace Audit.Cli.Commands;

/// <summary><c>audit glossary</c>: writes the list of terms as a page of the documentation.</summary>
internal static class GlossaryCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("BESTAND") { Description = "De begrippenlijst (YAML)" };
        var target = new Argument<string>("DOEL") { Description = "Bestand waarin de bladzijde komt (Markdown)" };
        var command = new Command("glossary", "Schrijf de begrippenlijst als bladzijde") { file, target };
        command.SetAction(parsed => Write(parsed.GetValue(file)!, parsed.GetValue(target)!));
        return command;
    }

    private static int Write(string file, string target)
    {
        var set = new TemplateSet();
        set.Add(file, Formats.GlossarySchema);
        if (Output.Report(set.Problems))
        {
            return ExitCode.InputAtFault;
        }

        return Output.WriteFile(target, path => File.WriteAllText(path, GlossaryPage.Of(set.Glossaries.Single().Value))) ? ExitCode.Done : ExitCode.InputAtFault;
    }
}
