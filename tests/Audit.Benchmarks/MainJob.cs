using System.Diagnostics;

namespace Audit.Benchmarks;

/// <summary><c>audit run</c> of the published build on the DUO case, start-up included; against <c>audit score</c> of the same file.</summary>
/// <remarks>Needs the folder of <c>eng/publish</c> in the environment variable AUDIT_PUBLISHED.</remarks>
internal static class MainJob
{
    private const int Times = 5;

    public static void Run()
    {
        if (Environment.GetEnvironmentVariable("AUDIT_PUBLISHED") is not { } folder)
        {
            Console.WriteLine("NOT RUN: set AUDIT_PUBLISHED to the folder that eng/publish wrote");
            return;
        }

        var answers = Path.Combine(folder, "templates", "examples", "duo-uitwonendenbeurs-2014.yaml");
        var plan = Path.Combine(Path.GetTempPath(), $"audit-benchmark-{Environment.ProcessId}.xlsx");
        var run = Median(folder, $"run --answers \"{answers}\" --plan \"{plan}\"");
        var score = Median(folder, $"score --answers \"{answers}\"");
        File.Delete(plan);
        Console.WriteLine($"audit run {run:0.00} s, audit score {score:0.00} s (median of {Times}); ratio {run / score:0.0}");
    }

    private static double Median(string folder, string arguments)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "audit"), arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            times.Add(process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"exit code {process.ExitCode}"));
        }

        return times.Order().ElementAt(Times / 2);
    }
}
