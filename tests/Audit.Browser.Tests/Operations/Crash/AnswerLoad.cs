using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>Saves one question again and again as the script of the page does; after every interruption it reads back what it was told.</summary>
public sealed partial class AnswerLoad(Person person, Guid caseId, (string Task, string Part, string Question) place) : CrashLoad
{
    private const string Mark = "crashtekst";
    private const int Slack = 50;

    private readonly ConcurrentQueue<string> told = new();
    private string token = string.Empty;
    private string? version;
    private string? tried;
    private int checkedBefore;

    private string Path => $"/doorlichtingen/{caseId}/vragen/{place.Task}/{place.Part}/{place.Question}";

    /// <summary>What is wrong with what is stored, given what was acknowledged since the last check; or ever.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(AuditContext db, bool isOver)
    {
        var all = told.ToArray();
        var acknowledged = isOver ? all : all[checkedBefore..];
        var most = isOver ? int.MaxValue : acknowledged.Length + Slack;
        checkedBefore = all.Length;
        var revisions =
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where answer.AssessmentId == caseId && answer.TaskKey == place.Task && answer.QuestionId == place.Question
            orderby revision.Revision descending
            select revision.Motivation;
        var subject = $"{place.Task}/{place.Question}";
        var trail = db.Trail.Where(row => row.AssessmentId == caseId && row.Event == "answer.saved" && row.Subject == subject).OrderByDescending(row => row.Id).Select(row => row.After);
        // The trail first: what is written meanwhile has a revision too.
        var (records, kept) = ((await trail.Take(most).ToListAsync()).ToLookup(text => text), (await revisions.Take(most + Slack).ToListAsync()).ToHashSet());
        return
        [
            .. acknowledged.Where(text => !kept.Contains(text)).Select(text => $"{place.Question}: acknowledged but lost: {text}"),
            .. acknowledged.Where(text => records[$"unknown – {text}"].Count() != 1).Select(text => $"{place.Question}: not exactly one record in the trail: {text}"),
            .. records.Where(record => record.Key!.Contains(Mark, StringComparison.Ordinal) && !kept.Contains(record.Key["unknown – ".Length..])).Select(record => $"{place.Question}: a record without its answer: {record.Key}"),
        ];
    }

    protected override async Task DoAsync()
    {
        if (version is null)
        {
            await ReadBackAsync();
        }

        var (seen, text) = (version!, $"{place.Question} {Mark} {Guid.NewGuid():N}");
        (tried, version) = (text, null);
        using var answer = await person.SendAsync($"{Path}?handler=bewaar", token, (place.Question, "unknown"), ($"{place.Question}-versie", seen), ($"{place.Question}-toelichting", text));
        if (!answer.IsSuccessStatusCode)
        {
            await UnexpectedAsync(answer);
            return;
        }

        version = Version().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
        told.Enqueue(text);
        Acknowledge();
    }

    /// <summary>The page shows what was acknowledged last, or the save of which no answer came.</summary>
    private async Task ReadBackAsync()
    {
        var page = await person.Client.GetStringAsync(Path);
        var shown = Person.MotivationIn(page);
        if (shown == tried)
        {
            told.Enqueue(shown);
        }
        else if (!told.IsEmpty && shown != told.Last())
        {
            Problems.Enqueue($"{place.Question}: told '{told.Last()}', but the page shows '{shown}'");
        }

        (token, version) = (Person.TokenIn(page), Person.ValueIn(page, $"{place.Question}-versie"));
    }

    [GeneratedRegex("\"versie\":\"([^\"]+)\"")]
    private static partial Regex Version();
}
