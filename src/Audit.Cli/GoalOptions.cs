using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Audit.Core.Actions;

namespace Audit.Cli;

/// <summary>What a plan is asked to reach, on the command line. Without these options: the target class.</summary>
internal sealed class GoalOptions
{
    private const string Class = "class";
    private const string Budget = "budget";
    private const string Reduction = "reduction";

    private readonly Option<string> goal = new("--goal")
    {
        Description = "Wat het plan moet bereiken: de klasse van --target met zo min mogelijk inspanning, de grootste verlaging binnen --budget, of de grootste verlaging",
        HelpName = "DOEL",
        DefaultValueFactory = _ => Class,
    };

    private readonly Option<int?> budget = new("--budget") { Description = "Inspanning die het plan hooguit mag kosten, voor alle taken samen; bij --goal budget", HelpName = "PUNTEN" };

    public void AddTo(Command command)
    {
        goal.AcceptOnlyFromAmong(Class, Budget, Reduction);
        command.Options.Add(goal);
        command.Options.Add(budget);
        command.Validators.Add(Check);
    }

    /// <summary>The goal; null for the target class.</summary>
    public PlanAim? Find(ParseResult parsed) => parsed.GetValue(goal) switch
    {
        Budget => new WithinBudget(parsed.GetValue(budget)!.Value),
        Reduction => new LargestReduction(),
        _ => null,
    };

    /// <summary>The goal as <c>--json</c> writes it.</summary>
    public static JsonObject ToJson(PlanAim aim) => aim is WithinBudget within
        ? new() { ["kind"] = Budget, ["effort"] = within.Effort }
        : new() { ["kind"] = Reduction };

    private void Check(CommandResult result)
    {
        var wanted = result.GetValue(goal) == Budget;
        var given = result.GetResult(budget) is { } found && found.Errors.Any() ? 0 : result.GetValue(budget);
        if (wanted != given is not null)
        {
            result.AddError(wanted ? "bij --goal budget hoort --budget met het aantal punten" : "--budget hoort bij --goal budget");
        }
        else if (given < 0)
        {
            result.AddError("--budget is een heel getal van 0 of meer");
        }
    }
}
