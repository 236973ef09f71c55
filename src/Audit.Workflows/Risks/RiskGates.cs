using Audit.Core.Risks;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Reviews;

namespace Audit.Workflows.Risks;

/// <summary>What the fired gates of a case demand of its risks.</summary>
public static class RiskGates
{
    /// <summary>The score of every task that is examined, as the answers stand.</summary>
    public static IReadOnlyList<TaskScore> ScoresOf(Case current, DateTime nowUtc)
    {
        var model = new ScoringModel(current.Instrument.Value, (ComputedProfile)current.Profile.Value);
        var on = current.ReferenceDate(nowUtc);
        return [.. current.Answers.Tasks.Select(task => model.Score(task, current.Answers.CrossCutting, on))];
    }

    /// <summary>The floor under the risks of every task that is examined, by key of the task.</summary>
    public static async Task<IReadOnlyDictionary<string, RiskFloor>> FloorsAsync(AuditContext db, Case current, RiskScale scale, DateTime nowUtc)
    {
        var reviews = await CaseReviews.ReadAsync(db, current.Row.Id, nowUtc);
        return ScoresOf(current, nowUtc).ToDictionary(score => score.TaskId, score =>
        {
            var lifted = reviews.Of(score, (ComputedProfile)current.Profile.Value).Lifted;
            return RiskFloor.Of(scale, score, gate => score.Gates.Any(result => result.Gate.Id == gate.Id && lifted.Any(one => one.Covers(result))));
        });
    }
}
