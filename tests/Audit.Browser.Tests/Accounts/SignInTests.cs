using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Accounts;

/// <summary>From an invitation to a session that is ended, as a person and as an attacker would go about it.</summary>
[Collection(AccountTests.Name)]
public sealed class SignInTests(AccountInstallation accounts)
{
    private const string Password = "kanaal lamp zeven paraplu";

    private readonly Installation installation = accounts.Installation;

    [Fact]
    public async Task An_invitation_leads_to_an_account_once_and_bad_passwords_are_refused_in_Dutch()
    {
        const string email = "nieuw@proef.example";
        await using var admin = await installation.SignedInAsync("beheerder");
        await admin.GoAsync("/beheer/accounts");
        await admin.PressAsync("Uitnodigen");
        await Assertions.Expect(admin.Page.GetByText("Vul een e-mailadres in.").First).ToBeVisibleAsync();
        await admin.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Nina Nieuw");
        await admin.Page.GetByLabel("E-mailadres").FillAsync(email);
        await admin.Page.GetByLabel("Manager").CheckAsync();
        await admin.PressAsync("Uitnodigen");
        Assert.Contains($"De uitnodiging aan {email} wordt verstuurd", await admin.MessageAsync(), StringComparison.Ordinal);

        var path = await accounts.MailedPathAsync(email);
        await using var visitor = await installation.AnonymousAsync();
        await visitor.GoAsync(path);
        foreach (var (password, refusal) in new[]
        {
            ("kort", "Maak het wachtwoord langer"), (new string('x', 129), "Maak het wachtwoord korter"), ("Welkom2026!!", "te makkelijk te raden"), ("passwordpassword", "te makkelijk te raden"),
            ("P@ssw0rd2026!", "te makkelijk te raden"), ("123456789012", "te makkelijk te raden"), ("Nina Nieuw 12", "te makkelijk te raden"), ("qwertyuiop123", "te makkelijk te raden"),
        })
        {
            await visitor.Page.GetByLabel("Nieuw wachtwoord").FillAsync(password);
            await visitor.PressAsync("Account in gebruik nemen");
            Assert.Contains(refusal, await visitor.Page.Locator("#wachtwoord-fout").InnerTextAsync(), StringComparison.Ordinal);
        }

        await visitor.Page.GetByLabel("Nieuw wachtwoord").FillAsync(Password);
        await visitor.PressAsync("Account in gebruik nemen");
        Assert.Equal("/account", new Uri(visitor.Page.Url).AbsolutePath);
        await using var second = await installation.AnonymousAsync();
        await second.GoAsync(path);
        await Assertions.Expect(second.Page.GetByText("Deze uitnodiging is al gebruikt")).ToBeVisibleAsync();
        await using var db = accounts.Database.Read();
        Assert.Equal([AccountTrail.Accepted, AccountTrail.Invited, AccountTrail.PasswordChanged], await EventsAsync(db, email));
    }

    [Fact]
    public async Task A_code_of_an_app_is_asked_once_each_and_a_recovery_code_helps_out()
    {
        const string email = "code@proef.example";
        var (_, visitor) = await accounts.NewUserAsync(email, Password, Roles.Manager);
        await using var _ = visitor;
        await visitor.GoAsync("/account/tweede-stap");
        var key = await visitor.Page.Locator("code").InnerTextAsync();
        await FillCodeAsync(visitor, "Code uit de app", "000000", "Tweede stap aanzetten");
        await Assertions.Expect(visitor.Page.Locator("#code-fout")).ToContainTextAsync("Deze code klopt niet");
        // The same one again later, also when its half minute is over by then: it stays valid a little longer.
        var used = AccountInstallation.CodeOf(key);
        await FillCodeAsync(visitor, "Code uit de app", used, "Tweede stap aanzetten");
        var recovery = await visitor.Page.Locator("code").AllInnerTextsAsync();
        Assert.Equal(10, recovery.Count);

        await visitor.PressAsync("Uitloggen");
        await LogInAsync(visitor, email, Password);
        Assert.Equal("/inloggen/code", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.GoAsync("/account");
        Assert.Equal("/inloggen", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.GoAsync("/inloggen/code");
        await FillCodeAsync(visitor, "Code", used, "Verder");
        await Assertions.Expect(visitor.Page.Locator("#code-fout")).ToContainTextAsync("al gebruikt");
        await FillCodeAsync(visitor, "Code", AccountInstallation.CodeOf(key, later: 1), "Verder");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);

        await visitor.PressAsync("Uitloggen");
        await LogInAsync(visitor, email, Password);
        await FillCodeAsync(visitor, "Code", used, "Verder");
        await Assertions.Expect(visitor.Page.Locator("#code-fout")).ToContainTextAsync("al gebruikt");
        await FillCodeAsync(visitor, "Code", recovery[3], "Verder");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.PressAsync("Uitloggen");
        await LogInAsync(visitor, email, Password);
        await FillCodeAsync(visitor, "Code", recovery[3], "Verder");
        await Assertions.Expect(visitor.Page.Locator("#code-fout")).ToBeVisibleAsync();

        await using var db = accounts.Database.Read();
        var stored = await db.UserTokens.Select(row => row.Value).ToListAsync();
        Assert.DoesNotContain(stored, value => value!.Contains(recovery[4], StringComparison.Ordinal) || value.Contains(key.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_requests_with_one_code_one_gets_in()
    {
        const string email = "dubbel@proef.example";
        var (id, visitor) = await accounts.NewUserAsync(email, Password, Roles.Manager);
        await using var _ = visitor;
        await visitor.GoAsync("/account/tweede-stap");
        var key = await visitor.Page.Locator("code").InnerTextAsync();
        await FillCodeAsync(visitor, "Code uit de app", AccountInstallation.CodeOf(key), "Tweede stap aanzetten");
        await visitor.PressAsync("Uitloggen");
        await LogInAsync(visitor, email, Password);
        var token = await visitor.TokenAsync();
        var code = AccountInstallation.CodeOf(key, later: 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => visitor.PostAsync("/inloggen/code", ("code", code), ("__RequestVerificationToken", token))));

        Assert.Equal([302, .. Enumerable.Repeat(200, 11)], answers.Select(answer => answer.Status).OrderDescending());
        await using var db = accounts.Database.Read();
        Assert.Equal(1, await db.Sessions.CountAsync(row => row.UserId == id && row.HasSecondFactor && row.EndedUtc == null));
    }

    [Fact]
    public async Task A_passkey_signs_in_without_a_password()
    {
        const string email = "sleutel@proef.example";
        var (id, first) = await accounts.NewUserAsync(email, Password, Roles.Installation);
        await using var _ = first;
        var session = await first.Page.Context.StorageStateAsync();
        await using var visitor = await installation.AnonymousAsync(new() { StorageState = session });
        var browser = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        // A passkey belongs to a name, not to a number: browsers know none for an IP address.
        var home = installation.Site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await visitor.Page.GotoAsync($"{home}/inloggen");
        await LogInAsync(visitor, email, Password);
        Assert.Equal("/account/tweede-stap", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.Page.GotoAsync($"{home}/account/passkeys");
        await visitor.Page.GetByLabel("Naam, om hem te herkennen").FillAsync("Laptop");
        await visitor.PressAsync("Passkey maken");
        Assert.Contains("De passkey is gemaakt", await visitor.MessageAsync(), StringComparison.Ordinal);
        await visitor.PressAsync("Uitloggen");

        await visitor.PressAsync("Inloggen met een passkey");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
        await using var db = accounts.Database.Read();
        var newest = await db.Sessions.Where(row => row.UserId == id).OrderByDescending(row => row.MadeUtc).FirstAsync();
        Assert.Equal((SignInWays.Passkey, true), (newest.Way, newest.HasSecondFactor));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_must_use_a_second_factor_gets_no_further_without_one(bool withScript)
    {
        var (_, visitor) = await accounts.NewUserAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScript }, $"verplicht-{withScript}@proef.example", Password, Roles.Installation);
        await using var _ = visitor;
        foreach (var path in new[] { "/", "/doorlichtingen", "/account", "/beheer/accounts" })
        {
            await visitor.GoAsync(path);
            Assert.Equal("/account/tweede-stap", new Uri(visitor.Page.Url).AbsolutePath);
        }

        var key = await visitor.Page.Locator("code").InnerTextAsync();
        await FillCodeAsync(visitor, "Code uit de app", AccountInstallation.CodeOf(key), "Tweede stap aanzetten");
        await visitor.GoAsync("/doorlichtingen");
        Assert.Equal("/doorlichtingen", new Uri(visitor.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_session_ends_at_the_next_request_when_it_is_revoked_idle_or_too_old()
    {
        const string email = "sessies@proef.example";
        var (id, one) = await accounts.NewUserAsync(email, Password, Roles.Manager);
        await using var _ = one;
        await using var two = await installation.AnonymousAsync();
        await two.GoAsync("/inloggen");
        await LogInAsync(two, email, Password);
        await one.GoAsync("/account/sessies");
        Assert.Equal(2, await one.Page.Locator("main .task-list__item").CountAsync());
        await one.PressAsync("Overal uitloggen, behalve hier");
        await IsOutAsync(two);

        await LogInAsync(two, email, Password);
        await ChangeSessionsAsync(id, session => session.SeenUtc = DateTime.UtcNow.AddHours(-3));
        await IsOutAsync(two);
        await LogInAsync(two, email, Password);
        await ChangeSessionsAsync(id, session => session.MadeUtc = DateTime.UtcNow.AddHours(-13));
        await IsOutAsync(two);

        await LogInAsync(two, email, Password);
        var copy = await two.Page.Context.StorageStateAsync();
        await two.PressAsync("Uitloggen");
        await using var thief = await installation.AnonymousAsync(new() { JavaScriptEnabled = false, StorageState = copy });
        await IsOutAsync(thief);
    }

    [Fact]
    public async Task A_change_of_roles_and_a_lock_hold_at_the_next_request()
    {
        const string email = "rechten@proef.example";
        var (id, visitor) = await accounts.NewUserAsync(email, Password, Roles.Admin);
        await using var _ = visitor;
        await visitor.GoAsync("/beheer/accounts");
        await using var admin = await installation.SignedInAsync("beheerder");
        await admin.GoAsync($"/beheer/accounts/{id}");
        await admin.Page.GetByLabel("Beheerder", new() { Exact = true }).UncheckAsync();
        await admin.PressAsync("Rollen opslaan");
        await visitor.GoAsync("/beheer/accounts", 404);
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Beheer", Exact = true }).CountAsync());

        await admin.PressAsync("Account blokkeren");
        await Assertions.Expect(admin.Page.Locator("#reden-fout")).ToBeVisibleAsync();
        await admin.Page.GetByLabel("Reden").FillAsync("Werkt hier niet meer.");
        await admin.PressAsync("Account blokkeren");
        await IsOutAsync(visitor);
        await LogInAsync(visitor, email, Password);
        await Assertions.Expect(visitor.Page.Locator("#email-fout")).ToContainTextAsync("klopt niet");
        await admin.PressAsync("Blokkade opheffen");
        await LogInAsync(visitor, email, Password);
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
        await using var db = accounts.Database.Read();
        Assert.Contains(AccountTrail.Locked, await EventsAsync(db, email));
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_with_a_link_and_an_unknown_address_is_not_told_apart()
    {
        const string email = "vergeten@proef.example";
        var (_, visitor) = await accounts.NewUserAsync(email, Password, Roles.Manager);
        await using var _ = visitor;
        await ChangeLinksAsync(email, link => link.MadeUtc = DateTime.UtcNow.AddHours(-1));
        await using var other = await installation.AnonymousAsync();
        var answers = new List<string>();
        foreach (var address in new[] { email, "bestaat-niet@proef.example" })
        {
            await other.GoAsync("/wachtwoord/vergeten");
            await other.Page.GetByLabel("E-mailadres").FillAsync(address);
            await other.PressAsync("Link sturen");
            answers.Add(await other.Page.Locator("main").InnerTextAsync());
        }

        Assert.Equal(answers[0], answers[1]);
        var path = await accounts.MailedPathAsync(email);
        await other.GoAsync(path);
        await other.Page.GetByLabel("Nieuw wachtwoord").FillAsync("twaalf nieuwe fietsbellen");
        await other.PressAsync("Wachtwoord opslaan");
        await IsOutAsync(visitor);
        await LogInAsync(other, email, Password);
        var wrong = await other.Page.Locator("#email-fout").InnerTextAsync();
        await LogInAsync(other, "bestaat-niet@proef.example", Password);
        Assert.Equal(wrong, await other.Page.Locator("#email-fout").InnerTextAsync());
        await LogInAsync(other, email, "twaalf nieuwe fietsbellen");
        Assert.Equal("/", new Uri(other.Page.Url).AbsolutePath);
        await other.GoAsync(path);
        await Assertions.Expect(other.Page.GetByText("Deze link is al gebruikt")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_invitation_that_is_too_old_works_no_more()
    {
        const string email = "oud@proef.example";
        var (_, path) = await accounts.InviteAsync(email, Roles.Manager);
        await ChangeLinksAsync(email, link => link.ExpiresUtc = DateTime.UtcNow.AddSeconds(-1));
        await using var visitor = await installation.AnonymousAsync();
        await visitor.GoAsync(path);
        await Assertions.Expect(visitor.Page.GetByText("Deze uitnodiging is al gebruikt, is te oud")).ToBeVisibleAsync();
    }

    private static async Task LogInAsync(Visitor visitor, string email, string password)
    {
        await visitor.Page.GetByLabel("E-mailadres").FillAsync(email);
        await visitor.Page.GetByLabel("Wachtwoord", new() { Exact = true }).FillAsync(password);
        await visitor.PressAsync("Inloggen");
    }

    private static async Task FillCodeAsync(Visitor visitor, string label, string code, string button)
    {
        await visitor.Page.GetByLabel(label, new() { Exact = true }).FillAsync(code);
        await visitor.PressAsync(button);
    }

    private static async Task IsOutAsync(Visitor visitor)
    {
        await visitor.GoAsync("/");
        Assert.Equal("/inloggen", new Uri(visitor.Page.Url).AbsolutePath);
    }

    private Task ChangeSessionsAsync(Guid userId, Action<SessionRow> change) => accounts.Database.WriteAsync(async db =>
        (await db.Sessions.AsTracking().Where(row => row.UserId == userId && row.EndedUtc == null).ToListAsync()).ForEach(change));

    private Task ChangeLinksAsync(string email, Action<AccountLinkRow> change) => accounts.Database.WriteAsync(async db =>
        (await db.AccountLinks.AsTracking().Where(row => db.Users.Any(user => user.Id == row.UserId && user.Email == email)).ToListAsync()).ForEach(change));

    private static async Task<List<string>> EventsAsync(AuditContext db, string email)
    {
        var id = await db.Users.Where(row => row.Email == email).Select(row => row.Id).SingleAsync();
        var subject = $"account {id}";
        return [.. (await db.Trail.Where(row => row.Subject == subject).Select(row => row.Event).ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
