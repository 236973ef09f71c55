using System.Diagnostics;
using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Templates;

namespace Audit.Benchmarks;

/// <summary>Plans for the DUO case with the whole catalogue; and, with a part of it, against trying every set of measures.</summary>
internal static class PlanSpeed
{
    private const int Part = 15;
    private const int Rounds = 5;

    public static void Run(TemplateFolder folder)
    {
        var set = new TemplateSet();
        var example = Path.Combine(folder.Root, "templates", "examples", "duo-uitwonendenbeurs-2014.yaml");
        foreach (var path in folder.Instruments().Append(folder.DefaultProfile).Append(example).Concat(folder.Measures()))
        {
            set.Add(path);
        }

        set.CheckReferences();
        var answers = set.Answers.Single().Value;
        var instrument = set.Instruments.Single(candidate => candidate.Value.Version == answers.InstrumentVersion).Value;
        var model = new ScoringModel(instrument, (ComputedProfile)set.Profiles.Single().Value);
        var measures = set.Catalogues.SelectMany(catalogue => catalogue.Value.Measures).ToList();
        var basis = new PlanBasis(model, answers.Tasks[0], answers.CrossCutting, answers.Date!.Value);

        Console.WriteLine($"{measures.Count} measures, {Rounds} rounds; first (cold) and fastest after");
        Tell("class medium", basis, () => new PlanMaker(model, measures, RiskClass.Medium).Make(basis.Task, basis.Body, basis.On));
        Tell("class low", basis, () => new PlanMaker(model, measures, RiskClass.Low).Make(basis.Task, basis.Body, basis.On));
        Tell("largest reduction", basis, () => new PlanMaker(model, measures, RiskClass.Low).MakeLargest(basis.Task, basis.Body, basis.On));
        var (cold, warm) = Time(() => new PlanMaker(model, measures, RiskClass.Low).FrontierOf(basis.Task, basis.Body, basis.On));
        Console.WriteLine($"every budget: {cold:0} ms, {warm:0} ms");
        Compare(basis, [.. measures.Where((_, i) => i % (measures.Count / Part) == 0).Take(Part)]);
    }

    private static void Tell(string what, PlanBasis basis, Func<TaskPlan> make)
    {
        var (cold, warm) = Time(make);
        var plan = make();
        Console.WriteLine($"{what}: {cold:0} ms, {warm:0} ms; effort {plan.Measures.Sum(planned => planned.Measure.Effort)}, {plan.Measures.Count} measures, proven {plan.ProvenLeast}, task {basis.Task.Id}");
    }

    private static void Compare(PlanBasis basis, IReadOnlyList<Measure> part)
    {
        var (_, search) = Time(() => new PlanMaker(basis.Model, part, RiskClass.Low).MakeLargest(basis.Task, basis.Body, basis.On));
        var watch = Stopwatch.StartNew();
        for (var bits = 0; bits < 1 << part.Count; bits++)
        {
            basis.Model.Score(basis.Task, basis.Body, basis.On);
        }

        Console.WriteLine($"{part.Count} measures: search {search:0} ms, scoring the task once for each of {1 << part.Count} sets {watch.ElapsedMilliseconds} ms, ratio {watch.ElapsedMilliseconds / search:0}");
    }

    private static (double Cold, double Warm) Time<T>(Func<T> make)
    {
        var times = Enumerable.Range(0, Rounds).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            make();
            return watch.Elapsed.TotalMilliseconds;
        }).ToList();
        return (times[0], times.Min());
    }
}
