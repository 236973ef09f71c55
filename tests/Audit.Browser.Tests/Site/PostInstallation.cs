using Audit.Integration.Tests.Mail;

namespace Audit.Browser.Tests.Site;

/// <summary>An application that sends its e-mail to a mail server on this machine.</summary>
public sealed class PostInstallation : IAsyncLifetime
{
    /// <summary>Address of the application as the outside world knows it.</summary>
    public const string PublicAddress = "https://doorlichting.voorbeeld.example";

    /// <summary>How often a calendar may be read per minute here.</summary>
    public const int FeedsPerMinute = 20;

    public MailServer Server { get; } = new(Path.Combine(AuditSite.Content.Root, "tests", "data", "mailserver.py"));

    public Installation Installation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Server.StartAsync();
        Installation = new()
        {
            Site = new()
            {
                Settings = new Dictionary<string, string>
                {
                    ["Mail:Host"] = "127.0.0.1",
                    ["Mail:Port"] = $"{Server.Port}",
                    ["Mail:Security"] = "None",
                    ["Mail:From"] = "doorlichting@voorbeeld.example",
                    ["Mail:PublicAddress"] = PublicAddress,
                    ["Calendar:RequestsPerMinute"] = $"{FeedsPerMinute}",
                },
            },
        };
        await Installation.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        Server.Dispose();
    }
}
