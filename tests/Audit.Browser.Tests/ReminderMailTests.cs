using System.Text.RegularExpressions;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Web.Mail;
using Audit.Workflows.Reminders;
using Audit.Workflows.Seed;
using MimeKit;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>From the mailbox to the page, and the outbox as an administrator sees it; the mail server is a real one.</summary>
public sealed class ReminderMailTests(PostInstallation post) : IClassFixture<PostInstallation>
{
    private const string Token = "__RequestVerificationToken";
    private const string Home = "/beheer/e-mail";

    private readonly IServiceProvider services = post.Installation.Site.Services;
    private readonly CaseMaker maker = new(post.Installation);
    private readonly MailMaker mails = new(post.Installation);

    [Fact]
    public async Task A_reminder_in_the_mailbox_leads_through_signing_in_to_its_page()
    {
        var overdue = await maker.SeededAsync("acties over tijd");
        var asked = await maker.MakeAsync("regulation");
        await maker.PassTimeAsync(asked, TimeSpan.FromDays(12));
        await RemindAsync();

        var action = LinksIn("manager").First(path => path.StartsWith($"/doorlichtingen/{overdue}/actieplan/actie/", StringComparison.Ordinal));
        await (await SignInFromAsync("manager", action)).DisposeAsync();
        Assert.Contains($"/doorlichtingen/{asked}", LinksIn("teamlid"));
        await using var member = await SignInFromAsync("teamlid", $"/doorlichtingen/{asked}");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Proef: regulation");
    }

    [Fact]
    public async Task A_colleague_who_is_called_in_a_comment_gets_a_mail_that_leads_there_and_says_nothing_of_it()
    {
        var path = $"/doorlichtingen/{await maker.MakeAsync("regulation")}/vragen/controle-uitwonendenbeurs/regulation/R12";
        await using var member = await post.Installation.SignedInAsync("teamlid");
        await member.GoAsync(path);
        await member.Page.GetByText("Wie moet dit lezen?").First.ClickAsync();
        await member.Page.GetByLabel("Bas Begeleider").CheckAsync();
        await member.Page.GetByLabel("Uw opmerking").FillAsync("Geheim van de afdeling");
        await member.PressAsync("Opmerking plaatsen");
        await services.GetRequiredService<MailSender>().SendDueAsync();

        var mail = Assert.Single(Received("begeleider@demo.example"), message => message.Subject!.EndsWith("een collega noemt u", StringComparison.Ordinal));
        Assert.Contains($"{PostInstallation.PublicAddress}{path}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sends_a_test_mail_once_to_oneself()
    {
        await using var admin = await post.Installation.SignedInAsync("beheerder");
        await admin.GoAsync(Home);
        await Assertions.Expect(admin.Page.GetByText("E-mail staat aan")).ToBeVisibleAsync();
        var form = (await admin.Page.Locator("[name=inzending]").GetAttributeAsync("value"))!;
        await admin.PressAsync("Testbericht aan uzelf sturen");
        Assert.StartsWith("Er gaat een testbericht naar beheerder@demo.example.", await admin.MessageAsync(), StringComparison.Ordinal);
        await admin.PostAsync($"{Home}?handler=Test", (Token, await admin.TokenAsync()), ("inzending", form));
        await services.GetRequiredService<MailSender>().SendDueAsync();

        Assert.Single(Received("beheerder@demo.example"), message => message.Subject!.EndsWith("testbericht", StringComparison.Ordinal));
        await admin.GoAsync(Home);
        await Assertions.Expect(admin.Page.Locator("tr", new() { HasText = "testbericht" }).First).ToContainTextAsync("Verzonden op");
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_sent_when_an_administrator_asks()
    {
        var bodyId = (await mails.UserAsync("beheerder")).BodyId;
        var id = await mails.AddAsync(bodyId, "opnieuw", row => (row.Attempts, row.Failure) = (6, MailMaker.Failure));
        await services.GetRequiredService<MailSender>().SendDueAsync();
        Assert.Empty(Received("opnieuw@elders.example"));

        await using var admin = await post.Installation.SignedInAsync("beheerder");
        await admin.GoAsync(Home);
        var line = admin.Page.Locator("li", new() { HasText = "opnieuw@elders.example" });
        await Assertions.Expect(line).ToContainTextAsync(MailMaker.Failure);
        await admin.PressAsync(line.GetByRole(AriaRole.Button));
        Assert.Equal("De e-mail wordt opnieuw verzonden.", await admin.MessageAsync());
        await services.GetRequiredService<MailSender>().SendDueAsync();

        Assert.Single(Received("opnieuw@elders.example"));
        Assert.NotNull((await mails.RowAsync(id)).SentUtc);
    }

    [Fact]
    public async Task Mails_of_another_body_are_neither_shown_nor_sent_again()
    {
        var body = new BodyRow { Id = Guid.CreateVersion7(), Name = "Gemeente Elders (fictief)" };
        await services.GetRequiredService<AuditDatabase>().OverAllBodies().WriteAsync(db =>
        {
            db.Bodies.Add(body);
            return Task.CompletedTask;
        });
        var id = await mails.AddAsync(body.Id, "vreemd", row => (row.Attempts, row.Failure) = (6, MailMaker.Failure));
        await using var admin = await post.Installation.SignedInAsync("beheerder");
        await admin.GoAsync(Home);
        Assert.DoesNotContain("vreemd@elders.example", await admin.Page.ContentAsync(), StringComparison.Ordinal);
        var token = (Token, await admin.TokenAsync());
        await admin.PostAsync($"{Home}?handler=Resend", token, ("mail", id.ToString()));
        await admin.PostAsync($"{Home}?handler=Resend", token);

        Assert.Equal(6, (await mails.RowAsync(id)).Attempts);
    }

    /// <summary>Writes and sends the reminders of the last working day.</summary>
    private async Task RemindAsync()
    {
        var day = DutchTime.Of(DateTime.UtcNow).Date.AddDays(-1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        Assert.True(await services.GetRequiredService<DigestRound>().RunAsync(DateTime.SpecifyKind(day.AddHours(8), DateTimeKind.Utc)) > 0);
        Assert.True(await services.GetRequiredService<MailSender>().SendDueAsync() > 0);
    }

    /// <summary>Paths of the links in the reminder of a demo user, which says nothing of the content of a case.</summary>
    private IReadOnlyList<string> LinksIn(string mailbox)
    {
        var message = Assert.Single(Received(DemoUsers.AddressOf(mailbox)), known => known.Subject!.Contains("herinnering", StringComparison.Ordinal));
        Assert.StartsWith($"[{DemoUsers.BodyName}] ", message.Subject, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(@"\b(kritiek|hoog|midden|laag)\b|risicoklasse|restrisico", RegexOptions.IgnoreCase), message.TextBody!);
        var links = Regex.Matches(message.TextBody!, @"https://\S+").Select(match => match.Value).ToList();
        Assert.All(links, link => Assert.StartsWith(PostInstallation.PublicAddress, link, StringComparison.Ordinal));
        return [.. links.Select(link => new Uri(link).AbsolutePath)];
    }

    private IEnumerable<MimeMessage> Received(string address) => post.Server.Received().Where(message => message.To.Mailboxes.Single().Address == address);

    private async Task<Visitor> SignInFromAsync(string mailbox, string path)
    {
        var visitor = await post.Installation.AnonymousAsync();
        await visitor.GoAsync(path);
        Assert.Equal("/inloggen", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.Page.GetByLabel("E-mailadres").FillAsync(DemoUsers.AddressOf(mailbox));
        await visitor.Page.GetByLabel("Wachtwoord").FillAsync(DemoUsers.Password);
        await visitor.PressAsync("Inloggen");
        Assert.Equal(path, new Uri(visitor.Page.Url).AbsolutePath);
        return visitor;
    }
}
