using System.CommandLine;
using Audit.Data.Documents;
using Audit.Data.Templates;

namespace Audit.Cli.Commands;

/// <summary><c>audit instrument document</c>: a page that shows what each part asks and on which sources it rests.</summary>
internal static class InstrumentDocumentCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("BESTAND") { Description = "De vragenset (YAML)" };
        var target = new Argument<string>("DOEL") { Description = "Bestand waarin de bladzijde komt (Markdown)" };
        var measures = new Option<string[]>("--measures") { Description = "Maatregelen bij de vragenset", AllowMultipleArgumentsPerToken = true };
        var command = new Command("document", "Schrijf per onderdeel wat het vraagt en waar dat op rust") { file, target, measures };
        command.SetAction(parsed => Write(parsed.GetValue(file)!, parsed.GetValue(target)!, parsed.GetValue(measures) ?? []));
        return command;
    }

    private static int Write(string file, string target, string[] measures)
    {
        var set = new TemplateSet();
        set.Add(file, Formats.InstrumentSchema);
        foreach (var path in measures)
        {
            set.Add(path, Formats.MeasuresSchema);
        }

        set.CheckReferences();
        if (Output.Report(set.Problems))
        {
            return ExitCode.InputAtFault;
        }

        var page = InstrumentPage.Of(set.Instruments.Single().Value, [.. set.Catalogues.SelectMany(catalogue => catalogue.Value.Measures)]);
        return Output.WriteFile(target, path => File.WriteAllText(path, page)) ? ExitCode.Done : ExitCode.InputAtFault;
    }
}
