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
        () => new PlanMaker(run.Model, measures.Value.Measures, target).Make(task, run.Answers.Value.CrossCutting, run.On));

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
