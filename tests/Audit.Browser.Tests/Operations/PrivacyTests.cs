using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Audit.Browser.Tests.Operations.Crash;
using Audit.Browser.Tests.Operations.Faults;
using Audit.Data.Database;
using Audit.Web.Jobs;
using Audit.Workflows.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Operations;

/// <summary>A journey through the program as it runs in production, with texts and addresses that may appear nowhere in its log, traces and metrics.</summary>
public sealed partial class PrivacyTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    private const string Traces = "/v1/traces";
    private const string Metrics = "/v1/metrics";
    private const string Answer = "Kanarietekst over mevrouw Zonneveld";
    private const string Email = "kanarie.zonneveld@geheim.example";
    private const string Stranger = "vreemdeling.kanarie@geheim.example";
    private const string Password = "Kanarie-wachtwoord-7";
    private const string Address = "kanarieadres";

    /// <summary>Every metric that docs/operations.md names.</summary>
    private static readonly string[] Meters =
        ["audit.database.changes", "audit.answers", "audit.jobs.waiting", "audit.jobs.oldest", "audit.mails.waiting", "audit.mails.given_up", "audit.timers.overdue", "aspnetcore.identity.sign_in.check_password_attempts", "http.server.request.duration"];

    [Fact]
    public async Task Log_traces_and_metrics_tell_what_happens_and_of_nobody()
    {
        using var collector = Collector.Start(FreePort());
        await RenameAsync();
        using var server = new ServerProcess(new Dictionary<string, string>(world.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ForwardedHeaders__KnownProxies"] = "127.0.0.1",
            ["Logging__LogLevel__Default"] = "Information",
            ["Database__WaitSeconds"] = "5",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        await server.Start().ReadyAsync("/health/live");
        var code = await TravelAsync(server);

        foreach (var name in Meters)
        {
            Assert.True(await collector.HoldsAsync(Metrics, name), $"no metric {name}");
        }

        Assert.True(await collector.HoldsAsync(Traces, "doorlichtingen/{id:guid}"), "no trace of a page");
        Assert.Equal(0, server.Terminate());
        var log = server.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(log, line => line.GetProperty("@m").GetString()!.Contains("POST doorlichtingen/{id:guid}", StringComparison.Ordinal));
        Assert.Contains(log, line => line.TryGetProperty("@tr", out var trace) && trace.GetString() == code && line.TryGetProperty("@x", out var outline) && Busy().IsMatch(outline.GetString()!));
        foreach (var canary in new[] { "Kanarie", "kanarie", "Zonneveld", "zonneveld", "geheim.example", "demo.example", "127.0.0.1:0", Password, world.Answers.ToString() })
        {
            Assert.DoesNotContain(server.Lines, line => line.Contains(canary, StringComparison.Ordinal));
            Assert.DoesNotContain(canary, collector.TextOf(Traces), StringComparison.Ordinal);
            Assert.DoesNotContain(canary, collector.TextOf(Metrics), StringComparison.Ordinal);
        }
    }

    /// <summary>What people do, also what goes wrong; the code that the page of an outage shows.</summary>
    private async Task<string> TravelAsync(ServerProcess server)
    {
        using var stranger = ThroughProxy(server);
        using var refused = await stranger.TrySignInAsync((Stranger, Password));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var person = ThroughProxy(server);
        using var welcome = await person.TrySignInAsync((Email, Password));
        Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);
        var form = new QuestionForm(person, world.Answers);
        await form.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await form.TypeAsync(Answer)).Status);
        Assert.Equal(Answer, await form.OpenAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await person.Client.GetAsync($"/{Address}/{Address}?zoek={Address}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Client.GetAsync($"/agenda/{Address}.ics?sleutel={Address}")).StatusCode);
        var page = await person.Client.GetStringAsync(form.Path);
        using var comment = await person.PostAsync($"{form.Path}?handler=opmerking&{Address}={Address}", page, ("inzending", $"{Guid.CreateVersion7()}"), ("opmerking", Answer), ("noem", $"{world.Auditor}"));
        Assert.Equal(HttpStatusCode.Redirect, comment.StatusCode);
        var start = $"/doorlichtingen/{world.Answers}/achtergrond";
        page = await person.Client.GetStringAsync(start);
        using var job = await person.PostAsync(start, page, ("inzending", Person.ValueIn(page, "inzending")), ("werk", JobKinds.CaseRecord));
        Assert.Equal(HttpStatusCode.Redirect, job.StatusCode);
        using (await OtherWriter.HoldAsync(world.Connection))
        {
            using var outage = await form.SendAsync($"{Answer} opnieuw");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, outage.StatusCode);
            return ReportCode().Match(await outage.Content.ReadAsStringAsync()).Groups[1].Value;
        }
    }

    /// <summary>A request as a proxy passes it on that speaks https with the browser.</summary>
    private static Person ThroughProxy(ServerProcess server)
    {
        var person = new Person(server.Address);
        person.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return person;
    }

    /// <summary>The team member gets another name, address and password: production does not start with those of the demo.</summary>
    private async Task RenameAsync()
    {
        using var database = new AuditDatabase(world.Database);
        await database.WriteAsync(async db =>
        {
            var hasher = new PasswordHasher<UserRow>();
            var member = DemoUsers.AddressOf("teamlid");
            foreach (var user in await db.Users.ToListAsync())
            {
                user.PasswordHash = hasher.HashPassword(user, Password);
                if (user.Email == member)
                {
                    (user.Email, user.UserName, user.DisplayName) = (Email, Email, "Kanarie Zonneveld");
                    (user.NormalizedEmail, user.NormalizedUserName) = (Email.ToUpperInvariant(), Email.ToUpperInvariant());
                }
            }
        });
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("<code class=\"utrecht-code\">([0-9a-f]{32})</code>")]
    private static partial Regex ReportCode();

    /// <summary>Work in the background of the same server may stand in front of the request, and then it is the server that gives up and not SQLite.</summary>
    [GeneratedRegex(@"SqliteException \(5/5\)|DatabaseBusyException")]
    private static partial Regex Busy();
}
