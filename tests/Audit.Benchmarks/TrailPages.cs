using System.Diagnostics;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Benchmarks;

/// <summary>The trail of a case with a hundred thousand records: its first and its last page beside the page of a short one, and the whole of it as a file.</summary>
/// <remarks>Needs <c>dotnet build -c Release src/Audit.Web</c>.</remarks>
internal static class TrailPages
{
    private const int Records = 100_000;
    private const int Few = 100;
    private const int AtOnce = 5_000;
    private const int Views = 40;

    public static async Task RunAsync(string root)
    {
        await using var site = await WebSite.StartAsync(root, "begeleider");
        if (site is null)
        {
            Console.WriteLine("trail: pages NOT RUN: build them first (dotnet build -c Release src/Audit.Web)");
            return;
        }

        using var database = new AuditDatabase(site.Database);
        var (large, small, first) = await FillAsync(database);
        var few = await ViewAsync(site, $"/doorlichtingen/{small}/spoor");
        var newest = await ViewAsync(site, $"/doorlichtingen/{large}/spoor");
        var oldest = await ViewAsync(site, $"/doorlichtingen/{large}/spoor?voor={first + 60}");
        Console.WriteLine(FormattableString.Invariant($"trail: page of a case with {Few} records p50 {few:0.0} ms; with {Records} the first {newest:0.0} ms ({newest / few:0.0} ×), the last {oldest:0.0} ms ({oldest / newest:0.00} × the first)"));
        var before = site.PeakMegabytes;
        var watch = Stopwatch.StartNew();
        using var answer = await site.Client.GetAsync($"/doorlichtingen/{large}/spoor?handler=csv", HttpCompletionOption.ResponseHeadersRead);
        var begun = watch.Elapsed.TotalSeconds;
        await using var file = await answer.Content.ReadAsStreamAsync();
        using var lines = new StreamReader(file);
        var count = 0;
        while (await lines.ReadLineAsync() is not null)
        {
            count++;
        }

        Console.WriteLine(FormattableString.Invariant($"trail: as a file {count - 1} records in {watch.Elapsed.TotalSeconds:0.0} s, the first line after {begun:0.0} s; peak of the application {before} MiB before, {site.PeakMegabytes} MiB after"));
    }

    /// <summary>One case with many records, one with few, and the number of the first record of the many.</summary>
    private static async Task<(Guid Large, Guid Small, long First)> FillAsync(AuditDatabase database)
    {
        List<AssessmentRow> cases;
        await using (var db = database.Read())
        {
            cases = await db.Assessments.Where(row => db.Members.Any(member => member.AssessmentId == row.Id && member.Role == Roles.Coach)).OrderBy(row => row.Id).Take(2).ToListAsync();
        }

        await AddAsync(database, cases[1], Few);
        for (var done = 0; done < Records; done += AtOnce)
        {
            await AddAsync(database, cases[0], AtOnce);
        }

        await using var filled = database.Read();
        var large = cases[0].Id;
        return (large, cases[1].Id, await filled.Trail.Where(row => row.AssessmentId == large).MinAsync(row => row.Id));
    }

    private static Task AddAsync(AuditDatabase database, AssessmentRow about, int count) => database.WriteAsync(async db =>
    {
        var user = await db.Members.Where(row => row.AssessmentId == about.Id).Select(row => row.UserId).FirstAsync();
        db.Trail.AddRange(Enumerable.Range(0, count).Select(number => new TrailRow
        {
            BodyId = about.BodyId,
            AssessmentId = about.Id,
            UserId = user,
            AtUtc = DateTime.UtcNow,
            Event = "answer.saved",
            Subject = $"taak/D{number % 60}",
            Before = "sometimes, E1: wat er eerst stond als toelichting bij dit antwoord",
            After = "always, E2: wat er nu staat als toelichting bij dit antwoord",
        }));
    });

    private static async Task<double> ViewAsync(WebSite site, string address)
    {
        var times = new List<double>();
        for (var view = 0; view < Views; view++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = await site.Client.GetByteArrayAsync(address);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first ones bring the code to speed.
        var measured = times.Skip(Views / 4).Order().ToList();
        return measured[measured.Count / 2];
    }
}
