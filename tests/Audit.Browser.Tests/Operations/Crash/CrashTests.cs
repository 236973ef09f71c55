using System.Diagnostics;
using System.Globalization;
using Audit.Data.Database;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>The server is killed with SIGKILL while people work, and comes back: whatever it acknowledged is there, and nothing is half done.</summary>
/// <remarks>200 times with AUDIT_TEST_LONG, otherwise a few; AUDIT_TEST_SEED repeats the moments of a run.</remarks>
public sealed class CrashTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    private const int MostMilliseconds = 1200;

    /// <summary>One in so many servers dies while it starts.</summary>
    private const int DiesEarly = 8;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") == "1";

    private static readonly int Kills = IsLong ? 200 : 4;

    private static readonly int Seed =
        Environment.GetEnvironmentVariable("AUDIT_TEST_SEED") is { } named ? int.Parse(named, CultureInfo.InvariantCulture) : Random.Shared.Next(1_000_000);

    [Fact]
    public async Task Killed_server_loses_nothing_that_it_acknowledged()
    {
        using var server = new ServerProcess(world.Settings);
        await server.Start().ReadyAsync();
        var crew = await CrashCrew.GatherAsync(world, server.Address);
        var (random, clock, problems) = (new Random(Seed), Stopwatch.StartNew(), new List<string>());
        using var stop = new CancellationTokenSource();
        var working = crew.WorkAsync(stop.Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(random.Next(20, MostMilliseconds));
            Assert.Equal(ServerProcess.Killed, server.Kill());
            server.Start();
            if (random.Next(DiesEarly) == 0)
            {
                await Task.Delay(random.Next(MostMilliseconds));
                Assert.Equal(ServerProcess.Killed, server.Kill());
                server.Start();
            }

            await server.ReadyAsync();
            problems.AddRange((await crew.CheckAsync(isOver: false)).Select(problem => $"after kill {kill}: {problem}"));
            Assert.True(problems.Count == 0, $"seed {Seed}:\n{string.Join('\n', problems.Take(20))}");
        }

        await stop.CancelAsync();
        await working;
        var seconds = clock.Elapsed.TotalSeconds;
        await LetTimePassAsync(server);
        problems.AddRange(await crew.CheckAsync(isOver: true));
        Assert.True(problems.Count == 0, $"seed {Seed}:\n{string.Join('\n', problems.Take(20))}");
        Tell($"{Kills} kills in {seconds:0} s; acknowledged: {await crew.FiguresAsync()}; nothing lost, nothing half done");
    }

    /// <summary>A service manager asks it to end: what it took it finishes, work in hand is given back, and it ends by itself in time.</summary>
    [Fact]
    public async Task Server_that_is_asked_to_end_finishes_what_it_took()
    {
        using var server = new ServerProcess(new Dictionary<string, string>(world.Settings) { ["Shutdown__Seconds"] = "20" });
        await server.Start().ReadyAsync();
        var crew = await CrashCrew.GatherAsync(world, server.Address);
        using var stop = new CancellationTokenSource();
        var working = crew.WorkAsync(stop.Token);
        await Task.Delay(MostMilliseconds);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, server.Terminate());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"it took {clock.Elapsed}");
        await stop.CancelAsync();
        await working;

        Assert.Empty(await crew.CheckAsync(isOver: false));
        using var database = new AuditDatabase(world.Database);
        await using var db = database.Read();
        Assert.Equal(0, await db.Jobs.CountAsync(row => row.State == JobState.Running));
        Assert.DoesNotContain(server.Lines, line => line.Contains("[ERR]", StringComparison.Ordinal) || line.Contains("[FTL]", StringComparison.Ordinal));
    }

    /// <summary>Work and e-mail of servers that died wait until their time is over; here that time passes at once. Then the last server finishes everything.</summary>
    private async Task LetTimePassAsync(ServerProcess server)
    {
        server.Kill();
        using var database = new AuditDatabase(world.Database);
        await database.WriteAsync(async db =>
        {
            foreach (var job in await db.Jobs.Where(row => row.State == JobState.Running).ToListAsync())
            {
                job.SeenUtc = DateTime.UtcNow.AddHours(-1);
            }

            foreach (var mail in await db.Mails.Where(row => row.SentUtc == null).ToListAsync())
            {
                mail.DueUtc = DateTime.UtcNow.AddHours(-1);
            }
        });
        await server.Start().ReadyAsync();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(3); await Task.Delay(250))
        {
            await using var db = database.Read();
            if (!await db.Jobs.AnyAsync(row => row.State == JobState.Waiting || row.State == JobState.Running) && !await db.Mails.AnyAsync(MailAttempts.IsWaiting(DateTime.UtcNow)))
            {
                return;
            }
        }
    }

    /// <summary>Leaves figures in the output of the long run.</summary>
    private static void Tell(string figures)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {figures}");
        if (IsLong)
        {
            Console.WriteLine($"seed {Seed}: {figures}");
        }
    }
}
