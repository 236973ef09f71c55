using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Brings cases of the demo body to a chosen step without pages, so that a test begins where its subject does.</summary>
public sealed partial class CaseMaker(IServiceProvider services)
{
    private static readonly string[] TeamRoles = [Roles.Assessor, Roles.Coach, Roles.Auditor, Roles.Manager, Roles.Sponsor, Roles.Jurist];

    private readonly AuditDatabase database = services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly WorkflowRunner runner = services.GetRequiredService<WorkflowRunner>().OverAllBodies();
    private readonly ContentStore contents = services.GetRequiredService<ContentStore>();
    private readonly Example example = Example.Read();

    /// <summary>A new case with the answers of the example, at its first open step with this key.</summary>
    /// <param name="stepKey">Key of the step.</param>
    /// <param name="instrument">Another instrument than that of the example.</param>
    public async Task<Guid> MakeAsync(string stepKey, Template<Instrument>? instrument = null)
    {
        var people = await PeopleAsync();
        var coach = people[Roles.Coach];
        var input = new NewCase(coach.BodyId, $"Proef: {stepKey}", instrument is null ? example.Content : example.Content with { Instrument = instrument })
        {
            ReferenceDate = example.Answers.Date,
            Members = [.. TeamRoles.Select(role => new CaseMember(people[role].Id, role))],
        };
        var actor = ActorFor(coach);
        Assert.Null(await new CaseStart(runner).StartAsync(input, actor, db => FillInAsync(db, input.Id, actor)));
        await SetSharedAsync(input.Id, DateTime.UtcNow);
        while (await FirstStepAsync(input.Id) is { } step && step.StepKey != stepKey)
        {
            await SubmitAsync(input.Id, step, ActivityCatalogue.Get(step.Activity).ForwardOutcome);
        }

        return input.Id;
    }

    /// <summary>The same, with answers that are still a draft of the team.</summary>
    public async Task<Guid> MakeDraftAsync(string stepKey)
    {
        var id = await MakeAsync(stepKey);
        await SetSharedAsync(id, null);
        return id;
    }

    private async Task SetSharedAsync(Guid caseId, DateTime? utc) => await database.WriteAsync(async db =>
        (await db.Assessments.AsTracking().SingleAsync(row => row.Id == caseId)).SharedUtc = utc);

    /// <summary>Takes whoever has a role in a case out of it.</summary>
    public Task LeaveAsync(Guid caseId, string role) => database.WriteAsync(async db =>
        db.Members.RemoveRange(await db.Members.AsTracking().Where(row => row.AssessmentId == caseId && row.Role == role).ToListAsync()));

    /// <summary>Puts a question in the research plan of a case, as its team member does.</summary>
    /// <returns>Id of the question.</returns>
    public async Task<Guid> PlanAsync(Guid caseId, string question, Func<ResearchContent, ResearchContent>? with = null)
    {
        var id = Guid.CreateVersion7();
        var actor = ActorFor((await PeopleAsync())[Roles.Assessor]);
        var content = new ResearchContent(example.Task.Id, question);
        await database.WriteAsync(async db =>
        {
            var current = (await Case.FindAsync(db, contents, caseId))!;
            Assert.Null(await ResearchPlan.AddAsync(db, current, (id, with is null ? content : with(content)), actor));
        });
        return id;
    }

    /// <summary>The demo user with a role.</summary>
    public async Task<Guid> UserAsync(string role) => (await PeopleAsync())[role].Id;

    /// <summary>The first question of the research plan; an empty id when there is none.</summary>
    public async Task<Guid> FirstItemAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await db.ResearchItems.Where(row => row.AssessmentId == caseId).OrderBy(row => row.Position).Select(row => row.Id).FirstOrDefaultAsync();
    }

    /// <summary>The first action of the newest plan; an empty id when there is none.</summary>
    public async Task<Guid> FirstActionAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await (
            from row in db.PlannedMeasures
            join plan in db.Plans on row.PlanId equals plan.Id
            where plan.AssessmentId == caseId
            orderby plan.Sequence descending, row.Position
            select row.Id).FirstOrDefaultAsync();
    }

    /// <summary>The oldest open step that is waiting for a person; null when there is none.</summary>
    public async Task<OpenStep?> FirstStepAsync(Guid caseId) => (await runner.OpenStepsAsync(caseId)).FirstOrDefault(step => step.IsHuman);

    /// <summary>Every step that is waiting for a person, those of suspicions left out.</summary>
    public async Task<IReadOnlyList<OpenStep>> OpenAsync(Guid caseId) =>
        [.. (await StepsAsync(caseId)).Where(step => step.IsHuman && step.DefinitionId != Processes.Suspicion)];

    /// <summary>Everything that is open.</summary>
    public Task<IReadOnlyList<OpenStep>> StepsAsync(Guid caseId) => runner.OpenStepsAsync(caseId);

    /// <summary>Lets time pass for one case: what is due by then happens, earliest first.</summary>
    public async Task PassTimeAsync(Guid caseId, TimeSpan sinceNow)
    {
        var engine = services.GetRequiredService<IWorkflowEngine>();
        var later = DateTime.UtcNow + sinceNow;
        while (await DueAsync(caseId, later) is { } timer)
        {
            // As the waker would have done it at its own moment.
            var moment = timer.DueUtc > DateTime.UtcNow ? timer.DueUtc : DateTime.UtcNow;
            await database.WriteAsync(db => engine.FireTimerAsync(db, timer.Id, moment));
        }
    }

    private async Task<WorkflowTimerRow?> DueAsync(Guid caseId, DateTime later)
    {
        await using var db = database.Read();
        return await (
            from timer in db.WorkflowTimers
            join step in db.WorkflowSteps on timer.StepId equals step.Id
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            where instance.AssessmentId == caseId && !timer.Fired && timer.DueUtc <= later && step.Status == StepStatus.Open
            orderby timer.DueUtc
            select timer).FirstOrDefaultAsync();
    }

    /// <summary>Finishes the oldest open step as usual.</summary>
    public async Task GoOnAsync(Guid caseId)
    {
        var step = (await FirstStepAsync(caseId))!;
        await SubmitAsync(caseId, step, ActivityCatalogue.Get(step.Activity).ForwardOutcome);
    }

    /// <summary>The auditor sends the task back.</summary>
    public async Task SendBackAsync(Guid caseId) => await SubmitAsync(caseId, (await FirstStepAsync(caseId))!, Outcomes.SendBack);

    /// <summary>The seeded case whose name ends in these words.</summary>
    public async Task<Guid> SeededAsync(string ending)
    {
        await using var db = database.Read();
        return await db.Assessments.Where(row => row.Name.EndsWith(ending)).Select(row => row.Id).SingleAsync();
    }

    private async Task SubmitAsync(Guid caseId, OpenStep step, string outcome)
    {
        var actor = ActorFor((await PeopleAsync())[step.Role]);
        var submission = new StepSubmission(step.StepId, outcome, Guid.NewGuid(), actor.UserId!.Value);
        var result = await runner.SubmitAsync(submission, actor.NowUtc, async db =>
        {
            if (step.Activity is ActivityNames.ReviewStep or ActivityNames.Approval)
            {
                var row = await db.Assessments.SingleAsync(candidate => candidate.Id == caseId);
                await new CaseDecision(row, step, actor, outcome, outcome == Outcomes.SendBack ? "Bij P11 noemt de bron iets anders." : "Goed onderbouwd.").WriteAsync(db);
            }

            return null;
        });
        Assert.True(result.IsTaken, result.Reason);
    }

    private async Task<string?> FillInAsync(AuditContext db, Guid caseId, Actor actor)
    {
        await TaskChoice.SetAsync(db, caseId, [new(example.Task.Id, example.Task.Name, "Best gedocumenteerde openbare zaak.")], actor);
        var current = (await Case.FindAsync(db, contents, caseId))!;
        var edits = EditsOf(example.Task.Id, example.Task.Answers).Concat(EditsOf(string.Empty, example.Answers.CrossCutting));
        Assert.True((await AnswerRecorder.SaveAsync(db, current, [.. edits], actor)).IsComplete);
        foreach (var distinction in example.Task.Distinctions)
        {
            Assert.Null(await DistinctionRecorder.SaveAsync(db, current, example.Task.Id, new(distinction with { By = null, At = null }, null, Guid.CreateVersion7()), actor));
        }

        return null;
    }

    private static IEnumerable<AnswerEdit> EditsOf(string taskKey, IReadOnlyDictionary<string, Answer> answers) =>
        answers.Select(pair => new AnswerEdit(taskKey, pair.Key, pair.Value with { By = null, At = null }, null));

    private static Actor ActorFor(UserRow user) => new(user.Id, user.DisplayName, DateTime.UtcNow);

    private async Task<Dictionary<string, UserRow>> PeopleAsync()
    {
        await using var db = database.Read();
        var pairs = await (
            from role in db.BodyRoles
            join user in db.Users on role.UserId equals user.Id
            join body in db.Bodies on user.BodyId equals body.Id
            where body.Name == DemoUsers.BodyName
            select new { role.Role, User = user }).ToListAsync();
        return pairs.ToDictionary(pair => pair.Role, pair => pair.User);
    }
}
