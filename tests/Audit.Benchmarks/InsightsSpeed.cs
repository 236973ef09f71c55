using System.Diagnostics;
using Audit.Core.Assessments;
using Audit.Core.Scoring;

namespace Audit.Benchmarks;

/// <summary>Next best question, counterfactuals and robustness together, for tasks of 60 questions; against scoring the same task once.</summary>
internal static class InsightsSpeed
{
    private const int Tasks = 200;

    public static void Run()
    {
        var model = SyntheticCase.MakeModel();
        var random = new Random(SyntheticCase.Seed);
        var nobody = new Dictionary<string, Answer>();
        var times = new List<double>();
        for (var number = 0; number < Tasks; number++)
        {
            var task = SyntheticCase.MakeTask(model.Instrument, random, number);
            var watch = Stopwatch.StartNew();
            _ = Insights.Of(model, task, nobody, SyntheticCase.Day);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var once = Stopwatch.StartNew();
        for (var number = 0; number < Tasks; number++)
        {
            model.Score(SyntheticCase.MakeTask(model.Instrument, random, number), nobody, SyntheticCase.Day);
        }

        var warm = times.Skip(5).Order().ToList();
        Console.WriteLine($"first (cold) {times[0]:0} ms; then median {warm[warm.Count / 2]:0} ms, slowest {warm[^1]:0} ms over {warm.Count} tasks");
        Console.WriteLine($"ratio of the median to making and scoring a task once: {warm[warm.Count / 2] / (once.Elapsed.TotalMilliseconds / Tasks):0}");
    }
}
