using Audit.Core.Actions;
using Audit.Core.Scoring;
using Audit.Data.Excel;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Cases;

namespace Audit.Cli;

/// <summary>Begins insights and plans on a second processor while the case is written, and draws a first workbook that is thrown away.</summary>
/// <remarks>
/// The results wait in <see cref="Calculations"/>. The workbook is for speed alone: a command this short mostly waits for code to be
/// compiled, and drawing has it compiled before it is needed.
/// </remarks>
internal static class HeadStart
{
    public static void Take(ScoreRun run, NewCase input)
    {
        if (Environment.ProcessorCount == 1 || run.Tasks.Count == 0)
        {
            return;
        }

        var measures = ContentStore.Merge(input.Content.Measures, run.Instrument.Value.Id);
        DrawWorkbook(run, Calculations.PlanOf(run, run.Answers.Value.Tasks[0], measures, input.Target));
        foreach (var task in run.Answers.Value.Tasks)
        {
            Calculations.PlanOf(run, task, measures, input.Target);
            Calculations.InsightsOf(run, task);
        }
    }

    private static void DrawWorkbook(ScoreRun run, TaskPlan plan)
    {
        var first = run.Tasks[0];
        var actions = InitialActions.From(plan, first.Score, run.Instrument.Value, new(Guid.Empty, run.On));
        var export = new ActionPlanExport
        {
            ExportId = Guid.Empty,
            ExportedAt = DateTimeOffset.UnixEpoch,
            Reviewed = false,
            Body = run.Answers.Value.Organisation.Name,
            AssessmentName = run.Answers.Value.Organisation.Name,
            Instrument = run.Instrument.Value,
            Profile = (ComputedProfile)run.Profile.Value,
            ReferenceDate = run.On,
            InstrumentSha256 = run.Instrument.Sha256,
            ProfileSha256 = run.Profile.Sha256,
            Tasks = [new ExportedTask(run.Answers.Value.Tasks[0], first.Score, first.Insights, plan, actions)],
        };
        if (ActionPlanWorkbook.RefusalOf(export) is null)
        {
            ActionPlanWorkbook.Write(export, Stream.Null);
        }
    }
}
