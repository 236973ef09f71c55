using Audit.Data.Database;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Audit.Web.Accounts;

/// <summary>Codes of an app that change every half minute (RFC 6238).</summary>
internal static class OneTimeCodes
{
    public const int Length = 6;

    private const string Provider = "[Audit]";
    private const string LastCodes = "LastCode";

    /// <summary>The framework takes the code of now, and of two half minutes before and after it.</summary>
    private const int ValidAtOnce = 5;

    private const string Issuer = "Doorlichting";

    /// <summary>Whether a code was not used just before: each counts once. Marks it as used; inside a transaction, of two requests with one code only one is told that it is fresh.</summary>
    public static async Task<bool> IsFreshAsync(UserManager<UserRow> users, UserRow user, string code)
    {
        var used = (await users.GetAuthenticationTokenAsync(user, Provider, LastCodes))?.Split(' ') ?? [];
        if (used.Contains(code))
        {
            return false;
        }

        if (await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            (await users.SetAuthenticationTokenAsync(user, Provider, LastCodes, string.Join(' ', used.Append(code).TakeLast(ValidAtOnce)))).Require();
        }

        return true;
    }

    /// <summary>The key for typing over, in groups of four.</summary>
    public static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(letters => new string(letters)));

    /// <summary>The address that apps read from the picture.</summary>
    public static string AddressOf(string email, string key) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Issuer}&digits={Length}";

    /// <summary>The picture of an address, as the path of an SVG of one unit per module, with the white border that belongs to it.</summary>
    public static (int Size, string Path) PictureOf(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var dark = from y in Enumerable.Range(0, matrix.Count)
                   from x in Enumerable.Range(0, matrix.Count)
                   where matrix[y][x]
                   select FormattableString.Invariant($"M{x} {y}h1v1h-1z");
        return (matrix.Count, string.Concat(dark));
    }
}
