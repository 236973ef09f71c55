using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Audit.Data.Database;
using Audit.Workflows.Seed;

namespace Audit.Benchmarks;

/// <summary>The web application as a process of its own with its demo data, and a signed-in user.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-benchmark-");
    private readonly Process process;

    private WebSite(string program, string content)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = content };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["urls"] = address;
        start.Environment["Database__Connection"] = Database.Connection;
        start.Environment["Workflow__WakeSeconds"] = "0";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.RedirectStandardOutput = true;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        Client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Client { get; }

    public DatabaseSettings Database => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "audit.db")}");

    /// <summary>Processor time of the application so far.</summary>
    public double ProcessorSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Most memory that the application held. Unit: MiB.</summary>
    public long PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>Starts it and signs a demo user in; null when it was not built.</summary>
    public static async Task<WebSite?> StartAsync(string root, string mailbox)
    {
        var program = Path.Combine(root, "artifacts", "bin", "Audit.Web", "release", "Audit.Web.dll");
        if (!File.Exists(program))
        {
            return null;
        }

        var site = new WebSite(program, Path.Combine(root, "src", "Audit.Web"));
        await site.WaitAsync();
        var page = await site.Client.GetStringAsync("/inloggen");
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", TokenIn(page)), new("email", DemoUsers.AddressOf(mailbox)), new("wachtwoord", DemoUsers.Password),
        ]);
        (await site.Client.PostAsync("/inloggen", form)).EnsureSuccessStatusCode();
        return site;
    }

    /// <summary>Value of a hidden field.</summary>
    public static string ValueIn(string page, string field) => Regex.Match(page, $"name=\"{field}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;

    public static string TokenIn(string page) => ValueIn(page, "__RequestVerificationToken");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task WaitAsync()
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                if ((await Client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("the web application did not start");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
