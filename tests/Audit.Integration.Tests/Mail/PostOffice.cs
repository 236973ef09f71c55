using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Integration.Tests.Database;
using Audit.Web.Mail;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Audit.Integration.Tests.Mail;

/// <summary>A database with a body, a clock, and senders that deliver to a mail server.</summary>
public sealed class PostOffice : IAsyncDisposable
{
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly string Script = RepositoryFiles.PathTo("tests", "data", "mailserver.py");

    private readonly TestDatabase test = new();
    private readonly List<AuditDatabase> nodes = [];

    public ManualTime Time { get; } = new(Start);

    public Guid BodyId { get; } = Guid.CreateVersion7();

    public AuditDatabase Database { get; private set; } = null!;

    public static async Task<PostOffice> OpenAsync()
    {
        var office = new PostOffice();
        office.Database = await office.test.MigratedAsync();
        office.nodes.Add(office.Database);
        await office.Database.WriteAsync(db =>
        {
            db.Bodies.Add(new() { Id = office.BodyId, Name = "Gemeente Voorbeeld" });
            return Task.CompletedTask;
        });
        return office;
    }

    /// <summary>Settings as they stand in the environment of an installation.</summary>
    public static MailSettings Settings(int port, params (string Key, string Value)[] more) => MailSettings.Of(Configuration(port, more));

    public static IConfiguration Configuration(int port, params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{port}",
            ["Mail:Security"] = "None",
            ["Mail:From"] = "Doorlichting <doorlichting@voorbeeld.example>",
            ["Mail:PublicAddress"] = "https://doorlichting.voorbeeld.example",
        };
        foreach (var (key, value) in more)
        {
            values[$"Mail:{key}"] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }

    /// <summary>A sender as each node has one, with a connection to the database of its own.</summary>
    public MailSender SenderTo(MailSettings settings)
    {
        var node = new AuditDatabase(test.Settings);
        nodes.Add(node);
        return new(node, settings, Time);
    }

    /// <summary>Puts an e-mail into the outbox.</summary>
    public Task<bool> WriteAsync(string key, Func<OutgoingMail, OutgoingMail>? with = null) => Database.WriteAsync(db =>
    {
        var mail = new OutgoingMail(BodyId, key, "ontvanger@elders.example", $"Onderwerp {key}", "Beste ontvanger,\n\nEr is iets te doen.\n");
        return Outbox.WriteAsync(db, with is null ? mail : with(mail), Time.NowUtc);
    });

    public async Task<MailRow> RowAsync(string key)
    {
        await using var db = Database.Read();
        return await db.Mails.SingleAsync(row => row.Key == key, TestContext.Current.CancellationToken);
    }

    /// <summary>Why an e-mail was not sent, in Dutch.</summary>
    public static string? Why(MailRow row) => row.Failure is { } failure ? SentenceJson.From(failure).ToString() : null;

    /// <summary>A certificate for this machine that no system trusts, in files that are gone with the folder.</summary>
    public static (string Certificate, string Key) MakeCertificate(string folder, string host = "127.0.0.1")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Parse(host));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var files = (Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(files.Item1, certificate.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    public async ValueTask DisposeAsync()
    {
        nodes.ForEach(node => node.Dispose());
        await test.DisposeAsync();
    }
}
