using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Audit.Data.Database;
using Audit.Workflows.Accounts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Accounts;

/// <summary>Ties accounts to people at the provider of an organisation: by its number for a person, never by an e-mail address.</summary>
public sealed class OrganisationDesk(AccountDatabase database, TimeProvider time)
{
    private DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes an account into use with an invitation.</summary>
    /// <returns>Why not; null when it was done.</returns>
    public Task<string?> AcceptAsync(string secret, ExternalLoginInfo info) => database.WriteAsync(async db =>
    {
        if (await AccountLinks.FindAsync(db, AccountLinkKinds.Invitation, secret, NowUtc) is not { } link
            || await db.Users.AsTracking().SingleAsync(row => row.Id == link.UserId) is not { } user
            || AccountChanges.IsLocked(user))
        {
            return Tr($"Deze uitnodiging is al gebruikt, is te oud of bestaat niet. Vraag de beheerder van uw organisatie om een nieuwe.");
        }

        if (info.Principal.FindFirstValue(ClaimTypes.Email) is { } address && !string.Equals(address, user.Email, StringComparison.OrdinalIgnoreCase))
        {
            return Tr($"U bent bij uw organisatie ingelogd met een ander e-mailadres dan waarop u bent uitgenodigd. Vraag de beheerder om een uitnodiging op het juiste adres.");
        }

        if (await AddAsync(db, user, info) is { } refusal)
        {
            return refusal;
        }

        user.EmailConfirmed = true;
        await AccountLinks.EndAsync(db, user.Id, NowUtc);
        AccountTrail.Add(db, user, new(user.Id, user.DisplayName, NowUtc), AccountTrail.Accepted);
        return null;
    });

    /// <summary>Links the account of who is signed in.</summary>
    /// <returns>Why not; null when it was done.</returns>
    public Task<string?> LinkAsync(Guid userId, ExternalLoginInfo info) => database.ChangeAsync(userId, (db, user) => AddAsync(db, user, info));

    /// <summary>What the screen says when the provider does not answer.</summary>
    public static string Unreachable => Tr($"De inlogpagina van uw organisatie is nu niet bereikbaar. Probeer het later opnieuw, of log in met uw wachtwoord.");

    /// <summary>Sends the browser to the provider.</summary>
    /// <returns>False when it does not answer; nothing is then sent.</returns>
    public static async Task<bool> TryLeadAsync(HttpContext context, AuthenticationProperties properties)
    {
        try
        {
            await context.ChallengeAsync(OrganisationSettings.Scheme, properties);
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException or TaskCanceledException && !context.Response.HasStarted)
        {
            context.RequestServices.GetRequiredService<ILogger<OrganisationDesk>>().LogError(failure, "The sign-in of the organisation cannot be reached");
            return false;
        }
    }

    /// <summary>What a person is at a provider, for as long as both exist: another provider may give the same number to somebody else.</summary>
    public static string KeyOf(ExternalLoginInfo info)
    {
        var issuer = info.Principal.FindFirst(ClaimTypes.NameIdentifier)?.Issuer;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{info.ProviderKey}")));
    }

    private async Task<string?> AddAsync(AuditContext db, UserRow user, ExternalLoginInfo info)
    {
        var (provider, key) = (info.LoginProvider, KeyOf(info));
        if (await db.UserLogins.AnyAsync(row => (row.LoginProvider == provider && row.ProviderKey == key) || (row.LoginProvider == provider && row.UserId == user.Id)))
        {
            return Tr($"Dit account, of dat van uw organisatie, is al gekoppeld.");
        }

        db.UserLogins.Add(new() { LoginProvider = provider, ProviderKey = key, UserId = user.Id, ProviderDisplayName = info.ProviderDisplayName });
        AccountTrail.Add(db, user, new Actor(user.Id, user.DisplayName, NowUtc), AccountTrail.OrganisationLinked);
        return null;
    }
}
