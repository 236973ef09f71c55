using System.Text.Json.Nodes;
using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Chooses measures per task and writes them down as the plan of the body; an earlier plan stays as it was.</summary>
public sealed class GenerateActionPlan(ContentStore contents) : IAutomaticActivity
{
    public string Type => ActivityNames.GenerateActionPlan;

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        var current = await Case.FindAsync(context.Db, contents, context.AssessmentId)
            ?? throw new InvalidOperationException("de doorlichting bestaat niet meer");
        var plan = new PlanRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = current.Row.Id,
            Sequence = await context.Db.Plans.Where(row => row.AssessmentId == current.Row.Id).CountAsync(cancellation) + 1,
            TargetClass = current.Row.TargetClass,
            GeneratedUtc = context.NowUtc,
        };
        context.Db.Plans.Add(plan);
        var run = current.Score(context.NowUtc);
        foreach (var task in current.Answers.Tasks)
        {
            Write(context, current, plan, Calculations.PlanOf(run, task, current.Measures, current.Target));
        }

        context.Db.Trail.Add(new TrailRow
        {
            BodyId = current.Row.BodyId,
            AssessmentId = current.Row.Id,
            UserId = context.UserId,
            AtUtc = context.NowUtc,
            Event = "plan.generated",
            Subject = $"plan {plan.Sequence}",
        });
    }

    private static void Write(ActivityContext context, Case current, PlanRow plan, TaskPlan taskPlan)
    {
        context.Db.PlanTasks.Add(new PlanTaskRow
        {
            Id = Guid.CreateVersion7(),
            PlanId = plan.Id,
            TaskKey = taskPlan.TaskId,
            ClassBeforeLow = (int?)taskPlan.Before.Low,
            ClassBeforeHigh = (int?)taskPlan.Before.High,
            ClassAfterLow = (int?)taskPlan.After.Low,
            ClassAfterHigh = (int?)taskPlan.After.High,
            ProvenLeast = taskPlan.ProvenLeast,
            ResidualAfterLow = taskPlan.ResidualAfter?.Low,
            ResidualAfterHigh = taskPlan.ResidualAfter?.High,
        });
        var today = DateOnly.FromDateTime(context.NowUtc);
        for (var i = 0; i < taskPlan.Measures.Count; i++)
        {
            var planned = taskPlan.Measures[i];
            context.Db.PlannedMeasures.Add(new PlannedMeasureRow
            {
                Id = InitialActions.RowKeyOf(plan.Id, taskPlan.TaskId, planned.Measure.Id),
                PlanId = plan.Id,
                TaskKey = taskPlan.TaskId,
                Position = i,
                MeasureId = planned.Measure.Id,
                MeasureJson = CanonicalJson.Of(TextOf(current, planned.Measure.Id)),
                Because = string.Join(' ', planned.Because),
                ResidualHighAfter = planned.ResidualHighAfter,
                StartDate = today,
                DueDate = today.AddDays(planned.Measure.LeadTimeDays),
                Version = Guid.NewGuid(),
            });
        }
    }

    private static JsonNode? TextOf(Case current, string measureId) =>
        CanonicalJson.ToJson(((ListNode)current.Measures.Root.Find("measures")!).Items.OfType<MapNode>().First(map => map.Text("id") == measureId));
}
