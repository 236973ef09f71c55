using System.CommandLine;
using Audit.Data.Database;
using Audit.Workflows.Accounts;
using Audit.Workflows.Cases;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Cli.Commands;

/// <summary><c>audit user invite</c> and <c>audit user link</c>: how the first people get in, and how an administrator who lost everything gets in again.</summary>
internal sealed class UserCommand
{
    private readonly Option<string> email = new("--email") { Description = "E-mailadres", Required = true, HelpName = "ADRES" };
    private readonly Option<string> body = new("--body") { Description = "Naam van de organisatie", Required = true, HelpName = "NAAM" };
    private readonly Option<string?> name = new("--name") { Description = "Naam van de persoon; anders het e-mailadres", HelpName = "NAAM" };
    private readonly Option<string[]> roles = new("--role") { Description = "Rol in de organisatie; mag vaker", Required = true, HelpName = "ROL", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> address = new("--address") { Description = "Adres van de toepassing, voor de link; anders Mail__PublicAddress", HelpName = "URL" };
    private readonly Option<bool> mail = new("--mail") { Description = "Zet een e-mail klaar in plaats van de link te tonen; de toepassing verstuurt hem" };
    private readonly DatabaseOptions database = new();

    private UserCommand()
    {
        roles.AcceptOnlyFromAmong([.. Roles.All, Roles.Installation]);
        address.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IsAddress(result.Tokens[0].Value))
            {
                result.AddError("--address is geen webadres; begin met https://");
            }
        });
    }

    private static DateTime NowUtc => DateTime.UtcNow;

    private static Actor Program => new(null, string.Empty, NowUtc);

    public static Command Create()
    {
        var options = new UserCommand();
        var invite = new Command("invite", $"Nodig iemand uit; toont één keer een link. Rol '{Roles.Installation}' beheert de hele installatie") { options.email, options.body, options.roles, options.name, options.address, options.mail };
        options.database.AddTo(invite);
        invite.SetAction((parsed, _) => options.RunAsync(parsed, options.InviteAsync));
        var link = new Command("link", "Maak een link voor een nieuw wachtwoord, of een nieuwe link voor wie al is uitgenodigd") { options.email, options.address, options.mail };
        options.database.AddTo(link);
        link.SetAction((parsed, _) => options.RunAsync(parsed, options.LinkAsync));
        return new Command("user", "Accounts") { invite, link };
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<AuditContext, ParseResult, Task<Outcome>> work)
    {
        var place = parsed.GetValue(address) ?? Environment.GetEnvironmentVariable("Mail__PublicAddress");
        if (place is null && parsed.GetValue(mail))
        {
            Console.Error.WriteLine("audit: voor een e-mail is --address nodig, of Mail__PublicAddress");
            return ExitCode.WrongUsage;
        }

        using var target = new AuditDatabase(database.FindOrDefault(parsed));
        await target.MigrateAsync();
        var outcome = await target.WriteAsync(async db =>
        {
            var made = await work(db, parsed);
            if (made.User is { } user && parsed.GetValue(mail))
            {
                await WriteMailAsync(db, user, made, place!.TrimEnd('/'));
            }

            return made;
        });
        if (outcome.User is null)
        {
            Console.Error.WriteLine($"audit: {outcome.Refusal}");
            return ExitCode.InputAtFault;
        }

        Console.WriteLine(parsed.GetValue(mail)
            ? $"De e-mail aan {outcome.User.Email} staat klaar."
            : $"Geef deze link aan {outcome.User.Email}; hij werkt één keer:\n{(place ?? "http://localhost:5080").TrimEnd('/')}{AccountLinks.PathOf(outcome.Kind, outcome.Secret)}");
        return ExitCode.Done;
    }

    private async Task<Outcome> InviteAsync(AuditContext db, ParseResult parsed)
    {
        if (await BodyRegister.FindAsync(db, parsed.GetValue(body)!) is not { } found)
        {
            return new(null, string.Empty, string.Empty, $"de organisatie '{parsed.GetValue(body)}' is er niet; maak haar met 'audit body create'");
        }

        var given = parsed.GetValue(email)!;
        var result = await Invitations.InviteAsync(db, found.Id, new(given, parsed.GetValue(name) ?? given, parsed.GetValue(roles)!), Program);
        return new(result.User, AccountLinkKinds.Invitation, result.Secret, result.Refusal?.Text);
    }

    private async Task<Outcome> LinkAsync(AuditContext db, ParseResult parsed)
    {
        var normalized = parsed.GetValue(email)!.Trim().ToUpperInvariant();
        if (await db.Users.AsTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == normalized) is not { } user)
        {
            return new(null, string.Empty, string.Empty, $"er is geen account met '{parsed.GetValue(email)}'");
        }

        if (await Invitations.AgainAsync(db, user, Program) is { } again)
        {
            return new(user, AccountLinkKinds.Invitation, again, null);
        }

        AccountTrail.Add(db, user, Program, AccountTrail.PasswordAsked);
        return new(user, AccountLinkKinds.Password, await AccountLinks.MakeAsync(db, user.Id, AccountLinkKinds.Password, NowUtc), null);
    }

    private static async Task WriteMailAsync(AuditContext db, UserRow user, Outcome made, string place)
    {
        var letter = new AccountMail(await db.Bodies.Where(row => row.Id == user.BodyId).Select(row => row.Name).SingleAsync(), place);
        await Outbox.WriteAsync(db, made.Kind == AccountLinkKinds.Invitation ? letter.Invitation(user, made.Secret) : letter.NewPassword(user, made.Secret), NowUtc);
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http";

    private sealed record Outcome(UserRow? User, string Kind, string Secret, string? Refusal);
}
