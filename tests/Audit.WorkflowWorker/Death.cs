using System.Diagnostics;

namespace Audit.WorkflowWorker;

/// <summary>Ends this process with a signal that nothing can catch, once each of its walks has stopped at its own moment.</summary>
/// <remarks>A process takes seconds to start and a walk milliseconds: killed together, many open transactions cost one process.</remarks>
/// <param name="walks">How many must have stopped.</param>
/// <param name="microseconds">Lets all go on for this long, so that the kill falls inside their commands and commits; 0 = not at all.</param>
public sealed class Death(int walks, int microseconds)
{
    /// <summary>Exit code of a process whose work ended before its moment to die.</summary>
    public const int Outlived = 3;

    private readonly TaskCompletionSource everyone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int missing = walks;

    /// <summary>Whether a walk ended before its moment to die.</summary>
    public bool WasOutlived { get; set; }

    public Task AwaitAsync()
    {
        if (Interlocked.Decrement(ref missing) > 0)
        {
            return everyone.Task;
        }

        if (microseconds > 0)
        {
            new Thread(() => KillSince(Stopwatch.GetTimestamp())).Start();
            everyone.SetResult();
            return everyone.Task;
        }

        Kill();
        return Task.Delay(Timeout.Infinite);
    }

    private static void Kill()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    private void KillSince(long start)
    {
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(start).TotalMicroseconds >= microseconds);
        Kill();
    }
}
