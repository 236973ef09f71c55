using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.WorkflowWorker;

/// <summary>Walks one case to its end, or to a delay that ends after the time it was given.</summary>
/// <remarks>What it does next follows from the database alone, clock included: a walk that was killed and goes on equals one that was not.</remarks>
public sealed class CaseWalker(WorkOrder order, AuditDatabase database, WorkLog log, KillSwitch killSwitch)
{
    public const string Change = "change";
    public const string Starting = "(start)";
    public const string Looking = "(look)";
    public const string Firing = "(fire)";

    private const int MaxLooks = 500;
    private static readonly Guid Judge = new("10000000-0000-0000-0000-000000000001");
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    private readonly WorkflowRunner runner = new(database, new EmbeddedEngine(TrailActivity.All(order)));

    public async Task WalkAsync()
    {
        await StartAsync();
        for (var looks = 0; await IsRunningAsync(); looks++)
        {
            var now = await NowAsync();
            var open = await runner.OpenStepsAsync(order.AssessmentId);
            var human = open.Where(step => step.IsHuman).OrderBy(step => SubmissionIds.Shuffle(order.Seed, Name(step))).FirstOrDefault();
            if (await FireAsync(now))
            {
                looks = 0;
            }
            else if (human is not null)
            {
                await SubmitAsync(human, now + Tick);
                looks = 0;
            }
            else if (open.Count > 0 && open.Min(step => step.DueUtc)!.Value + Late is var due)
            {
                if (due > order.UntilUtc)
                {
                    return;
                }

                await FireAsync(due);
            }

            // Another worker may have taken what was seen, but not for ever.
            if (looks == MaxLooks)
            {
                throw new InvalidOperationException("The process runs but waits nowhere.");
            }
        }
    }

    /// <summary>Begins the case unless that was done before.</summary>
    public async Task StartAsync()
    {
        killSwitch.Doing = Starting;
        await using var db = database.Read();
        if (!await db.WorkflowInstances.AnyAsync(row => row.AssessmentId == order.AssessmentId))
        {
            var change = ChangeOf(order, order.AssessmentId, order.StartUtc);
            await runner.StartAsync(new(order.DefinitionId, order.AssessmentId, order.UserId), order.StartUtc, change);
        }
    }

    /// <summary>Sends again what was sent when the worker was killed.</summary>
    public async Task<SubmitStatus> ReplayAsync(LogLine tried)
    {
        var nowUtc = await NowAsync() + Tick;
        await using var db = database.Read();
        var activity = await db.WorkflowSteps.Where(row => row.Id == tried.StepId).Select(row => row.Activity).SingleAsync();
        var submission = new StepSubmission(tried.StepId, tried.Outcome, tried.SubmissionId, PersonOf(activity));
        return (await runner.SubmitAsync(submission, nowUtc, ChangeOf(order, tried.SubmissionId, nowUtc))).Status;
    }

    public static string Name(OpenStep step) => step.TaskKey.Length == 0 ? step.ActivityId : $"{step.ActivityId}:{step.TaskKey}";

    /// <summary>The change of the domain that belongs to a submission.</summary>
    public static DomainChange ChangeOf(WorkOrder order, Guid submissionId, DateTime nowUtc) => db =>
    {
        db.Trail.Add(new() { BodyId = order.BodyId, AssessmentId = order.AssessmentId, AtUtc = nowUtc, Event = Change, Subject = submissionId.ToString() });
        return Task.FromResult<string?>(null);
    };

    /// <summary>Who judges did not fill in.</summary>
    private Guid PersonOf(string activity) => activity is ActivityNames.ReviewStep or ActivityNames.Approval ? Judge : order.UserId;

    private async Task<bool> IsRunningAsync()
    {
        killSwitch.Doing = Looking;
        await using var db = database.Read();
        return await db.WorkflowInstances.AnyAsync(row => row.AssessmentId == order.AssessmentId && row.Status == WorkflowStatus.Running);
    }

    /// <summary>The last moment at which something happened to the case.</summary>
    private async Task<DateTime> NowAsync()
    {
        await using var db = database.Read();
        var steps = await StepsAsync(db);
        return steps.SelectMany(step => new[] { step.OpenedUtc, step.ClosedUtc ?? order.StartUtc }).Append(order.StartUtc).Max();
    }

    private Task<List<WorkflowStepRow>> StepsAsync(AuditContext db) => (
        from step in db.WorkflowSteps
        join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
        where instance.AssessmentId == order.AssessmentId
        select step).ToListAsync();

    private async Task<bool> FireAsync(DateTime nowUtc)
    {
        killSwitch.Doing = Firing;
        var fired = await runner.FireDueTimersAsync(nowUtc);
        killSwitch.Doing = Looking;
        if (fired > 0)
        {
            log.Write(new(LogEvent.Fired, Guid.Empty, Guid.Empty, $"{fired}"));
        }

        return fired > 0;
    }

    private async Task SubmitAsync(OpenStep step, DateTime nowUtc)
    {
        var submission = new StepSubmission(step.StepId, await OutcomeAsync(step), SubmissionIds.Of(step.StepId, order.Worker), PersonOf(step.Activity));
        var change = ChangeOf(order, submission.SubmissionId, nowUtc);
        killSwitch.Doing = Name(step);
        log.Write(new(LogEvent.Tried, step.StepId, submission.SubmissionId, submission.Outcome));
        if (order.ChangeTransaction is ChangeTransaction.BeforeTheStep)
        {
            await database.WriteAsync(db => change(db));
        }

        var result = await runner.SubmitAsync(submission, nowUtc, order.ChangeTransaction is ChangeTransaction.WithTheStep ? change : null);
        if (order.ChangeTransaction is ChangeTransaction.AfterTheStep)
        {
            await database.WriteAsync(db => change(db));
        }

        log.Write(new(EventOf(result), step.StepId, submission.SubmissionId, submission.Outcome));
    }

    private static LogEvent EventOf(SubmitResult result) => result.Status switch
    {
        SubmitStatus.Advanced => LogEvent.Acknowledged,
        SubmitStatus.AlreadyDone => LogEvent.AlreadyDone,
        SubmitStatus.AwaitsSecond or SubmitStatus.Refused => throw new InvalidOperationException($"{result}"),
    };

    /// <summary>Counted after the step was seen open: an earlier round of the same review is then certainly among them.</summary>
    private async Task<string> OutcomeAsync(OpenStep step)
    {
        if (!order.SendBack.Contains(Name(step)))
        {
            return ActivityCatalogue.Get(step.Activity).ForwardOutcome;
        }

        await using var db = database.Read();
        var rounds = await StepsAsync(db);
        return rounds.Count(round => round.StepKey == step.StepKey && round.TaskKey == step.TaskKey) > 1 ? Outcomes.Approved : Outcomes.SendBack;
    }
}
