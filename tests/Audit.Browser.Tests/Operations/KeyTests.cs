using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Operations;

/// <summary>The keys of sessions are in the database, and worth nothing without the certificate outside it.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-keys-");

    [Fact]
    public async Task Keys_are_encrypted_with_a_certificate_that_can_be_replaced_without_signing_anybody_out()
    {
        var (old, next) = (Make("oud"), Make("nieuw"));
        var first = new AuditSite { Settings = With(old) };
        await Task.Run(first.Start);
        using var person = await Person.SignInAsync(new(first.Address), "teamlid");
        var stored = await KeysAsync(first);
        Assert.NotEmpty(stored);
        Assert.All(stored, xml => Assert.Contains("EncryptedData", xml, StringComparison.Ordinal));
        Assert.DoesNotContain(stored, xml => xml.Contains("<masterKey", StringComparison.OrdinalIgnoreCase));

        var second = await first.StopAsync(With($"{next};{old}"));
        await Task.Run(second.Start);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(person));

        await using var third = await second.StopAsync(With(next));
        await Task.Run(third.Start);
        // The old key cannot be read any more: who was signed in signs in again, and nothing else happens.
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(person));
        using var again = await Person.SignInAsync(new(third.Address), "teamlid");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(again));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<HttpStatusCode> StatusAsync(Person person)
    {
        using var answer = await person.Client.GetAsync("/doorlichtingen");
        return answer.StatusCode;
    }

    private static async Task<List<string>> KeysAsync(AuditSite site)
    {
        await using var db = site.Services.GetRequiredService<AuditDatabase>().OverAllBodies().Read();
        return await db.DataProtectionKeys.Select(row => row.Xml!).ToListAsync();
    }

    private static Dictionary<string, string> With(string certificates) => new() { ["Keys:Certificate"] = certificates, ["Keys:CertificatePassword"] = "geheim" };

    private string Make(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(folder.FullName, $"{name}.pfx");
        File.WriteAllBytes(file, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "geheim"));
        return file;
    }
}
