using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Audit.Web.StartUp;

/// <summary>Small answers: compressed, and files that did not change are not sent again.</summary>
/// <remarks>
/// Compression on https lets an attacker who can make a victim's browser ask for pages with a text of his own guess what else is on them (BREACH).
/// Here such a request carries no session: its cookie is SameSite=Lax. The form token differs in every answer.
/// </remarks>
internal static class Delivery
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AWeek = "public, max-age=604800";

    /// <summary>Files with a version in their address never change; the others are asked for again after a week.</summary>
    public static StaticFileOptions OfFiles { get; } = new()
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? Forever : AWeek,
    };

    public static void AddSmallAnswers(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }
}
