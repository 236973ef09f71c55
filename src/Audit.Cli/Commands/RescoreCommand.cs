using System.CommandLine;
using Audit.Data.Results;
using Audit.Data.Templates.Documents;

namespace Audit.Cli.Commands;

/// <summary><c>audit rescore</c>: repeats the calculation of a receipt.</summary>
internal static class RescoreCommand
{
    public static Command Create()
    {
        var receipt = new Argument<string>("RECEIPT") { Description = "Rekenbewijs, geschreven met --receipt" };
        var command = new Command("rescore", "Herhaal de berekening van een rekenbewijs en vergelijk de uitkomst") { receipt };
        command.SetAction(parsed =>
        {
            var problems = new ProblemList(parsed.GetValue(receipt)!);
            var run = Receipt.Rescore(problems.Path, problems);
            if (Output.Report(problems.All) || run is null)
            {
                return ExitCode.InputAtFault;
            }

            Console.WriteLine($"Het rekenbewijs klopt: herberekening geeft voor {run.Tasks.Count} taken hetzelfde resultaat.");
            foreach (var task in run.Tasks)
            {
                Console.WriteLine(ScoreCommand.Describe(task));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
