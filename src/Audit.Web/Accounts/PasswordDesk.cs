using Audit.Data.Database;
using Microsoft.AspNetCore.Identity;

namespace Audit.Web.Accounts;

/// <summary>What became of a password that was tried.</summary>
internal enum PasswordAnswer
{
    /// <summary>Signed in.</summary>
    Right,

    /// <summary>Right; a second factor is asked next.</summary>
    AsksSecondFactor,

    /// <summary>Wrong, unknown or locked: not told apart.</summary>
    Wrong,

    /// <summary>Too many others are signing in.</summary>
    Busy,
}

/// <summary>Signs in with a password. An address that is unknown or locked costs as much time as one that is known.</summary>
internal sealed class PasswordDesk(SignInManager<UserRow> signIn, IPasswordHasher<UserRow> hasher, HashingGate gate)
{
    private static readonly UserRow Nobody = new() { DisplayName = string.Empty };

    private static string? hashOfNothing;

    public async Task<PasswordAnswer> TryAsync(string email, string password, CancellationToken cancellation)
    {
        using var turn = await gate.EnterAsync(cancellation);
        if (turn is null)
        {
            return PasswordAnswer.Busy;
        }

        // Longer ones cannot be right, and are not worth hashing.
        var user = password.Length <= PasswordRules.Most ? await signIn.UserManager.FindByNameAsync(email) : null;
        if (user?.PasswordHash is null || await signIn.UserManager.IsLockedOutAsync(user))
        {
            hasher.VerifyHashedPassword(Nobody, hashOfNothing ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password);
            return PasswordAnswer.Wrong;
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? PasswordAnswer.Right : result.RequiresTwoFactor ? PasswordAnswer.AsksSecondFactor : PasswordAnswer.Wrong;
    }

    /// <summary>Whether this is the password of somebody who is signed in; counts as a try.</summary>
    public async Task<bool> IsOwnAsync(Guid userId, string password, CancellationToken cancellation)
    {
        using var turn = await gate.EnterAsync(cancellation);
        return turn is not null && password.Length <= PasswordRules.Most
            && await signIn.UserManager.FindByIdAsync(userId.ToString()) is { PasswordHash: not null } user && (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
    }

    /// <summary>Hashes a new password; null when it is too busy.</summary>
    public async Task<string?> HashAsync(UserRow user, string password, CancellationToken cancellation)
    {
        using var turn = await gate.EnterAsync(cancellation);
        return turn is null ? null : hasher.HashPassword(user, password);
    }
}
