using System.Security.Cryptography;
using Audit.Data.Database;
using Audit.Integration.Tests.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Cli;

/// <summary>How an empty installation gets its first people.</summary>
public sealed class AccountCommandTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private static readonly Dictionary<string, string> Key = new() { ["Trail__Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };

    [Fact]
    public async Task EmptyDatabase_BodyAndAdministrator_GivesALinkWhoseSecretIsNotKept()
    {
        var target = DemoDatabase.ConnectionTo(demo.NewFile());
        string[] place = ["--provider", "Sqlite", "--connection", target];

        var without = await AuditProgram.RunAsync(["body", "create", "Gemeente Proefdorp", .. place]);
        var body = await AuditProgram.RunAsync(Key, ["body", "create", "Gemeente Proefdorp", .. place]);
        var again = await AuditProgram.RunAsync(Key, ["body", "create", "gemeente proefdorp", .. place]);
        var invite = await AuditProgram.RunAsync(Key, ["user", "invite", "--body", "Gemeente Proefdorp", "--email", "eerste@proefdorp.example", "--role", "admin", "--role", "installation", "--address", "https://doorlichting.example/", .. place]);
        var wrong = await AuditProgram.RunAsync(Key, ["user", "invite", "--body", "Elders", "--email", "x@y.example", "--role", "admin", .. place]);

        Assert.Equal(1, without.ExitCode);
        Assert.Contains("de sleutel van het spoor ontbreekt", without.Errors, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (body.ExitCode, body.Errors));
        Assert.Equal((1, "audit: De organisatie ‘gemeente proefdorp’ is er al."), (again.ExitCode, again.Errors.Trim()));
        Assert.Equal((0, string.Empty), (invite.ExitCode, invite.Errors));
        Assert.Equal(1, wrong.ExitCode);
        var secret = System.Text.RegularExpressions.Regex.Match(invite.Output, "https://doorlichting\\.example/uitnodiging/([A-Za-z0-9_-]{43})").Groups[1].Value;
        Assert.NotEmpty(secret);
        using var database = new AuditDatabase(new(DatabaseProvider.Sqlite, target));
        await using var db = database.Read();
        var user = await db.Users.SingleAsync();
        Assert.Null(user.PasswordHash);
        Assert.Equal([Roles.Admin, Roles.Installation], await db.BodyRoles.Select(row => row.Role).Order().ToListAsync());
        Assert.DoesNotContain(secret, (await db.AccountLinks.SingleAsync()).Sha256, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["account.invited", "body.created"], await db.Trail.Select(row => row.Event).Order().ToListAsync());
    }
}
