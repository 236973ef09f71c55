using System.Text;
using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Microsoft.Extensions.Caching.Memory;

namespace Audit.Data.Results;

/// <summary>Insights and plans, which take hundreds of times as long as a score: made once for the same input and kept for a while.</summary>
/// <remarks>Both follow from content and answers alone, so the hash of these is the key and nothing kept can be out of date.</remarks>
public static class Calculations
{
    private const int MostKept = 2_000;

    private static readonly MemoryCache Kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The insights into one task of a run.</summary>
    public static Insights InsightsOf(ScoreRun run, PublicTask task) =>
        Once("insights", KeyOf(run, task), () => Insights.Of(run.Model, task, run.Answers.Value.CrossCutting, run.On));

    /// <summary>The plan for one task of a run.</summary>
    /// <param name="run">The answers with instrument, profile and reference date.</param>
    /// <param name="task">One of its tasks.</param>
    /// <param name="measures">What can be chosen from.</param>
    /// <param name="target">Class to reach.</param>
    public static TaskPlan PlanOf(ScoreRun run, PublicTask task, Template<MeasureCatalogue> measures, RiskClass target) => Once(
        "plan",
        $"{KeyOf(run, task)} {measures.Sha256} {target}",
        () => MakerOf(run, measures, target).Make(task, run.Answers.Value.CrossCutting, run.On));

    /// <summary>The plans for all tasks of a run, in their order.</summary>
    /// <param name="run">The answers with instrument, profile and reference date.</param>
    /// <param name="measures">What can be chosen from.</param>
    /// <param name="aim">What the plans are asked to reach together.</param>
    /// <param name="target">Class against which plans are held that do not aim at a class of their own.</param>
    public static IReadOnlyList<TaskPlan> PlansOf(ScoreRun run, Template<MeasureCatalogue> measures, PlanAim aim, RiskClass target) => aim switch
    {
        ReachClass reach => ForEach(run, task => PlanOf(run, task, measures, reach.Class)),
        LargestReduction => ForEach(run, task => LargestOf(run, task, measures, target)),
        WithinBudget within => WithinOf(run, measures, within.Effort, target),
        _ => throw new ArgumentOutOfRangeException(nameof(aim)),
    };

    /// <summary>What each amount of effort can bring for one task of a run.</summary>
    public static PlanFrontier FrontierOf(ScoreRun run, PublicTask task, Template<MeasureCatalogue> measures) => Once(
        "frontier",
        $"{KeyOf(run, task)} {measures.Sha256}",
        () => MakerOf(run, measures, RiskClass.Low).FrontierOf(task, run.Answers.Value.CrossCutting, run.On));

    private static TaskPlan LargestOf(ScoreRun run, PublicTask task, Template<MeasureCatalogue> measures, RiskClass target) => Once(
        "largest",
        $"{KeyOf(run, task)} {measures.Sha256} {target}",
        () => MakerOf(run, measures, target).MakeLargest(task, run.Answers.Value.CrossCutting, run.On));

    private static IReadOnlyList<TaskPlan> WithinOf(ScoreRun run, Template<MeasureCatalogue> measures, int budget, RiskClass target)
    {
        var chosen = BudgetSplit.Divide(ForEach(run, task => FrontierOf(run, task, measures)), budget);
        var maker = MakerOf(run, measures, target);
        return [.. run.Answers.Value.Tasks.Zip(chosen, (task, point) => maker.MakeOf(task, run.Answers.Value.CrossCutting, run.On, point))];
    }

    private static PlanMaker MakerOf(ScoreRun run, Template<MeasureCatalogue> measures, RiskClass target) => new(run.Model, measures.Value.Measures, target);

    private static IReadOnlyList<T> ForEach<T>(ScoreRun run, Func<PublicTask, T> calculate) =>
        [.. run.Answers.Value.Tasks.AsParallel().AsOrdered().Select(calculate)];

    /// <summary>Whoever asks while another is calculating waits for that one's result.</summary>
    private static T Once<T>(string what, string key, Func<T> calculate)
    {
        Lazy<T> kept;
        lock (Kept)
        {
            kept = Kept.GetOrCreate((what, key), entry =>
            {
                entry.Size = 1;
                return new Lazy<T>(calculate);
            })!;
        }

        return kept.Value;
    }

    private static string KeyOf(ScoreRun run, PublicTask task)
    {
        var key = new StringBuilder($"{run.Instrument.Sha256} {run.Profile.Sha256} {run.On:O} {task.Id}\n");
        foreach (var answers in new[] { RegisterAnswers.Effective(run.Instrument.Value, task, run.On), run.Answers.Value.CrossCutting })
        {
            foreach (var (question, answer) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                key.Append(question).Append('=').Append(answer.Value).Append(' ').Append(answer.Evidence).Append('\n');
            }

            key.Append('\n');
        }

        return CanonicalJson.Hash(key.ToString());
    }
}
