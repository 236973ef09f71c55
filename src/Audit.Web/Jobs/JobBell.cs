namespace Audit.Web.Jobs;

/// <summary>Wakes the worker of this node as soon as somebody asks for work, so that nobody waits for its next look.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    /// <summary>There is work.</summary>
    public void Ring() => rung.Release();

    /// <summary>Waits until there may be work, or until it is time to look.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => rung.WaitAsync(longest, cancellation);

    public void Dispose() => rung.Dispose();
}
