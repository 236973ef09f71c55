using Audit.Browser.Tests.Hardening;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Accounts;

/// <summary>An administrator of a body gets no hold on the account of who administers the installation: no e-mail is sent here, so a link would be shown.</summary>
public sealed class InstallationAccountTests : IAsyncLifetime
{
    private readonly AuditSite site = new();
    private AuditDatabase database = null!;
    private Caller admin = null!;

    public async ValueTask InitializeAsync()
    {
        await Task.Run(site.Start);
        database = site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        admin = new(site.Address);
        await admin.SignInAsync("beheerder");
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Account_with_the_role_over_the_installation_is_changed_by_nobody_who_lacks_it()
    {
        foreach (var isInUse in new[] { true, false })
        {
            var id = await AddAsync($"installatie-{isInUse}@proef.example", isInUse);
            var before = await StateAsync(id);
            foreach (var handler in new[] { "Link", "Reset", "Lock", "Unlock", "EndSessions", "Roles" })
            {
                var answer = await admin.PostAsync($"/beheer/accounts/{id}?handler={handler}", [new("reden", "Weg."), new("rollen", Roles.Manager)]);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.DoesNotContain("/wachtwoord/nieuw/", text, StringComparison.Ordinal);
                Assert.DoesNotContain("/uitnodiging/", text, StringComparison.Ordinal);
                Assert.Contains("Dit account beheert de hele installatie", text, StringComparison.Ordinal);
            }

            Assert.Equal(before, await StateAsync(id));
            var page = await admin.TextAsync($"/beheer/accounts/{id}");
            Assert.Contains("Dit account beheert de hele installatie", page, StringComparison.Ordinal);
            Assert.DoesNotContain("?handler=Link", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_has_the_role_changes_the_account()
    {
        var id = await AddAsync("installatie@proef.example", isInUse: true);
        await database.WriteAsync(async db =>
        {
            var row = await db.BodyRoles.FirstAsync(row => row.Role == Roles.Admin);
            db.BodyRoles.Add(new() { BodyId = row.BodyId, UserId = row.UserId, Role = Roles.Installation });
        });
        var answer = await admin.PostAsync($"/beheer/accounts/{id}?handler=Link", []);
        Assert.Contains("/wachtwoord/nieuw/", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>What any of the changes would touch: the account, its roles, its links and its trail.</summary>
    private async Task<(string?, int, int, int)> StateAsync(Guid id)
    {
        await using var db = database.Read();
        var subject = $"account {id}";
        return (
            (await db.Users.SingleAsync(row => row.Id == id)).ConcurrencyStamp,
            await db.BodyRoles.CountAsync(row => row.UserId == id),
            await db.AccountLinks.CountAsync(row => row.UserId == id),
            await db.Trail.CountAsync(row => row.Subject == subject));
    }

    private Task<Guid> AddAsync(string email, bool isInUse) => database.WriteAsync(async db =>
    {
        var admin = await db.BodyRoles.FirstAsync(row => row.Role == Roles.Admin);
        var invited = await Invitations.InviteAsync(db, admin.BodyId, new(email, "Ine Installatie", [Roles.Installation]), new(null, string.Empty, DateTime.UtcNow));
        invited.User!.EmailConfirmed = isInUse;
        return invited.User.Id;
    });
}
