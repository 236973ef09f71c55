using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>A case to move as the administrator saw it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="State">Its state when the preview was shown.</param>
/// <param name="Target">The version to which it moves.</param>
/// <param name="Reason">Why, in the words of the administrator.</param>
public sealed record InstrumentMoveOrder(Guid CaseId, Guid State, InstrumentVersion Target, string Reason);

/// <summary>Moves running cases of a body to another version of their instrument. What was recorded stays as it is: what does not fit the version does not count. Every method works inside the caller's transaction.</summary>
public sealed class InstrumentMoves(InstrumentEffects effects, InstrumentLibrary library)
{
    private static string Gone => Tr($"deze doorlichting loopt niet meer of staat al op deze versie");
    private static string Changed => Tr($"deze doorlichting is intussen gewijzigd; kijk eerst opnieuw wat er verandert");

    /// <summary>The running cases on other versions, oldest first, each with what would change.</summary>
    public Task<IReadOnlyList<CaseOnVersion>> CandidatesAsync(AuditContext db, Guid bodyId, InstrumentVersion target, DateTime nowUtc) =>
        effects.OfAsync(db, Running(db, bodyId, target), target.Template, nowUtc);

    /// <summary>Moves one case, when it is still as it was seen, and records that in the trail.</summary>
    /// <returns>Why it was not moved, in Dutch; null when it was.</returns>
    public async Task<string?> MoveAsync(AuditContext db, Guid bodyId, InstrumentMoveOrder order, Actor actor)
    {
        var (target, caseId) = (order.Target, order.CaseId);
        var found = await effects.OfAsync(db, Running(db, bodyId, target).Where(row => row.Id == caseId), target.Template, actor.NowUtc);
        if (found is not [var current])
        {
            return Gone;
        }

        var refusal = current.Refusal
            ?? (current.State != order.State ? Changed : null)
            ?? (target.MeasuresId is null && library.Shipped().Refusal is { } unreadable ? Tr(unreadable) : null);
        if (refusal is null)
        {
            await WriteAsync(db, current, order, actor);
        }

        return refusal;
    }

    private static IQueryable<AssessmentRow> Running(AuditContext db, Guid bodyId, InstrumentVersion target) =>
        InstrumentEffects.Cases(db, bodyId, target.Template).Where(row => row.Status == AssessmentStatus.Running);

    private async Task WriteAsync(AuditContext db, CaseOnVersion current, InstrumentMoveOrder order, Actor actor)
    {
        var instrument = order.Target.Instrument;
        var row = await db.Assessments.AsTracking().SingleAsync(known => known.Id == current.Id);
        row.InstrumentId = await ContentStore.PublishAsync(db, order.Target.Template);
        row.MeasuresId = await ContentStore.PublishAsync(db, await library.MeasuresOfAsync(db, order.Target), instrument.Id);
        row.Version = Guid.NewGuid();
        db.Trail.Add(new TrailRow
        {
            BodyId = row.BodyId,
            AssessmentId = row.Id,
            UserId = actor.UserId,
            AtUtc = actor.NowUtc,
            Event = "case.instrument-moved",
            Subject = instrument.Id,
            Before = current.Version,
            After = instrument.Version,
            Reason = order.Reason,
        });
        await Criteria.FixAsync(db, row, actor, order.Reason);
        await db.SaveChangesAsync();
    }
}
