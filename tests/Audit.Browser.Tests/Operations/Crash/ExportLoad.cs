using System.Collections.Concurrent;
using System.Net;
using Audit.Data.Database;
using Audit.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>Asks for the record of a case, which is made in the background: one at a time, as a person does who waits for it.</summary>
public sealed class ExportLoad(Person person, Guid caseId) : CrashLoad
{
    private readonly ConcurrentQueue<Guid> told = new();

    private string Path => $"/doorlichtingen/{caseId}/achtergrond";

    /// <summary>Every job that was acknowledged is there; at the end each was done, or says why not.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(AuditContext db, bool isOver)
    {
        var acknowledged = told.ToArray();
        var rows = await db.Jobs.Where(row => row.AssessmentId == caseId).Select(row => new { row.Id, row.State, row.Outcome, HasFile = row.ResultName != null }).ToListAsync();
        return
        [
            .. acknowledged.Except(rows.Select(row => row.Id)).Select(id => $"long work acknowledged but lost: {id}"),
            .. rows.Where(row => isOver && row is not ({ State: JobState.Done, HasFile: true } or { State: JobState.Failed, Outcome.Length: > 0 })).Select(row => $"long work stuck: {row}"),
        ];
    }

    /// <summary>How much of it was done, and how much was given up after it was begun three times.</summary>
    public async Task<(int Done, int GivenUp)> CountAsync(AuditContext db) =>
        (await db.Jobs.CountAsync(row => row.AssessmentId == caseId && row.State == JobState.Done), await db.Jobs.CountAsync(row => row.AssessmentId == caseId && row.State == JobState.Failed));

    protected override async Task DoAsync()
    {
        var page = await person.Client.GetStringAsync(Path);
        using var answer = await person.PostAsync(Path, page, ("inzending", Person.ValueIn(page, "inzending")), ("werk", JobKinds.CaseRecord));
        if (answer.StatusCode is HttpStatusCode.Redirect)
        {
            told.Enqueue(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]));
            Acknowledge();
        }
        else if (!(await answer.Content.ReadAsStringAsync()).Contains("werk op de achtergrond lopen", StringComparison.Ordinal))
        {
            await UnexpectedAsync(answer);
        }

        await Task.Delay(2000);
    }
}
