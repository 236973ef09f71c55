using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reviews;

/// <summary>A class that a reviewer chose, or the withdrawal of one.</summary>
/// <param name="Row">As it was recorded.</param>
/// <param name="By">Name of the reviewer.</param>
public sealed record ClassJudgement(ClassOverrideRow Row, string By)
{
    /// <summary>The class; null when an earlier one was withdrawn.</summary>
    public RiskClass? Class => (RiskClass?)Row.Class;
}

/// <summary>What reviewers and jurists decided about the classes of a case, on a day.</summary>
/// <param name="Judgements">Every choice of a class, oldest first.</param>
/// <param name="Liftings">Every lifting of a gate, oldest first.</param>
/// <param name="Today">The day on which liftings hold or have expired.</param>
public sealed record CaseReviews(IReadOnlyList<ClassJudgement> Judgements, IReadOnlyList<GateLift> Liftings, DateOnly Today)
{
    /// <summary>A case in which nothing was decided.</summary>
    public static CaseReviews None { get; } = new([], [], DateOnly.MinValue);

    /// <summary>Reads what was decided in a case.</summary>
    public static async Task<CaseReviews> ReadAsync(AuditContext db, Guid assessmentId, DateTime nowUtc)
    {
        var judgements = await (
            from row in db.ClassOverrides
            join user in db.Users on row.UserId equals user.Id
            where row.AssessmentId == assessmentId
            orderby row.TaskKey, row.Sequence
            select new { Row = row, user.DisplayName }).ToListAsync();
        var liftings = await (
            from row in db.GateLiftings
            join user in db.Users on row.UserId equals user.Id
            where row.AssessmentId == assessmentId
            orderby row.DecidedUtc, row.Id
            select new { Row = row, user.DisplayName }).ToListAsync();
        return new(
            [.. judgements.Select(pair => new ClassJudgement(pair.Row, pair.DisplayName))],
            [.. liftings.Select(pair => new GateLift(pair.Row, pair.DisplayName))],
            DutchDay.Of(nowUtc));
    }

    /// <summary>What was decided about one task.</summary>
    /// <param name="score">Its score.</param>
    /// <param name="profile">The profile by which it was scored.</param>
    public ReviewedTask Of(TaskScore score, ComputedProfile profile)
    {
        var liftings = Liftings.Where(lift => lift.Row.TaskKey == score.TaskId).Select(lift => new LiftingNow(lift, lift.StateOn(Today), score)).ToList();
        var judgements = Judgements.Where(one => one.Row.TaskKey == score.TaskId).ToList();
        var holding = liftings.Where(lift => lift.State is LiftingState.Holds).Select(lift => lift.Lift.Lifted).ToList();
        return new(score, DecidedClass.Of(score, profile, holding, judgements.LastOrDefault()?.Class), judgements, liftings);
    }
}

/// <summary>What was decided about one task.</summary>
/// <param name="Score">Its score, as computed.</param>
/// <param name="Class">The class as decided, beside the computed one.</param>
/// <param name="Judgements">Every choice of a class, oldest first.</param>
/// <param name="Liftings">Every lifting of a gate, oldest first.</param>
public sealed record ReviewedTask(TaskScore Score, DecidedClass Class, IReadOnlyList<ClassJudgement> Judgements, IReadOnlyList<LiftingNow> Liftings)
{
    /// <summary>Whether there is anything to show beside the computed class.</summary>
    public bool IsSilent => Judgement is null && Liftings.All(lift => lift.State is LiftingState.Withdrawn);

    /// <summary>The reviewer's class that counts; null when the computed one was left as it is.</summary>
    public ClassJudgement? Judgement => Judgements is [.., { Class: not null } newest] ? newest : null;

    /// <summary>The newest lifting of a gate that was not withdrawn, also when it has expired; null when there is none.</summary>
    public LiftingNow? LiftingOf(string gateId) =>
        Liftings.LastOrDefault(lift => lift.Lift.Row.GateId == gateId && lift.State is not LiftingState.Withdrawn);

    /// <summary>The liftings that count now.</summary>
    public IReadOnlyCollection<LiftedGate> Lifted => [.. Liftings.Where(lift => lift.Counts).Select(lift => lift.Lift.Lifted)];

    /// <summary>The fired gates, not lifted, whose floor lies above a class.</summary>
    public IEnumerable<Gate> StandingGates(RiskClass riskClass) => Score.Gates
        .Where(result => result.State == Truth.True && result.Gate.Floor > riskClass && Lifted.All(lifted => lifted.GateId != result.Gate.Id))
        .Select(result => result.Gate);
}
