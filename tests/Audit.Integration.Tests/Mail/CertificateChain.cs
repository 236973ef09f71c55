using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Audit.Integration.Tests.Mail;

/// <summary>A certificate for this machine that an authority signed by way of another, as authorities of organisations do.</summary>
internal static class CertificateChain
{
    /// <summary>Writes the files.</summary>
    /// <returns>The certificate with the one in between behind it, its key, and the authority.</returns>
    public static (string Certificate, string Key, string Authority) Make(string folder)
    {
        using RSA rootKey = RSA.Create(2048), betweenKey = RSA.Create(2048), key = RSA.Create(2048);
        using var root = Request("Autoriteit", rootKey, isAuthority: true).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(30));
        using var signed = Sign(Request("Tussen", betweenKey, isAuthority: true), root, serial: 1);
        using var between = signed.CopyWithPrivateKey(betweenKey);
        var request = Request("127.0.0.1", key, isAuthority: false);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = Sign(request, between, serial: 2);
        return (
            Write(folder, "chain.pem", certificate.ExportCertificatePem() + "\n" + between.ExportCertificatePem() + "\n"),
            Write(folder, "chain.key", key.ExportPkcs8PrivateKeyPem()),
            Write(folder, "root.pem", root.ExportCertificatePem()));
    }

    private static CertificateRequest Request(string name, RSA key, bool isAuthority)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        return request;
    }

    private static X509Certificate2 Sign(CertificateRequest request, X509Certificate2 authority, byte serial) =>
        request.Create(authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(20), [serial]);

    private static string Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
