using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Actions;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>The main job without a screen: starts the process, feeds every step and reads back what came of it.</summary>
/// <remarks>Nobody reviews or approves on the way, so the result stays a draft.</remarks>
public sealed class UnattendedRun(AuditDatabase database, ContentStore contents)
{
    /// <summary>More steps than any sound definition takes; a definition that goes round for ever is stopped here.</summary>
    private const int MostSteps = 100_000;

    private readonly EmbeddedEngine engine = new(ActivitiesOfHost(contents));

    /// <summary>The activities that this program supplies to the engine.</summary>
    public static IReadOnlyList<IAutomaticActivity> ActivitiesOfHost(ContentStore contents) =>
        [new ScoreTasks(contents), new GenerateActionPlan(contents), new Notify()];

    /// <summary>Runs a case to where only time can move it.</summary>
    /// <param name="definition">The process to run.</param>
    /// <param name="input">The case; its body, tasks and answers come from <paramref name="answers"/>.</param>
    /// <param name="answers">Tasks and answers.</param>
    /// <param name="nowUtc">The moment.</param>
    /// <returns>The report, or the reason in Dutch why it could not be made.</returns>
    public async Task<(CaseReport? Report, string? Reason)> RunAsync(LoadedDefinition definition, NewCase input, Assessment answers, DateTime nowUtc)
    {
        var runner = new WorkflowRunner(database, engine);
        var problems = await database.WriteAsync(db => engine.PublishAsync(db, definition, new(nowUtc, null)));
        if (problems.FirstOrDefault(problem => !problem.IsWarning) is { } problem)
        {
            return (null, problem.ToString());
        }

        var actor = new Actor(null, "zonder scherm ingevoerd", nowUtc);
        var reason = await StartAsync(runner, input, answers, actor) ?? await WalkAsync(runner, input.Id, actor);
        if (reason is not null)
        {
            return (null, reason);
        }

        if (input.Aim is { } aim)
        {
            await database.WriteAsync(db => MakePlanAsync(db, input.Id, aim, actor));
        }

        await using var db = database.Read();
        var report = (await CaseReport.FindAsync(db, contents, input.Id, nowUtc))!;
        return report.Plan is null ? (null, Tr($"de werkstroom '{input.DefinitionId}' maakt geen actieplan")) : (report, null);
    }

    /// <summary>Puts a plan with another goal in the place of the one that the process made; a process that makes none keeps none.</summary>
    private async Task MakePlanAsync(AuditContext db, Guid assessmentId, PlanAim aim, Actor actor)
    {
        if (await db.Plans.AnyAsync(plan => plan.AssessmentId == assessmentId))
        {
            var current = (await Case.FindAsync(db, contents, assessmentId))!;
            var run = current.Score(actor.NowUtc);
            await new PlanRecorder(current, run, actor).WriteAsync(db, aim, Calculations.PlansOf(run, current.Measures, aim, current.Target));
        }
    }

    private async Task<string?> StartAsync(WorkflowRunner runner, NewCase input, Assessment answers, Actor actor)
    {
        try
        {
            var bodyId = await database.WriteAsync(db => FindOrAddAsync(db, answers.Organisation));
            return await new CaseStart(runner).StartAsync(input with { BodyId = bodyId }, actor, db => AnswersIntake.FillInAsync(db, contents, (input.Id, answers), actor));
        }
        catch (TextNotStorableException refusal)
        {
            return Tr(refusal.Why);
        }
    }

    private static async Task<Guid> FindOrAddAsync(AuditContext db, PublicBody body)
    {
        var name = BodyRow.Normalize(body.Name);
        var known = await db.Bodies.OrderBy(row => row.Id).FirstOrDefaultAsync(row => row.NormalizedName == name && row.Identifier == body.Id);
        if (known is null)
        {
            known = new BodyRow { Id = Guid.CreateVersion7(), Name = body.Name, Identifier = body.Id };
            db.Bodies.Add(known);
        }

        return known.Id;
    }

    private static async Task<string?> WalkAsync(WorkflowRunner runner, Guid assessmentId, Actor actor)
    {
        for (var steps = 0; steps < MostSteps;)
        {
            var open = (await runner.OpenStepsAsync(assessmentId)).Where(step => step.IsHuman).ToList();
            if (open.Count == 0)
            {
                return null;
            }

            foreach (var step in open)
            {
                var outcome = ActivityCatalogue.Get(step.Activity).ForwardOutcome;
                var result = await runner.SubmitAsync(new StepSubmission(step.StepId, outcome, Guid.NewGuid(), Guid.NewGuid()), actor.NowUtc);
                if (!result.IsTaken)
                {
                    return result.Reason ?? Tr($"stap '{step.StepKey}' werd niet aangenomen");
                }

                steps++;
            }
        }

        return Tr($"de werkstroom is na {MostSteps} stappen nog niet klaar");
    }
}
