using Audit.Browser.Tests.Hardening;
using Audit.Data.Database;
using Audit.Web.Feeds;
using Audit.Workflows.Accounts;
using Audit.Workflows.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Accounts;

/// <summary>What somebody reaches with a password alone, and what is left of an account that was closed, by requests as they come.</summary>
[Collection(AccountTests.Name)]
public sealed class PasswordAloneTests(AccountInstallation accounts)
{
    private const string Password = "kanaal lamp zeven paraplu";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_has_a_second_factor_sets_up_no_other_with_the_password_alone(bool hasPasskey)
    {
        var email = $"alleen-wachtwoord-{hasPasskey}@proef.example";
        var (id, caller) = await NewCallerAsync(email, Roles.Installation);
        using var _ = caller;
        await caller.GetAsync("/account/tweede-stap");
        var key = await TokensAsync(id);
        await GiveSecondFactorAsync(id, hasPasskey);

        foreach (var page in new[] { "/", "/account/tweede-stap", "/account/passkeys" })
        {
            Assert.Equal("/inloggen", (await caller.GetAsync(page)).Headers.Location?.OriginalString);
        }

        Assert.Contains("Uw account heeft al een tweede stap", await caller.TextAsync("/inloggen"), StringComparison.Ordinal);
        foreach (var post in new[] { "/account/tweede-stap?handler=On", "/account/tweede-stap?handler=Off", "/account/tweede-stap?handler=Codes", "/account/passkeys?handler=Options", "/account/passkeys?handler=Remove" })
        {
            Assert.Equal("/inloggen", (await caller.PostAsync(post, [new("code", "000000"), new("id", "AQID")])).Headers.Location?.OriginalString);
        }

        await using var db = accounts.Database.Read();
        Assert.Equal((hasPasskey ? 1 : 0, !hasPasskey), (await db.Set<IdentityUserPasskey<Guid>>().CountAsync(row => row.UserId == id), (await db.Users.SingleAsync(row => row.Id == id)).TwoFactorEnabled));
        Assert.Equal(key, await TokensAsync(id));
    }

    [Fact]
    public async Task The_calendar_of_a_locked_account_is_an_unknown_address()
    {
        var (id, caller) = await NewCallerAsync("agenda-dicht@proef.example", Roles.Manager);
        using var _ = caller;
        var user = await UserAsync(id);
        var secret = await new CalendarFeeds(accounts.Database).MakeAsync(user.BodyId, Guid.CreateVersion7(), new(id, user.DisplayName, DateTime.UtcNow));
        Assert.Equal(200, (int)(await caller.GetAsync($"/agenda/{secret}.ics")).StatusCode);
        await accounts.Database.WriteAsync(async db => Assert.Null(await AccountChanges.LockAsync(db, await db.Users.AsTracking().SingleAsync(row => row.Id == id), new(null, string.Empty, DateTime.UtcNow), "Weg.")));

        var (locked, unknown) = (await caller.GetAsync($"/agenda/{secret}.ics"), await caller.GetAsync($"/agenda/{new string('A', secret!.Length)}.ics"));
        Assert.Equal((404, 404), ((int)locked.StatusCode, (int)unknown.StatusCode));
    }

    [Fact]
    public async Task Ending_one_of_the_own_sessions_is_in_the_trail()
    {
        const string email = "een-sessie@proef.example";
        var (id, one) = await NewCallerAsync(email, Roles.Manager);
        using var two = new Caller(accounts.Installation.Site.Address);
        using var _ = one;
        await two.SignInAsync(email, Password);
        await using var db = accounts.Database.Read();
        var other = await db.Sessions.Where(row => row.UserId == id && row.EndedUtc == null).OrderByDescending(row => row.MadeUtc).FirstAsync();
        await one.PostAsync("/account/sessies?handler=End", [new("sessie", $"{other.Id}")]);
        await one.PostAsync("/account/sessies?handler=End", [new("sessie", $"{Guid.NewGuid()}")]);

        Assert.Equal("/inloggen", (await two.GetAsync("/account")).Headers.Location?.AbsolutePath);
        Assert.Equal(1, await db.Trail.CountAsync(row => row.UserId == id && row.Event == AccountTrail.SessionsEnded));
    }

    [Fact]
    public async Task A_link_whose_email_was_given_up_is_made_anew_when_that_is_tried_again()
    {
        const string email = "opgegeven@proef.example";
        using var admin = new Caller(accounts.Installation.Site.Address);
        await admin.SignInAsync("beheerder");
        await admin.PostAsync("/beheer/accounts", [new("naam", "Onno Opgegeven"), new("email", email), new("rollen", Roles.Manager)]);
        var first = await accounts.MailedPathAsync(email);
        var mail = await accounts.Database.WriteAsync(async db =>
        {
            var row = await db.Mails.AsTracking().SingleAsync(row => row.Recipient == email);
            (row.Attempts, row.Text) = (MailAttempts.Most, string.Empty);
            return row.Id;
        });
        await admin.PostAsync("/beheer/e-mail?handler=Resend", [new("mail", $"{mail}")]);

        var second = await accounts.MailedPathAsync(email);
        Assert.Contains("al gebruikt", await admin.TextAsync(first), StringComparison.Ordinal);
        Assert.Contains("Account in gebruik nemen", await admin.TextAsync(second), StringComparison.Ordinal);
        await using var db = accounts.Database.Read();
        Assert.Equal(0, (await db.Mails.SingleAsync(row => row.Recipient == email)).Attempts);
    }

    /// <summary>Somebody who took an account into use and is signed in with a password.</summary>
    private async Task<(Guid Id, Caller Caller)> NewCallerAsync(string email, string role)
    {
        var (id, path) = await accounts.InviteAsync(email, role);
        var caller = new Caller(accounts.Installation.Site.Address);
        Assert.Equal("/account", (await caller.PostAsync(path, [new("wachtwoord", Password)], from: path)).Headers.Location?.OriginalString);
        return (id, caller);
    }

    private async Task<UserRow> UserAsync(Guid id)
    {
        await using var db = accounts.Database.Read();
        return await db.Users.SingleAsync(row => row.Id == id);
    }

    private async Task<List<string?>> TokensAsync(Guid id)
    {
        await using var db = accounts.Database.Read();
        return await db.UserTokens.Where(row => row.UserId == id).OrderBy(row => row.Name).Select(row => row.Value).ToListAsync();
    }

    /// <summary>As if it was set up in another session.</summary>
    private Task GiveSecondFactorAsync(Guid id, bool hasPasskey) => accounts.Database.WriteAsync(async db =>
    {
        (await db.Users.AsTracking().SingleAsync(row => row.Id == id)).TwoFactorEnabled = !hasPasskey;
        if (hasPasskey)
        {
            db.Add(new IdentityUserPasskey<Guid> { UserId = id, CredentialId = [1, 2, 3], Data = new() { PublicKey = [1], Name = "Laptop", CreatedAt = DateTimeOffset.UtcNow, AttestationObject = [1], ClientDataJson = [1], Transports = [] } });
        }
    });
}
