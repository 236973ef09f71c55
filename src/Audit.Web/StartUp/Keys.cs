using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Audit.Data.Database;
using Microsoft.AspNetCore.DataProtection;

namespace Audit.Web.StartUp;

/// <summary>Keys of cookies, forms and second factors: in the database, so that every node has them, and protected by a certificate outside it.</summary>
internal static class Keys
{
    private const string CertificateSetting = "Keys:Certificate";
    private const string UnprotectedSetting = "Keys:Unprotected";

    public static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("audit").PersistKeysToDbContext<AuditContext>();
        if (Certificates(configuration) is [var newest, ..] all)
        {
            protection.ProtectKeysWithCertificate(newest).UnprotectKeysWithAnyCertificate([.. all]);
        }
    }

    /// <summary>Why this configuration cannot be used, in Dutch; null when it can.</summary>
    public static string? Refusal(IConfiguration configuration, IHostEnvironment environment)
    {
        try
        {
            return Certificates(configuration).Exists(certificate => !certificate.HasPrivateKey) ? $"{CertificateSetting}: het certificaat heeft geen privésleutel."
                : IsUnprotected(configuration) && !environment.IsDevelopment() && !configuration.GetValue("Keys:Unprotected", false)
                    ? $"{CertificateSetting} ontbreekt. Sleutels staan in de database en moeten daarbuiten zijn beveiligd: wijs een PFX-bestand aan, of zet {UnprotectedSetting} op true als de database zelf versleuteld is."
                : null;
        }
        catch (Exception failure) when (failure is IOException or CryptographicException or UnauthorizedAccessException)
        {
            return $"{CertificateSetting}: het certificaat is niet te openen ({failure.Message}).";
        }
    }

    /// <summary>Whether whoever reads the database has the keys.</summary>
    public static bool IsUnprotected(IConfiguration configuration) => string.IsNullOrEmpty(configuration["Keys:Certificate"]);

    /// <summary>The certificate in use, and after it those of before.</summary>
    private static List<X509Certificate2> Certificates(IConfiguration configuration) =>
        [.. (configuration["Keys:Certificate"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(file => X509CertificateLoader.LoadPkcs12FromFile(file, configuration["Keys:CertificatePassword"]))];
}
