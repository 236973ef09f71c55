using System.Diagnostics;
using Audit.WorkflowWorker;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>A worker in a process of its own.</summary>
internal sealed class ChildWorker : IDisposable
{
    /// <summary>Exit code of a process that SIGKILL ended.</summary>
    public const int Killed = 137;

    /// <summary>Far more than a busy machine needs; only a worker that hangs takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process process;
    private readonly Task<string> errors;

    private ChildWorker(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs one process that walks these cases side by side; its exit code and what it wrote about errors.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params IReadOnlyList<WorkOrder> orders)
    {
        using var child = Start(orders);
        return await child.EndAsync();
    }

    /// <summary>Runs a process per worker; once each has committed something they go on together.</summary>
    public static async Task<(int ExitCode, string Errors)[]> RunTogetherAsync(params IReadOnlyList<WorkOrder> orders)
    {
        var children = orders.Select(order => Start([order with { WaitsForGo = true }])).ToList();
        try
        {
            await Task.WhenAll(children.Select(child => child.process.StandardOutput.ReadLineAsync()));
            children.ForEach(child => child.Go());
            return await Task.WhenAll(children.Select(child => child.EndAsync()));
        }
        finally
        {
            children.ForEach(child => child.Dispose());
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static ChildWorker Start(IReadOnlyList<WorkOrder> orders)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Audit.WorkflowWorker.dll")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var order in orders)
        {
            var file = Path.ChangeExtension(order.Log, ".json");
            order.Write(file);
            start.ArgumentList.Add(file);
        }

        return new(Process.Start(start)!);
    }

    private void Go()
    {
        try
        {
            process.StandardInput.WriteLine();
        }
        catch (IOException)
        {
            // It died before it was ready: its exit code and its errors say how.
        }
    }

    private async Task<(int ExitCode, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await errors);
    }
}
