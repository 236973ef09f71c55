using System.Collections.Concurrent;
using System.Net;
using Audit.Data.Database;
using Audit.Integration.Tests.Workflows.Killed;
using Audit.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>The auditor sends a task back and the team mends it, for ever: each completes a step of which the other one is the successor.</summary>
public sealed class StepLoad((Person Auditor, Person Team) people, AuditDatabase beside, Guid caseId) : CrashLoad
{
    private readonly ConcurrentQueue<(Guid Step, Guid Submission, string Outcome)> told = new();

    public async Task<IReadOnlyList<string>> CheckAsync(string connection)
    {
        var acknowledged = told.ToArray();
        var rows = await CaseRows.ReadAsync(connection, caseId);
        var reviewed = rows.Trail.Where(row => row.Event == "task.reviewed").ToLookup(row => row.Reason);
        var sentBack = rows.Steps.Where(step => step is { Activity: ActivityNames.ReviewStep, Status: StepStatus.Done, Outcome: Outcomes.SendBack }).ToList();
        return
        [
            .. rows.Integrity == "ok" ? Enumerable.Empty<string>() : [$"damaged file: {rows.Integrity}"],
            .. CaseCheck.Shape(rows),
            .. acknowledged.Where(line => !rows.Steps.Any(step => step.Id == line.Step && step.Status is StepStatus.Done && step.SubmissionId == line.Submission && step.Outcome == line.Outcome))
                .Select(line => $"step acknowledged but lost: {line}"),
            .. sentBack.Where(step => reviewed[$"Terug: {step.SubmissionId}"].Count() != 1).Select(step => $"review without its one record in the trail: {step.SubmissionId}"),
            .. reviewed.Count == sentBack.Count ? Enumerable.Empty<string>() : [$"{reviewed.Count} records of reviews and {sentBack.Count} reviews"],
        ];
    }

    protected override async Task DoAsync()
    {
        var step = await OpenAsync();
        var submission = Guid.NewGuid();
        var isReview = step.Activity == ActivityNames.ReviewStep;
        var (person, path) = isReview ? (people.Auditor, $"/doorlichtingen/{caseId}/beoordelen/{step.Id}") : (people.Team, $"/doorlichtingen/{caseId}/herstel/{step.TaskKey}");
        var page = await person.Client.GetStringAsync(path);
        using var answer = isReview
            ? await person.PostAsync(path, page, ("besluit", "terug"), ("motivatie", $"Terug: {submission}"), ("inzending", $"{submission}"))
            : await person.PostAsync(path, page, ("inzending", $"{submission}"));
        if (answer.StatusCode is not HttpStatusCode.Redirect)
        {
            await UnexpectedAsync(answer);
            return;
        }

        told.Enqueue((step.Id, submission, isReview ? Outcomes.SendBack : Outcomes.Done));
        Acknowledge();
    }

    private async Task<WorkflowStepRow> OpenAsync()
    {
        await using var db = beside.Read();
        return await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            where instance.AssessmentId == caseId && step.Status == StepStatus.Open
            select step).SingleAsync();
    }
}
