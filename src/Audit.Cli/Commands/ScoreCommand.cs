using System.CommandLine;
using System.Globalization;
using Audit.Core.Instruments;
using Audit.Data.Results;
using Audit.Data.Templates;

namespace Audit.Cli.Commands;

/// <summary><c>audit score</c>: scoring alone.</summary>
internal static class ScoreCommand
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static Command Create()
    {
        var (answers, instrument, profile) = (CommonOptions.Answers(), CommonOptions.Instrument(), CommonOptions.Profile());
        var (receipt, json, on) = (CommonOptions.Receipt(), CommonOptions.Json(), CommonOptions.On());
        var command = new Command("score", "Bereken de score van een antwoordenbestand") { answers, instrument, profile, receipt, json, on };
        command.SetAction(parsed =>
        {
            var inputs = new ScoreInputs(parsed.GetValue(answers)!, parsed.GetValue(instrument), parsed.GetValue(profile), parsed.GetValue(on));
            return inputs.Load([], new TemplateSet()) is { } run
                ? Write(run, parsed.GetValue(json), parsed.GetValue(receipt))
                : ExitCode.InputAtFault;
        });
        return command;
    }

    /// <summary>The class of a task in plain Dutch, with its range while answers are open.</summary>
    public static string Describe(ScoredTask task)
    {
        var score = task.Score;
        var range = score.Class.Low == score.Class.High ? Dutchify(score.Class.High) : $"{Dutchify(score.Class.Low)} tot {Dutchify(score.Class.High)}";
        var residual = score.Residual is { } r
            ? string.Create(Dutch, $"restrisico {r.Low:0.00}–{r.High:0.00}, {score.Completeness:P0} beantwoord")
            : "geen restrisico te berekenen";
        return $"{score.TaskName}: klasse {range} ({residual})";
    }

    public static string Dutchify(RiskClass? riskClass) => riskClass switch
    {
        RiskClass.Low => "laag",
        RiskClass.Medium => "midden",
        RiskClass.High => "hoog",
        RiskClass.Critical => "kritiek",
        null => "onbekend",
    };

    public static bool WriteReceipt(string? target, ScoreRun run) => Output.WriteJson(target, run.ToReceipt(DateTimeOffset.UtcNow));

    private static int Write(ScoreRun run, string? json, string? receipt)
    {
        if (!WriteReceipt(receipt, run) || !Output.WriteJson(json, run.ToJson()))
        {
            return ExitCode.InputAtFault;
        }

        if (json != "-")
        {
            Console.WriteLine($"Signaal, geen juridisch oordeel. Peildatum {run.On:yyyy-MM-dd}.");
            foreach (var task in run.Tasks)
            {
                Console.WriteLine(Describe(task));
            }
        }

        return ExitCode.Done;
    }
}
