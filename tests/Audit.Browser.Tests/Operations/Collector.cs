using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Audit.Browser.Tests.Operations;

/// <summary>Receives traces and metrics over OTLP on http, as the collector of an organisation does, and keeps them as they came.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, string Body)> received = new();

    private Collector(int port)
    {
        Address = new($"http://127.0.0.1:{port}/");
        listener.Prefixes.Add(Address.ToString());
    }

    public Uri Address { get; }

    /// <summary>Everything that came to an address. Names and texts stand in the bytes as they are.</summary>
    public string TextOf(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Body));

    public static Collector Start(int port)
    {
        var collector = new Collector(port);
        collector.listener.Start();
        _ = collector.ListenAsync();
        return collector;
    }

    /// <summary>Waits until something came to an address that holds a text.</summary>
    public async Task<bool> HoldsAsync(string path, string text)
    {
        for (var attempt = 0; attempt < 300 && !TextOf(path).Contains(text, StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(100);
        }

        return TextOf(path).Contains(text, StringComparison.Ordinal);
    }

    public void Dispose() => listener.Close();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.Close();
            }
        }
        catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
