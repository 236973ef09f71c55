using MailKit.Security;
using MimeKit;

namespace Audit.Web.Mail;

/// <summary>How e-mail is sent, from configuration; without a host no e-mail is sent at all.</summary>
public sealed class MailSettings
{
    private const int DefaultPatience = 120;

    private MailSettings()
    {
    }

    public bool IsOn => Host.Length > 0;

    public string Host { get; private init; } = string.Empty;

    public int Port { get; private init; }

    public SecureSocketOptions Security { get; private init; }

    /// <summary>Name to sign in with at the mail server; empty when it asks for none.</summary>
    public string User { get; private init; } = string.Empty;

    internal string Password { get; private init; } = string.Empty;

    /// <summary>Sender of every e-mail.</summary>
    public MailboxAddress From { get; private init; } = new(string.Empty, "niemand@localhost");

    /// <summary>Base of the links in e-mails and calendars, without a slash at the end; empty when it is not set.</summary>
    public string PublicAddress { get; private init; } = string.Empty;

    /// <summary>File with the certificate of an authority of the organisation itself; empty = those that the system trusts.</summary>
    public string Authority { get; private init; } = string.Empty;

    /// <summary>How long the mail server has for one e-mail. Shorter than the lease of an e-mail, so that no other node begins on it in the meantime.</summary>
    public TimeSpan Patience { get; private init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">They cannot be used; see <see cref="Refusal"/>.</exception>
    public static MailSettings Of(IConfiguration configuration)
    {
        if (Refusal(configuration) is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        var mail = configuration.GetSection("Mail");
        var security = SecurityOf(mail["Security"])!.Value;
        return new()
        {
            Host = mail["Host"]?.Trim() ?? string.Empty,
            Port = int.TryParse(mail["Port"], out var port) ? port : DefaultPort(security),
            Security = security,
            User = mail["User"] ?? string.Empty,
            Password = mail["Password"] ?? string.Empty,
            From = mail["From"] is { Length: > 0 } from ? MailboxAddress.Parse(from) : new(string.Empty, "niemand@localhost"),
            PublicAddress = mail["PublicAddress"]?.TrimEnd('/') ?? string.Empty,
            Authority = mail["Authority"] ?? string.Empty,
            Patience = TimeSpan.FromSeconds(mail.GetValue("WaitSeconds", DefaultPatience)),
        };
    }

    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var hasAddress = Uri.TryCreate(mail["PublicAddress"], UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
        if (mail["PublicAddress"] is { Length: > 0 } && !hasAddress)
        {
            return "Mail:PublicAddress is geen webadres; begin met https://.";
        }

        return string.IsNullOrWhiteSpace(mail["Host"]) ? null
            : SecurityOf(mail["Security"]) is not { } security ? $"Mail:Security is '{mail["Security"]}'; mogelijk zijn None, StartTls en Tls."
            : mail["Port"] is { Length: > 0 } port && !(int.TryParse(port, out var number) && number is > 0 and <= ushort.MaxValue) ? $"Mail:Port is '{port}'; kies een getal van 1 tot en met {ushort.MaxValue}."
            : !(MailboxAddress.TryParse(mail["From"], out var from) && from.Domain.Length > 0) ? "Mail:From ontbreekt of is geen e-mailadres; dat is de afzender van elke e-mail."
            : !hasAddress ? "Mail:PublicAddress ontbreekt; dat is het adres van deze toepassing in de links, zoals https://doorlichting.example."
            : mail["Authority"] is { Length: > 0 } file && !File.Exists(file) ? $"Mail:Authority: het bestand '{file}' is er niet."
            : security is SecureSocketOptions.None && mail["User"] is { Length: > 0 } ? "Mail:User vraagt om Mail:Security StartTls of Tls; anders gaat het wachtwoord leesbaar over het netwerk."
            : null;
    }

    private static SecureSocketOptions? SecurityOf(string? word) => word?.ToUpperInvariant() switch
    {
        null or "" or "STARTTLS" => SecureSocketOptions.StartTls,
        "TLS" => SecureSocketOptions.SslOnConnect,
        "NONE" => SecureSocketOptions.None,
        _ => null,
    };

    private static int DefaultPort(SecureSocketOptions security) => security switch
    {
        SecureSocketOptions.SslOnConnect => 465,
        SecureSocketOptions.None => 25,
        _ => 587,
    };
}
