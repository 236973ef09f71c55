using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Operations;

/// <summary>The web application as a process of its own, on a port that stays the same when it is started again.</summary>
public sealed class ServerProcess(IReadOnlyDictionary<string, string> settings) : IDisposable
{
    /// <summary>Exit code of a process that SIGKILL ended.</summary>
    public const int Killed = 137;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Folder of the published application, which starts faster; otherwise the tests run what they were built with.</summary>
    private static readonly string? Published = Environment.GetEnvironmentVariable("AUDIT_PUBLISHED_WEB") is { Length: > 0 } folder ? folder : null;

    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> lines = new();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Everything that it wrote, of all its lives.</summary>
    public IReadOnlyCollection<string> Lines => [.. lines];

    public int Id => process!.Id;

    /// <summary>Starts it, without waiting until it answers.</summary>
    /// <param name="under">A command that starts it, such as one with less rights; none by default.</param>
    public ServerProcess Start(params string[] under)
    {
        string[] command = [.. under, .. Published is null ? ["dotnet", Path.Combine(AppContext.BaseDirectory, "Audit.Web.dll")] : new[] { Path.Combine(Published, "Audit.Web") }];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Published ?? Path.Combine(AuditSite.Content.Root, "src", "Audit.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["urls"] = Address.ToString();
        start.Environment["Logging__LogLevel__Default"] = "Error";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return this;
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync(string path = "/health/ready")
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            Assert.False(process!.HasExited, $"the server ended with {(process.HasExited ? process.ExitCode : 0)}: {string.Join('\n', lines.TakeLast(20))}");
            try
            {
                using var answer = await client.GetAsync(path);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        Assert.Fail($"the server did not become ready: {string.Join('\n', lines.TakeLast(20))}");
    }

    /// <summary>Ends it as the kernel does: nothing of it runs any more.</summary>
    public int Kill()
    {
        process!.Kill();
        return Wait();
    }

    /// <summary>Asks it to end, as a service manager does, and waits.</summary>
    public int Terminate()
    {
        using var kill = Process.Start("/bin/kill", ["-TERM", $"{Id}"]);
        kill.WaitForExit();
        return Wait();
    }

    /// <summary>Waits until it ended by itself; its exit code.</summary>
    public int Wait()
    {
        Assert.True(process!.WaitForExit(Patience), "the server does not end");
        process.WaitForExit();
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
