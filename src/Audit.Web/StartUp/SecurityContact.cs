using System.Globalization;
using System.Text;
using Audit.Web.Mail;

namespace Audit.Web.StartUp;

/// <summary>Tells who finds a weakness where to report it.</summary>
/// <remarks>Source: RFC 9116.</remarks>
internal static class SecurityContact
{
    private const string Address = "/.well-known/security.txt";
    private const string Contact = "Security:Contact";
    private const string Policy = "Security:Policy";
    private const int DaysValid = 180;

    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration) =>
        Said(configuration["Security:Contact"]) is { } contact && !IsAddress(contact, "mailto", "https", "tel") ? $"{Contact} is '{contact}'; begin met mailto:, https:// of tel:."
        : Said(configuration["Security:Policy"]) is { } policy && !IsAddress(policy, "https") ? $"{Policy} is '{policy}'; begin met https://."
        : null;

    public static void MapSecurityContact(this WebApplication app)
    {
        if (Said(app.Configuration["Security:Contact"]) is { } contact)
        {
            app.MapGet(Address, (TimeProvider time, MailSettings mail) => Results.Text(Text(app.Configuration, contact, time, mail), "text/plain", Encoding.UTF8)).AllowAnonymous();
        }
    }

    private static string Text(IConfiguration configuration, string contact, TimeProvider time, MailSettings mail)
    {
        var expires = time.GetUtcNow().UtcDateTime.Date.AddDays(DaysValid);
        var lines = new List<string> { $"Contact: {contact}", $"Expires: {expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}", "Preferred-Languages: nl, en" };
        if (mail.PublicAddress.Length > 0)
        {
            lines.Add($"Canonical: {mail.PublicAddress}{Address}");
        }

        if (Said(configuration["Security:Policy"]) is { } policy)
        {
            lines.Add($"Policy: {policy}");
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string? Said(string? setting) => setting?.Trim() is { Length: > 0 } text ? text : null;

    private static bool IsAddress(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme) && !text.Any(letter => char.IsControl(letter) || letter == ' ');
}
