using Audit.Core.Instruments;
using Audit.Core.Risks;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

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
        var isLifted = await LiftedAsync(db, current.Row.Id, DutchDay.Of(nowUtc));
        return ScoresOf(current, nowUtc).ToDictionary(score => score.TaskId, score => RiskFloor.Of(scale, score, gate => isLifted(score.TaskId, gate)));
    }

    /// <summary>The one place that says whether a jurist lifted a gate of a task.</summary>
    private static async Task<Func<string, Gate, bool>> LiftedAsync(AuditContext db, Guid assessmentId, DateOnly today)
    {
        var rows = await db.GateLiftings
            .Where(row => row.AssessmentId == assessmentId && row.WithdrawnUtc == null && row.ValidUntil >= today)
            .Select(row => new { row.TaskKey, row.GateId })
            .ToListAsync();
        return (taskKey, gate) => rows.Exists(row => row.TaskKey == taskKey && row.GateId == gate.Id);
    }
}
