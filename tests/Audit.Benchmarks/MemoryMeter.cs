using System.Diagnostics;

namespace Audit.Benchmarks;

/// <summary>Watches the memory of this process from another thread until it is stopped. Unit: MiB.</summary>
internal sealed class MemoryMeter : IDisposable
{
    private const long MiB = 1024 * 1024;

    private readonly CancellationTokenSource stop = new();
    private readonly Thread thread;
    private long managed;
    private long resident;

    public MemoryMeter()
    {
        GC.Collect();
        thread = new Thread(Watch) { IsBackground = true };
        thread.Start();
    }

    public (long Managed, long Resident) Stop()
    {
        stop.Cancel();
        thread.Join();
        return (managed / MiB, resident / MiB);
    }

    public void Dispose() => stop.Dispose();

    private void Watch()
    {
        using var process = Process.GetCurrentProcess();
        do
        {
            process.Refresh();
            managed = Math.Max(managed, GC.GetTotalMemory(forceFullCollection: false));
            resident = Math.Max(resident, process.WorkingSet64);
        }
        while (!stop.Token.WaitHandle.WaitOne(5));
    }
}
