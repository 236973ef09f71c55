using System.Diagnostics;
using Audit.Core.Assessments;

namespace Audit.Benchmarks;

/// <summary>100,000 tasks of 60 questions, with intervals, gates, contributions and trace; against preparing the instrument anew for every task.</summary>
internal static class ScoringSpeed
{
    private const int Tasks = 100_000;
    private const int Different = 500;

    public static void Run()
    {
        var model = SyntheticCase.MakeModel();
        var random = new Random(SyntheticCase.Seed);
        var tasks = Enumerable.Range(0, Different).Select(number => SyntheticCase.MakeTask(model.Instrument, random, number)).ToArray();
        var nobody = new Dictionary<string, Answer>();
        Parallel.For(0, 2_000, i => model.Score(tasks[i % Different], nobody, SyntheticCase.Day));
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        Parallel.For(0, Tasks, i => model.Score(tasks[i % Different], nobody, SyntheticCase.Day));
        var seconds = watch.Elapsed.TotalSeconds;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        watch.Restart();
        Parallel.For(0, Tasks / 20, i => SyntheticCase.MakeModel().Score(tasks[i % Different], nobody, SyntheticCase.Day));
        var anew = watch.Elapsed.TotalSeconds * 20;
        Console.WriteLine($"{Tasks} tasks in {seconds:0.00} s on {Environment.ProcessorCount} cores; memory kept {kept / 1024.0:0} kB, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        Console.WriteLine($"ratio to preparing the instrument anew for every task: {anew / seconds:0.0}");
    }
}
