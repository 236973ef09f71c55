using System.Diagnostics;
using Audit.IdentityServer;

namespace Audit.Browser.Tests.Accounts;

/// <summary>A real OpenID Connect server in a process of its own.</summary>
public sealed class IdentityProvider : IDisposable
{
    public const string ClientId = Server.ClientId;
    public const string ClientSecret = Server.ClientSecret;

    private Process? process;

    public string Address { get; private set; } = string.Empty;

    /// <param name="port">Where it listens; 0 for a free one.</param>
    public async Task StartAsync(int port = 0)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Server).Assembly.Location, "--urls", $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Server.Listening, StringComparison.Ordinal))
            {
                Address = line[Server.Listening.Length..].Trim();
                _ = process.StandardOutput.ReadToEndAsync();
                await WarmUpAsync();
                return;
            }
        }

        throw new InvalidOperationException("the identity server stopped before it listened");
    }

    /// <summary>Its first answer takes long on a busy machine.</summary>
    private async Task WarmUpAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        await client.GetStringAsync(new Uri($"{Address}/.well-known/openid-configuration"));
        await client.GetStringAsync(new Uri($"{Address}/.well-known/jwks"));
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
    }
}
