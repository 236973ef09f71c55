using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Hardening;

/// <summary>The application as it runs at an organisation: in production, on https, with an address of its own and one administrator.</summary>
public sealed class ProductionSite : IAsyncLifetime
{
    public const string Host = "doorlichting.voorbeeld.example";
    public const string Administrator = "beheer@voorbeeld.example";
    public const string Password = "vijf gele fietsen in de regen";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-https-");

    public AuditSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var (certificate, key) = MakeCertificate();
        Site = new()
        {
            Environment = "Production",
            Scheme = "https",
            Settings = new Dictionary<string, string>
            {
                ["Kestrel:Certificates:Default:Path"] = certificate,
                ["Kestrel:Certificates:Default:KeyPath"] = key,
                ["Mail:PublicAddress"] = $"https://{Host}",
                ["Security:Contact"] = "mailto:beveiliging@voorbeeld.example",
                ["Security:Policy"] = "https://voorbeeld.example/melden",
                ["Calendar:RequestsPerMinute"] = "1",
                ["SignIn:AttemptsPerMinute"] = "1000",
                ["Keys:Unprotected"] = "true",
                ["Trail:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            },
        };
        await Task.Run(Site.Start);
        await AddAdministratorAsync(Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies());
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private (string Certificate, string Key) MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (file, keyFile) = (Path.Combine(folder.FullName, "site.pem"), Path.Combine(folder.FullName, "site.key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (file, keyFile);
    }

    private static Task AddAdministratorAsync(AuditDatabase database) => database.WriteAsync(db =>
    {
        var body = new BodyRow { Id = Guid.CreateVersion7(), Name = "Gemeente Voorbeeld" };
        var user = new UserRow
        {
            Id = Guid.CreateVersion7(),
            BodyId = body.Id,
            DisplayName = "Bea Beheer",
            UserName = Administrator,
            NormalizedUserName = Administrator.ToUpperInvariant(),
            Email = Administrator,
            NormalizedEmail = Administrator.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = new PasswordHasher<UserRow>().HashPassword(user, Password);
        db.Bodies.Add(body);
        db.Users.Add(user);
        db.BodyRoles.Add(new BodyRoleRow { BodyId = body.Id, UserId = user.Id, Role = Roles.Admin });
        return Task.CompletedTask;
    });
}
