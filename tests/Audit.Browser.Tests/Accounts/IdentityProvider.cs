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

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Server).Assembly.Location, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Server.Listening, StringComparison.Ordinal))
            {
                Address = line[Server.Listening.Length..].Trim();
                _ = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("the identity server stopped before it listened");
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
    }
}
