using Audit.Data.Database;

namespace Audit.Web.Accounts;

/// <summary>What a password must be: long enough and not one that everybody tries first. No rules about signs.</summary>
internal static class PasswordRules
{
    public const int Fewest = 12;

    public const int Most = 128;

    /// <summary>Why a password cannot be used; null when it can.</summary>
    public static string? Refusal(UserRow user, string? password) =>
        string.IsNullOrEmpty(password) ? Tr($"Kies een wachtwoord.")
        : password.Length < Fewest ? Tr($"Maak het wachtwoord langer: minstens {Fewest} tekens.")
        : password.Length > Most ? Tr($"Maak het wachtwoord korter: hooguit {Most} tekens.")
        : CommonPasswords.Contains(password) || IsOwnName(user, password) ? Tr($"Dit wachtwoord is te makkelijk te raden. Neem bijvoorbeeld vier woorden die niets met elkaar te maken hebben.")
        : null;

    /// <summary>Whether hardly more than the own address or name is in it.</summary>
    private static bool IsOwnName(UserRow user, string password)
    {
        string?[] names = [user.Email, user.Email?.Split('@')[0], user.DisplayName, user.DisplayName.Replace(" ", string.Empty, StringComparison.Ordinal)];
        return names.OfType<string>().Any(name => name.Length >= 4
            && password.Contains(name, StringComparison.OrdinalIgnoreCase) && password.Length - name.Length < Fewest / 2);
    }
}
