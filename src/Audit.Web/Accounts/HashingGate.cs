using System.Threading.RateLimiting;

namespace Audit.Web.Accounts;

/// <summary>Bounds how many passwords are hashed at once: that is slow on purpose, and must not stall everybody who is at work.</summary>
internal sealed class HashingGate : IDisposable
{
    private readonly ConcurrencyLimiter limiter;

    /// <param name="atOnce">Most at once.</param>
    /// <param name="waiting">Most that wait; who comes later is told that it is busy.</param>
    public HashingGate(int atOnce, int waiting) => limiter = new(new()
    {
        PermitLimit = atOnce,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>What the screen says when it is too busy.</summary>
    public static string Busy => Tr($"Het is nu te druk om in te loggen. Wacht een minuut en probeer het dan opnieuw.");

    /// <summary>Waits for a turn; null when too many wait. Dispose it when the hashing is done.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        var lease = await limiter.AcquireAsync(1, cancellation);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    public void Dispose() => limiter.Dispose();
}
