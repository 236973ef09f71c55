using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reviews;

/// <summary>A jurist's decision that a gate does not stand in the way.</summary>
/// <param name="Id">Made when the form was shown, so that a form sent twice counts once.</param>
/// <param name="TaskKey">The task.</param>
/// <param name="GateId">The gate.</param>
public sealed record NewLifting(Guid Id, string TaskKey, string GateId)
{
    /// <summary>Why the gate does not stand in the way.</summary>
    public required string Reason { get; init; }

    /// <summary>Law, judgment or advice on which it rests.</summary>
    public required string LegalSource { get; init; }

    /// <summary>Last day on which it holds.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>The effect that the jurist was looking at, as JSON.</summary>
    public required string SeenEffect { get; init; }
}

/// <summary>Keeps the liftings of gates. They change what is decided, never what is computed; every method works inside the caller's transaction.</summary>
public static class GateLiftings
{
    /// <summary>Longest time for which a gate can be lifted. Unit: years.</summary>
    public const int MostYears = 3;

    /// <summary>Why a lifting was not taken because the answers, or other decisions, changed meanwhile.</summary>
    public static string Changed => Tr($"Het effect van dit besluit is intussen anders dan u zag. Bekijk het effect opnieuw en beslis daarna.");

    private static string Gone => Tr($"Deze opheffing geldt niet meer. Er is niets gewijzigd.");

    /// <summary>Why a last day cannot be taken, in Dutch; null when it can.</summary>
    /// <param name="day">The last day.</param>
    /// <param name="today">The day of the decision.</param>
    public static string? RefusalOf(DateOnly day, DateOnly today) =>
        day <= today ? Tr($"De einddatum moet in de toekomst liggen.")
        : day > today.AddYears(MostYears) ? Tr($"Een opheffing geldt hooguit {MostYears} jaar. Kies een einddatum tot en met {today.AddYears(MostYears):d-M-yyyy}.")
        : null;

    /// <summary>Lifts a gate.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="report">The case with its scores, read in this transaction.</param>
    /// <param name="lifting">The decision.</param>
    /// <param name="actor">Who decides.</param>
    /// <returns>Why it was not taken, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> LiftAsync(AuditContext db, CaseReport report, NewLifting lifting, Actor actor)
    {
        if (await db.GateLiftings.AnyAsync(row => row.Id == lifting.Id))
        {
            return null;
        }

        await CaseLock.TakeAsync(db, report.Case.Row.Id);
        if (report.ReviewOf(lifting.TaskKey) is not { } review)
        {
            return ReviewRights.NoTask;
        }

        if (review.LiftingOf(lifting.GateId) is { State: LiftingState.Holds, IsOutrun: false })
        {
            return Tr($"Deze drempelregel is al opgeheven. Trek die opheffing eerst in als u iets anders wilt besluiten.");
        }

        if (RefusalOf(lifting.ValidUntil, report.Reviews.Today) is { } refusal)
        {
            return refusal;
        }

        if (EffectOf(report, review, lifting.GateId)?.ToJson() is not { } effect)
        {
            return Tr($"Deze drempelregel is niet (meer) geraakt en hoeft niet te worden onderzocht. Er is niets om op te heffen.");
        }

        return effect == lifting.SeenEffect ? await AddAsync(db, report.Case.Row, (lifting, effect), actor) : Changed;
    }

    /// <summary>Ends a lifting before its last day.</summary>
    /// <returns>Why it was not ended, in Dutch; null when it was.</returns>
    public static async Task<string?> WithdrawAsync(AuditContext db, AssessmentRow current, (Guid Id, Guid Seen, string Reason) ending, Actor actor)
    {
        var row = await db.GateLiftings.AsTracking().SingleOrDefaultAsync(candidate => candidate.Id == ending.Id && candidate.AssessmentId == current.Id);
        if (row is null || row.WithdrawnUtc is not null || row.Version != ending.Seen)
        {
            // The same form sent twice is no reason to alarm anybody.
            return row?.WithdrawnById == actor.UserId && row?.WithdrawReason == ending.Reason ? null : Gone;
        }

        row.WithdrawnUtc = actor.NowUtc;
        row.WithdrawnById = actor.UserId;
        row.WithdrawReason = ending.Reason;
        row.Version = Guid.NewGuid();
        new CaseTrail(current.BodyId, current.Id).Add(db, actor, "gate.lifting-withdrawn", SubjectOf(row), (row.ValidUntil.ToString("O", null), null), ending.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>What lifting a gate would mean now; null when there is nothing to lift.</summary>
    public static LiftingEffect? EffectOf(CaseReport report, ReviewedTask review, string gateId) =>
        report.Case.Instrument.Value.Gates.FirstOrDefault(gate => gate.Id == gateId) is { } gate
            ? LiftingEffect.Of(review.Score, report.Profile, review.Lifted, gate)
            : null;

    private static async Task<string?> AddAsync(AuditContext db, AssessmentRow current, (NewLifting Lifting, string Effect) decided, Actor actor)
    {
        var lifting = decided.Lifting;
        var row = new GateLiftingRow
        {
            Id = lifting.Id,
            AssessmentId = current.Id,
            TaskKey = lifting.TaskKey,
            GateId = lifting.GateId,
            Reason = lifting.Reason,
            LegalSource = lifting.LegalSource,
            ValidUntil = lifting.ValidUntil,
            EffectJson = decided.Effect,
            UserId = actor.UserId!.Value,
            DecidedUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        };
        db.GateLiftings.Add(row);
        var after = $"tot en met {row.ValidUntil:yyyy-MM-dd}; bron: {row.LegalSource}; effect: {row.EffectJson}";
        new CaseTrail(current.BodyId, current.Id).Add(db, actor, "gate.lifted", SubjectOf(row), after, row.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    private static string SubjectOf(GateLiftingRow row) => $"{row.TaskKey}/{row.GateId}";
}
