using System.CommandLine;
using System.Text.Json.Nodes;
using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Definitions;

namespace Audit.Cli.Commands;

/// <summary><c>audit run</c>: the main job without a screen, from answers to action-plan workbook.</summary>
internal sealed class RunCommand
{
    private readonly Option<string> answers = CommonOptions.Answers();
    private readonly Option<string?> instrument = CommonOptions.Instrument();
    private readonly Option<string?> profile = CommonOptions.Profile();
    private readonly Option<string?> receipt = CommonOptions.Receipt();
    private readonly Option<string?> json = CommonOptions.Json();
    private readonly Option<DateOnly?> on = CommonOptions.On();
    private readonly Option<string?> workflow = new("--workflow") { Description = "Werkstroom; zonder deze optie workflows/doorlichting.json", HelpName = "BESTAND" };
    private readonly Option<string[]> measures = new("--measures") { Description = "Maatregelen; zonder deze optie templates/measures/*.yaml", HelpName = "BESTAND", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> plan = new("--plan") { Description = "Werkboek met het actieplan", HelpName = "UIT.xlsx", Required = true };
    private readonly Option<string> target = new("--target") { Description = "Klasse die het plan wil bereiken", HelpName = "KLASSE", DefaultValueFactory = _ => "medium" };
    private readonly GoalOptions goal = new();
    private readonly DatabaseOptions database = new();

    private RunCommand() => target.AcceptOnlyFromAmong([.. Formats.RiskClasses]);

    public static Command Create()
    {
        var run = new RunCommand();
        var command = new Command("run", "Doe de hele doorlichting zonder scherm: van antwoorden naar actieplan")
        {
            run.answers, run.instrument, run.profile, run.receipt, run.json, run.on, run.workflow, run.measures, run.plan, run.target,
        };
        run.goal.AddTo(command);
        run.database.AddTo(command);
        command.SetAction(run.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var ownDatabase = database.Find(parsed) is null ? Task.Run(() => OpenAsync(parsed), cancellation) : null;
        var folder = TemplateFolder.Find(Environment.CurrentDirectory);
        var named = parsed.GetValue(measures) ?? [];
        var set = new TemplateSet();
        var inputs = new ScoreInputs(parsed.GetValue(answers)!, parsed.GetValue(instrument), parsed.GetValue(profile), parsed.GetValue(on));
        var scored = inputs.Load(named.Length > 0 ? named : folder?.Measures().Select(Relative) ?? [], set);
        var definition = LoadWorkflow(parsed.GetValue(workflow) ?? folder?.DefaultWorkflow);
        if (scored is null || definition is null)
        {
            return ExitCode.InputAtFault;
        }

        var input = new NewCase(Guid.Empty, scored.Answers.Value.Organisation.Name, new(scored.Instrument, scored.Profile, [.. set.Catalogues]))
        {
            ReferenceDate = scored.On,
            Target = (RiskClass)Formats.RiskClasses.ToList().IndexOf(parsed.GetValue(target)!),
            DefinitionId = definition.Definition.DefinitionId,
            Aim = goal.Find(parsed),
        };
        _ = Task.Run(() => HeadStart.Take(scored, input), cancellation);
        using var store = await (ownDatabase ?? OpenAsync(parsed));
        var (report, reason) = await new UnattendedRun(store, new ContentStore()).RunAsync(definition, input, scored.Answers.Value, DateTime.UtcNow);
        if (report is null)
        {
            Console.Error.WriteLine($"{inputs.Answers}:1: {reason}");
            return ExitCode.InputAtFault;
        }

        return Write(parsed, report, scored) ? ExitCode.Done : ExitCode.InputAtFault;
    }

    private static string Relative(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);

    private static LoadedDefinition? LoadWorkflow(string? path)
    {
        if (path is null)
        {
            Console.Error.WriteLine("audit: er is geen werkstroom gevonden; geef hem met --workflow");
            return null;
        }

        var (definition, problems) = DefinitionFile.Load(path);
        Output.Report(problems);
        return definition is null ? null : new LoadedDefinition(path, definition);
    }

    /// <summary>A database of its own in memory can be made while the files are read; a named one is left alone until they prove sound.</summary>
    private async Task<AuditDatabase> OpenAsync(ParseResult parsed)
    {
        var store = database.Find(parsed) is { } settings ? new AuditDatabase(settings) : AuditDatabase.InMemory();
        await store.MigrateAsync();
        return store;
    }

    private bool Write(ParseResult parsed, CaseReport report, ScoreRun scored)
    {
        var export = report.ToExport(Guid.CreateVersion7(), DateTimeOffset.Now);
        if (ActionPlanWorkbook.RefusalOf(export) is { } refusal)
        {
            Console.Error.WriteLine($"{parsed.GetValue(plan)}: {refusal}");
            return false;
        }

        var target = parsed.GetValue(json);
        var written = Output.WriteFile(parsed.GetValue(plan)!, path =>
        {
            using var stream = File.Create(path);
            ActionPlanWorkbook.Write(export, stream);
        });
        if (!written || !ScoreCommand.WriteReceipt(parsed.GetValue(receipt), scored) || !Output.WriteJson(target, ToJson(report, goal.Find(parsed))))
        {
            return false;
        }

        if (target != "-")
        {
            Print(parsed, report);
        }

        return true;
    }

    private static JsonObject ToJson(CaseReport report, PlanAim? aim)
    {
        var json = new JsonObject
        {
            ["reviewed"] = report.Reviewed,
            ["score"] = report.Run.ToJson(),
            ["plan"] = PlanJson.Of(report.Plans),
        };
        if (aim is not null)
        {
            json["goal"] = GoalOptions.ToJson(aim);
        }

        return json;
    }

    private void Print(ParseResult parsed, CaseReport report)
    {
        Console.WriteLine($"Concept, niet beoordeeld. Signaal, geen juridisch oordeel. Peildatum {report.Run.On:yyyy-MM-dd}.");
        foreach (var task in report.Run.Tasks)
        {
            Console.WriteLine(ScoreCommand.Describe(task));
        }

        foreach (var taskPlan in report.Plans)
        {
            var reached = taskPlan.TargetReached ? string.Empty : " (het doel is met deze maatregelen niet te bereiken)";
            Console.WriteLine($"Plan voor {taskPlan.TaskId}: {taskPlan.Measures.Count} maatregelen, klasse daarna {ScoreCommand.Dutchify(taskPlan.After.Working)}{reached}.");
        }

        Console.WriteLine($"Werkboek: {parsed.GetValue(plan)}");
    }
}
