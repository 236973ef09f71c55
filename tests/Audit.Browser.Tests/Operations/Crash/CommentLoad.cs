using System.Collections.Concurrent;
using System.Net;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>Adds comments that call a colleague by e-mail; a comment of which no answer came is sent again with the same id.</summary>
public sealed class CommentLoad(Person person, Guid caseId, (string Task, string Part, string Question) place, Guid colleague) : CrashLoad
{
    private readonly ConcurrentQueue<Guid> told = new();
    private string? token;
    private Guid next = Guid.CreateVersion7();

    private string Path => $"/doorlichtingen/{caseId}/vragen/{place.Task}/{place.Part}/{place.Question}";

    public async Task<IReadOnlyList<string>> CheckAsync(AuditContext db)
    {
        var acknowledged = told.ToArray();
        var (kept, records, mails) = (
            await db.Comments.Where(row => row.AssessmentId == caseId).Select(row => row.Id).ToListAsync(),
            await db.Trail.CountAsync(row => row.AssessmentId == caseId && row.Event == "comment.added"),
            await db.Mails.Where(row => row.Key.StartsWith("mention/")).Select(row => row.Key).ToListAsync());
        return
        [
            .. acknowledged.Except(kept).Select(id => $"comment acknowledged but lost: {id}"),
            .. kept.Count == records ? Enumerable.Empty<string>() : [$"{kept.Count} comments and {records} records in the trail"],
            .. kept.Where(id => !mails.Contains($"mention/{id}/{colleague}")).Select(id => $"comment without its e-mail: {id}"),
            .. mails.Count == kept.Count ? Enumerable.Empty<string>() : [$"{mails.Count} e-mails for {kept.Count} comments"],
        ];
    }

    protected override async Task DoAsync()
    {
        token ??= Person.TokenIn(await person.Client.GetStringAsync(Path));
        using var answer = await person.SendAsync($"{Path}?handler=opmerking", token, ("inzending", $"{next}"), ("opmerking", $"Opmerking {next:N}"), ("noem", $"{colleague}"));
        if (answer.StatusCode is not HttpStatusCode.Redirect)
        {
            await UnexpectedAsync(answer);
            return;
        }

        told.Enqueue(next);
        next = Guid.CreateVersion7();
        Acknowledge();
        await Task.Delay(100);
    }
}
