using System.Security.Cryptography;
using Audit.Web.Mail;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;

namespace Audit.Integration.Tests.Mail;

/// <summary>The outbox and its sender, against a real mail server.</summary>
public sealed class MailSenderTests
{
    [Fact]
    public async Task SendDueAsync_WaitingMail_ArrivesAsWrittenAndOnce()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script).StartAsync();
        var sender = office.SenderTo(PostOffice.Settings(server.Port));
        await office.WriteAsync("proef", mail => mail with { Subject = "[Súdwest-Fryslân] Herinnering", Text = "Beste Zoë,\n\nÉén actie: https://doorlichting.voorbeeld.example/x\n.\nEinde\n" });

        Assert.Equal(1, await sender.SendDueAsync());
        Assert.Equal(0, await sender.SendDueAsync());

        var message = Assert.Single(server.Received());
        Assert.Equal("[Súdwest-Fryslân] Herinnering", message.Subject);
        Assert.Equal("Beste Zoë,\n\nÉén actie: https://doorlichting.voorbeeld.example/x\n.\nEinde\n", message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(("text/plain", "utf-8"), (message.Body!.ContentType.MimeType, message.Body.ContentType.Charset));
        Assert.Equal("doorlichting@voorbeeld.example", message.From.Mailboxes.Single().Address);
        Assert.Equal("ontvanger@elders.example", message.To.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        var row = await office.RowAsync("proef");
        Assert.Equal($"{row.Id:N}@voorbeeld.example", message.MessageId);
        Assert.Equal((PostOffice.Start, 1, null), (row.SentUtc, row.Attempts, row.Failure));
    }

    [Fact]
    public async Task WriteAsync_SameKey_IsWrittenOnce()
    {
        await using var office = await PostOffice.OpenAsync();
        Assert.True(await office.WriteAsync("een"));
        Assert.False(await office.WriteAsync("een"));
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.WriteAsync("twee")));

        Assert.Equal(1, both.Count(written => written));
        await using var db = office.Database.Read();
        Assert.Equal(2, await db.Mails.CountAsync());
    }

    [Fact]
    public async Task SendDueAsync_ServerAway_TriesLaterAndDeliversOnce()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script).StartAsync();
        server.Stop();
        var sender = office.SenderTo(PostOffice.Settings(server.Port));
        await office.WriteAsync("proef");

        Assert.Equal(0, await sender.SendDueAsync());
        var row = await office.RowAsync("proef");
        Assert.Equal((1, PostOffice.Start.AddMinutes(1)), (row.Attempts, row.DueUtc));
        Assert.Equal($"De mailserver 127.0.0.1:{server.Port} is niet te bereiken.", PostOffice.Why(row));

        await server.StartAsync();
        Assert.Equal(0, await sender.SendDueAsync());
        office.Time.NowUtc = PostOffice.Start.AddMinutes(1);
        Assert.Equal(1, await sender.SendDueAsync());
        Assert.Equal(0, await sender.SendDueAsync());
        Assert.Single(server.Received());
        Assert.Null((await office.RowAsync("proef")).Failure);
    }

    [Fact]
    public async Task SendDueAsync_ServerStaysAway_WaitsLongerEachTimeAndGivesUpUntilAskedAgain()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script).StartAsync();
        server.Stop();
        var sender = office.SenderTo(PostOffice.Settings(server.Port));
        await office.WriteAsync("proef");
        var waits = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            await sender.SendDueAsync();
            var due = (await office.RowAsync("proef")).DueUtc;
            waits.Add((due - office.Time.NowUtc).TotalMinutes);
            office.Time.NowUtc = due;
        }

        Assert.Equal([1, 5, 30, 120, 720, 0, 0, 0, 0, 0], waits);
        Assert.Equal(MailAttempts.Most, (await office.RowAsync("proef")).Attempts);
        await server.StartAsync();
        Assert.Equal(0, await sender.SendDueAsync());

        await office.Database.WriteAsync(async db => Outbox.TryAgain(await db.Mails.SingleAsync(), office.Time.NowUtc));
        Assert.Equal(1, await sender.SendDueAsync());
        Assert.Single(server.Received());
    }

    [Fact]
    public async Task SendDueAsync_FourNodesAtOnce_DeliverEachMailOnce()
    {
        const int mails = 60;
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script, "--slow", "0.01").StartAsync();
        for (var i = 0; i < mails; i++)
        {
            await office.WriteAsync($"proef-{i}");
        }

        var senders = Enumerable.Range(0, 4).Select(_ => office.SenderTo(PostOffice.Settings(server.Port))).ToList();
        var sent = await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.SendDueAsync())));

        Assert.Equal(mails, sent.Sum());
        Assert.Equal(mails, server.Received().Select(message => message.Subject).Distinct().Count());
        Assert.Equal(mails, server.Received().Count);
        Assert.True(sent.Count(count => count > 0) > 1, $"one node did everything: {string.Join(' ', sent)}");
    }

    [Fact]
    public async Task SendDueAsync_NodeDiedWhileSending_LeavesTheMailUntilTheLeaseIsOver()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script).StartAsync();
        var sender = office.SenderTo(PostOffice.Settings(server.Port));
        await office.WriteAsync("proef");
        await office.Database.WriteAsync(async db =>
        {
            var row = await db.Mails.SingleAsync();
            (row.Attempts, row.DueUtc) = (1, office.Time.NowUtc + MailAttempts.Lease);
        });

        Assert.Equal(0, await sender.SendDueAsync());
        office.Time.NowUtc += MailAttempts.Lease;
        Assert.Equal(1, await sender.SendDueAsync());
    }

    [Fact]
    public async Task SendDueAsync_LinkToAnAccountThatIsGivenUp_IsNotKept()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script, "--refuse", "weg@elders.example").StartAsync();
        await office.WriteAsync("account/weg", mail => mail with { Recipient = "weg@elders.example" });
        await office.WriteAsync("account/wacht");
        await office.WriteAsync("account/node-viel-uit");
        await office.WriteAsync("gewoon", mail => mail with { Recipient = "weg@elders.example" });
        await office.Database.WriteAsync(async db =>
        {
            (await db.Mails.SingleAsync(row => row.Key == "account/node-viel-uit")).Attempts = MailAttempts.Most;
            (await db.Mails.SingleAsync(row => row.Key == "account/wacht")).DueUtc = PostOffice.Start.AddMinutes(1);
        });

        Assert.Equal(0, await office.SenderTo(PostOffice.Settings(server.Port)).SendDueAsync());
        Assert.Equal(["", ""], [(await office.RowAsync("account/weg")).Text, (await office.RowAsync("account/node-viel-uit")).Text]);
        Assert.All([await office.RowAsync("account/wacht"), await office.RowAsync("gewoon")], row => Assert.Contains("Er is iets te doen", row.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendDueAsync_MailboxThatDoesNotExist_GivesUpAtOnceAndSendsTheOthers()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script, "--refuse", "weg@elders.example").StartAsync();
        await office.WriteAsync("weg", mail => mail with { Recipient = "weg@elders.example" });
        await office.WriteAsync("wel");

        Assert.Equal(1, await office.SenderTo(PostOffice.Settings(server.Port)).SendDueAsync());
        var row = await office.RowAsync("weg");
        Assert.Equal((MailAttempts.Most, "De mailserver neemt het bericht niet aan (550 5.1.1 no such mailbox here)."), (row.Attempts, PostOffice.Why(row)));
    }

    [Fact]
    public async Task SendDueAsync_Attachment_ArrivesIntactAndIsNotKept()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script).StartAsync();
        var content = RandomNumberGenerator.GetBytes(200_000);
        await office.WriteAsync("bijlage", mail => mail with { Attachment = new("Acties Zoë.xlsx", content) });

        Assert.Equal(1, await office.SenderTo(PostOffice.Settings(server.Port)).SendDueAsync());
        var part = Assert.IsType<MimePart>(Assert.Single(server.Received().Single().Attachments));
        using var arrived = new MemoryStream();
        await part.Content!.DecodeToAsync(arrived);
        Assert.Equal(content, arrived.ToArray());
        Assert.Equal("Acties Zoë.xlsx", part.FileName);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", part.ContentType.MimeType);
        var row = await office.RowAsync("bijlage");
        Assert.Equal((null, "Acties Zoë.xlsx"), (row.Attachment, row.AttachmentName));
    }

    [Fact]
    public async Task SendDueAsync_LineBreaksInNamesAndSubject_AddNoHeader()
    {
        const string evil = "Gemeente\r\nBcc: slachtoffer@elders.example\r\n\r\n<b>tekst</b>\u2028X-Evil: ja";
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script).StartAsync();
        await office.WriteAsync("kop", mail => mail with { Subject = DigestText.SubjectOf(evil, "proef"), Attachment = new($"a\r\nX-Evil: ja.xlsx", new byte[] { 1 }) });
        await office.WriteAsync("aan", mail => mail with { Recipient = "a@elders.example\r\nBcc: b@elders.example" });
        await office.WriteAsync("twee", mail => mail with { Recipient = "a@elders.example, b@elders.example" });
        await office.WriteAsync("naam", mail => mail with { Recipient = "Iemand <a@elders.example>" });

        Assert.Equal(1, await office.SenderTo(PostOffice.Settings(server.Port)).SendDueAsync());
        var message = Assert.Single(server.Received());
        Assert.Equal("ontvanger@elders.example", message.Headers["X-Envelope-To"]);
        Assert.Empty(message.Bcc);
        Assert.DoesNotContain(message.Headers, header => header.Field.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(server.Raw().Single().Split('\n'), line => line.StartsWith("X-Evil", StringComparison.Ordinal) || line.StartsWith("Bcc", StringComparison.Ordinal));
        Assert.Contains("Bcc: slachtoffer", message.Subject, StringComparison.Ordinal);
        Assert.All([await office.RowAsync("aan"), await office.RowAsync("twee"), await office.RowAsync("naam")], row =>
            Assert.Equal((MailAttempts.Most, "Dit is geen e-mailadres."), (row.Attempts, PostOffice.Why(row))));
    }

    [Fact]
    public async Task SendDueAsync_EmailSwitchedOff_LeavesEverythingUnsent()
    {
        await using var office = await PostOffice.OpenAsync();
        await office.WriteAsync("proef");

        Assert.Equal(0, await office.SenderTo(PostOffice.Settings(25, ("Host", ""))).SendDueAsync());
        var row = await office.RowAsync("proef");
        Assert.Equal((null, 0, null), (row.SentUtc, row.Attempts, row.Failure));
    }
}
