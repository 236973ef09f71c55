using System.Collections.Concurrent;

namespace Audit.Browser.Tests.Operations.Crash;

/// <summary>What one client does again and again while the server dies and comes back.</summary>
public abstract class CrashLoad
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>What was found wrong while working, such as an answer that shows something else than was acknowledged.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    /// <summary>How much was acknowledged.</summary>
    public int Acknowledged { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await DoAsync();
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
            {
                // The server is dead, or died while it answered: nothing was acknowledged.
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>Does one thing.</summary>
    protected abstract Task DoAsync();

    protected void Acknowledge() => Acknowledged++;

    /// <summary>An answer that a living server should not give.</summary>
    protected async Task UnexpectedAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Problems.Enqueue($"{GetType().Name}: {answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} answered {(int)answer.StatusCode}: {text[..Math.Min(300, text.Length)]}");
    }
}
