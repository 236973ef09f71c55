using System.Diagnostics;
using System.Globalization;
using MimeKit;

namespace Audit.Integration.Tests.Mail;

/// <summary>A real mail server in a process of its own, on a free port of this machine; its folder keeps what arrived.</summary>
/// <param name="script">Path of tests/data/mailserver.py.</param>
/// <param name="arguments">Options of the script.</param>
public sealed class MailServer(string script, params string[] arguments) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-mail-");
    private Process? process;

    /// <summary>The port on which it listens; kept when it is stopped and started again.</summary>
    public int Port { get; private set; }

    public async Task<MailServer> StartAsync()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-W", "ignore", script, folder.FullName, "--port", $"{Port}", .. arguments]) { RedirectStandardOutput = true };
        process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("the mail server did not start; it needs Debian's python3-aiosmtpd");
        Port = int.Parse(line, CultureInfo.InvariantCulture);
        return this;
    }

    public void Stop()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    /// <summary>Whatever arrived, in the order of arrival.</summary>
    public IReadOnlyList<MimeMessage> Received() => [.. Files().Select(file => MimeMessage.Load(file))];

    /// <summary>The same as it came over the line.</summary>
    public IReadOnlyList<string> Raw() => [.. Files().Select(File.ReadAllText)];

    public void Dispose()
    {
        Stop();
        folder.Delete(recursive: true);
    }

    private IEnumerable<string> Files() => Directory.GetFiles(folder.FullName, "*.eml").OrderBy(File.GetLastWriteTimeUtc).ThenBy(file => file, StringComparer.Ordinal);
}
