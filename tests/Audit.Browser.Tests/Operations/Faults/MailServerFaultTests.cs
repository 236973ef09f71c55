using System.Net;
using System.Net.Sockets;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Integration.Tests.Mail;
using Audit.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Operations.Faults;

/// <summary>The mail server refuses, hangs, or goes away in the middle of an e-mail: nobody waits for it, the administrator reads why, and the e-mail goes out later, without a restart.</summary>
public sealed class MailServerFaultTests
{
    private static readonly string Script = Path.Combine(AuditSite.Content.Root, "tests", "data", "mailserver.py");

    [Fact]
    public async Task Mail_server_that_fails_holds_up_nobody_and_nothing_is_lost()
    {
        using var good = await new MailServer(Script).StartAsync();
        good.Stop();
        await using var site = new AuditSite { Settings = SettingsFor(good.Port) };
        await Task.Run(site.Start);
        var maker = new CaseMaker(site.Services);
        var (caseId, colleague) = (await maker.MakeAsync("regulation"), await maker.UserAsync(Roles.Auditor));
        using var person = await Person.SignInAsync(new(site.Address), "teamlid");
        using var admin = await Person.SignInAsync(new(site.Address), "beheerder");
        await CommentAsync(person, caseId, colleague);

        Assert.Contains("is niet te bereiken", await FailureAsync(site, admin), StringComparison.Ordinal);
        using (BadServer.Start(good.Port, hangs: true))
        {
            Assert.Contains("antwoordde niet op tijd", await FailureAsync(site, admin), StringComparison.Ordinal);
            await CommentAsync(person, caseId, colleague);
        }

        using (BadServer.Start(good.Port, hangs: false))
        {
            Assert.Contains("verbrak de verbinding", await FailureAsync(site, admin), StringComparison.Ordinal);
        }

        await good.StartAsync();
        await DueAsync(site);
        Assert.Equal(2, await site.Services.GetRequiredService<MailSender>().SendDueAsync());
        Assert.Equal(2, good.Received().Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(2, good.Received().Count);
    }

    private static Dictionary<string, string> SettingsFor(int port) => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{port}",
        ["Mail:Security"] = "None",
        ["Mail:From"] = "doorlichting@voorbeeld.example",
        ["Mail:PublicAddress"] = PostInstallation.PublicAddress,
        ["Mail:WaitSeconds"] = "2",
    };

    /// <summary>A colleague is called; whoever calls does not wait for the mail server.</summary>
    private static async Task CommentAsync(Person person, Guid caseId, Guid colleague)
    {
        var form = new QuestionForm(person, caseId);
        var page = await person.Client.GetStringAsync(form.Path);
        using var answer = await person.PostAsync($"{form.Path}?handler=opmerking", page, ("inzending", $"{Guid.CreateVersion7()}"), ("opmerking", "Kijk je mee?"), ("noem", $"{colleague}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Lets the sender try, and reads what the administrator is told.</summary>
    private static async Task<string> FailureAsync(AuditSite site, Person admin)
    {
        await DueAsync(site);
        Assert.Equal(0, await site.Services.GetRequiredService<MailSender>().SendDueAsync());
        return WebUtility.HtmlDecode(await admin.Client.GetStringAsync("/beheer/e-mail"));
    }

    /// <summary>The wait before the next attempt passes.</summary>
    private static Task DueAsync(AuditSite site) => site.Services.GetRequiredService<AuditDatabase>().OverAllBodies().WriteAsync(async db =>
    {
        foreach (var row in await db.Mails.Where(row => row.SentUtc == null).ToListAsync())
        {
            row.DueUtc = DateTime.UtcNow;
        }
    });

    /// <summary>Takes connections on the port of the mail server; says nothing, or goes away in the middle of a message.</summary>
    private sealed class BadServer : IDisposable
    {
        private readonly TcpListener listener;
        private readonly CancellationTokenSource stop = new();

        private BadServer(int port) => listener = new(IPAddress.Loopback, port);

        public static BadServer Start(int port, bool hangs)
        {
            var server = new BadServer(port);
            server.listener.Start();
            _ = server.ServeAsync(hangs);
            return server;
        }

        public void Dispose()
        {
            stop.Cancel();
            listener.Dispose();
            stop.Dispose();
        }

        private async Task ServeAsync(bool hangs)
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(stop.Token);
                    await (hangs ? Task.Delay(TimeSpan.FromSeconds(4), stop.Token) : TalkAsync(client));
                }
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException or IOException)
            {
                // The test is over.
            }
        }

        private static async Task TalkAsync(TcpClient client)
        {
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 bad.example ESMTP");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    await reader.ReadLineAsync();
                    return;
                }

                await writer.WriteLineAsync("250 OK");
            }
        }
    }
}
