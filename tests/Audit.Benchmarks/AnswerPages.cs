using System.Diagnostics;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Benchmarks;

/// <summary>The question page and saving through it, signed in and with a form token, in a database of a thousand cases of twenty tasks.</summary>
/// <remarks>Needs <c>dotnet build -c Release src/Audit.Web</c>. Client and application share the two processors of the machine.</remarks>
internal static class AnswerPages
{
    private const int Connections = 16;
    private const int Saves = 3_000;
    private const int Views = 200;
    private const double MostMilliseconds = 30;

    public static async Task RunAsync(string root)
    {
        await using var site = await WebSite.StartAsync(root, "teamlid");
        if (site is null)
        {
            Console.WriteLine("answers: pages NOT RUN: build them first (dotnet build -c Release src/Audit.Web)");
            return;
        }

        using var database = new AuditDatabase(site.Database);
        var id = await TwentyTasks.MakeAsync(database, root);
        TwentyTasks.Multiply(site.Database, id);
        var keys = await KeysAsync(database, id);
        Console.WriteLine(FormattableString.Invariant($"answers: {TwentyTasks.Cases} cases of {TwentyTasks.Tasks} tasks, {new FileInfo(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(site.Database.Connection).DataSource).Length / 1024 / 1024} MiB"));
        var part = $"/doorlichtingen/{id}/vragen/{keys[0]}/regulation";
        await ViewAsync(site, "question page", $"{part}/R12");
        await ViewAsync(site, "part with all questions", part);
        await ViewAsync(site, "case", $"/doorlichtingen/{id}");
        await ViewAsync(site, "list", "/doorlichtingen");
        await ViewAsync(site, "start page", "/");
        await SaveAsync(site, $"/doorlichtingen/{id}/vragen", keys);
    }

    private static async Task<List<string>> KeysAsync(AuditDatabase database, Guid id)
    {
        await using var db = database.Read();
        return await db.PublicTasks.Where(task => task.AssessmentId == id).OrderBy(task => task.Position).Select(task => task.Key).ToListAsync();
    }

    private static async Task ViewAsync(WebSite site, string what, string address)
    {
        var times = new List<double>();
        var bytes = 0;
        for (var i = 0; i < Views + 30; i++)
        {
            var start = Stopwatch.GetTimestamp();
            bytes = (await site.Client.GetByteArrayAsync(address)).Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first ones bring the code to speed.
        var measured = times.Skip(30).Order().ToList();
        var p95 = measured[measured.Count * 95 / 100];
        Console.WriteLine(FormattableString.Invariant($"answers: {what}: p50 {measured[measured.Count / 2]:0.0} ms, p95 {p95:0.0} ms, {bytes / 1024} KiB uncompressed; goal {MostMilliseconds:0} ms {(p95 <= MostMilliseconds ? "met" : "MISSED")}"));
    }

    private static async Task SaveAsync(WebSite site, string questions, List<string> keys)
    {
        var token = WebSite.TokenIn(await site.Client.GetStringAsync($"{questions}/{keys[0]}/regulation/R12"));
        var versions = new string[Connections];
        for (var worker = 0; worker < Connections; worker++)
        {
            versions[worker] = WebSite.ValueIn(await site.Client.GetStringAsync($"{questions}/{keys[worker]}/regulation/R12"), "R12-versie");
        }

        var next = -1;
        var times = new double[Saves];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(worker => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < Saves; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                versions[worker] = await SaveOneAsync(site, $"{questions}/{keys[worker]}/regulation/R12?handler=bewaar", (token, versions[worker], i));
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        Console.WriteLine(FormattableString.Invariant($"answers: over http, {Connections} at once, signed in, form token, synchronous FULL: {Saves / seconds:0} saves per second, p50 {times[Saves / 2]:0.0} ms, p99 {times[Saves * 99 / 100]:0.0} ms; aim 400 per second"));
    }

    private static async Task<string> SaveOneAsync(WebSite site, string address, (string Token, string Version, int Number) given)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", given.Token), new("R12", "unknown"), new("R12-versie", given.Version), new("R12-toelichting", $"Tekst {given.Number}"),
        ]);
        using var answer = await site.Client.PostAsync(address, form);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? System.Text.RegularExpressions.Regex.Match(text, "\"versie\":\"([^\"]+)\"").Groups[1].Value
            : throw new InvalidOperationException($"{answer.StatusCode}: {text[..Math.Min(200, text.Length)]}");
    }
}
