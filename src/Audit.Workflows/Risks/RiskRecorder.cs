using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Risks;

/// <summary>Keeps the texts and links of risks, with their trail. Every method works inside the caller's transaction.</summary>
public static class RiskRecorder
{
    /// <summary>Why a change was not made because of a colleague.</summary>
    public static string Changed => Tr($"Een collega heeft dit risico intussen gewijzigd. Vergelijk de twee teksten en sla opnieuw op.");

    private static string Gone => Tr($"Dit risico staat niet in het register.");
    private const string Text = "tekst";
    private const string Register = "register";

    /// <summary>Adds a risk.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="added">The risk, with an id made when its form was shown: a form that is sent twice adds it once.</param>
    /// <param name="actor">Who adds it.</param>
    /// <returns>Why it was not added, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> AddAsync(AuditContext db, Case current, (Guid Id, RiskContent Content) added, Actor actor)
    {
        if (await db.Risks.SingleOrDefaultAsync(row => row.Id == added.Id) is { } known)
        {
            return known.AssessmentId == current.Row.Id ? null : Tr($"Dit formulier hoort bij een andere doorlichting. Open de bladzijde opnieuw.");
        }

        if (await new RiskFit(db, current).RefusalAsync(added.Content, before: null) is { } refusal)
        {
            return refusal;
        }

        Put(db, current, (added.Id, await NextNumberAsync(db, current.Row.Id)), added.Content, actor);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Changes what a risk says; the task to which it belongs stays the same.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="edit">The risk, the version that the person was looking at, and the new content.</param>
    /// <param name="actor">Who changes it.</param>
    /// <returns>Why it was not changed, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> ChangeAsync(AuditContext db, Case current, (RegisteredRisk Risk, Guid Seen, RiskContent Content) edit, Actor actor)
    {
        if (await FindAsync(db, current, edit.Risk.Row.Id) is not { DroppedUtc: null } row)
        {
            return Gone;
        }

        var links = await db.RiskLinks.AsTracking().Where(link => link.RiskId == row.Id).ToListAsync();
        var before = RiskContent.Of(row, RiskRegister.TiesOf(links));
        var after = edit.Content with { TaskKey = row.TaskKey, Ties = [.. RiskContent.Sorted(edit.Content.Ties)] };
        if (after.Describe() == before.Describe())
        {
            return null;
        }

        if ((row.Version != edit.Seen ? Changed : AcceptedRefusal(edit.Risk, (before, after), actor) ?? await new RiskFit(db, current).RefusalAsync(after, before)) is { } refusal)
        {
            return refusal;
        }

        after.WriteTo(row);
        db.RiskLinks.RemoveRange(links.Where(link => !after.Ties.Contains(new(link.Kind, link.Target))));
        db.RiskLinks.AddRange(after.Ties.Except(before.Ties).Select(tie => RowOf(row.Id, tie)));
        RiskTrail.For(current).Add(db, actor, RiskTrail.Changed, RiskTrail.SubjectOf(row.Id, Text), (before.Describe(), after.Describe()), null);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes a risk out of the register with a reason, or puts it back without one. It is never deleted.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="move">The risk, the version that the person was looking at, and why it goes out; null puts it back.</param>
    /// <param name="actor">Who does so.</param>
    /// <returns>Why it was not done, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> MoveAsync(AuditContext db, Case current, (Guid Id, Guid Seen, string? Reason) move, Actor actor)
    {
        if (await FindAsync(db, current, move.Id) is not { } row)
        {
            return Gone;
        }

        if ((row.DroppedUtc is not null) == (move.Reason is not null))
        {
            return null;
        }

        if (row.Version != move.Seen)
        {
            return Tr($"Een collega heeft dit risico intussen gewijzigd. Lees de nieuwe tekst en kies opnieuw.");
        }

        (row.DroppedUtc, row.DropReason, row.Version) = (move.Reason is null ? null : actor.NowUtc, move.Reason, Guid.NewGuid());
        RiskTrail.For(current).Add(db, actor, move.Reason is null ? RiskTrail.Restored : RiskTrail.Dropped, RiskTrail.SubjectOf(row.Id, Register), reason: move.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Number of the next risk of a case.</summary>
    internal static async Task<int> NextNumberAsync(AuditContext db, Guid assessmentId) =>
        await db.Risks.Where(row => row.AssessmentId == assessmentId).MaxAsync(row => (int?)row.Number) + 1 ?? 1;

    internal static RiskLinkRow RowOf(Guid riskId, RiskTie tie) => new() { RiskId = riskId, Kind = tie.Kind, Target = tie.Target };

    /// <summary>A text that was accepted does not change under the hands of who accepted it; its links may.</summary>
    private static string? AcceptedRefusal(RegisteredRisk risk, (RiskContent Before, RiskContent After) change, Actor actor) =>
        risk.AcceptedOn(DutchDay.Of(actor.NowUtc)) is not null && !change.After.SaysTheSame(change.Before)
            ? Tr($"De opdrachtgever heeft dit risico geaccepteerd. De tekst kan pas veranderen als de acceptatie is ingetrokken. Verbindingen kunt u wel wijzigen.")
            : null;

    private static Task<RiskRow?> FindAsync(AuditContext db, Case current, Guid id)
    {
        var caseId = current.Row.Id;
        return db.Risks.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.AssessmentId == caseId);
    }

    internal static void Put(AuditContext db, Case current, (Guid Id, int Number) place, RiskContent content, Actor actor)
    {
        var row = new RiskRow
        {
            Id = place.Id,
            AssessmentId = current.Row.Id,
            Number = place.Number,
            TaskKey = string.Empty,
            ComponentId = string.Empty,
            Title = string.Empty,
            Cause = string.Empty,
            Consequence = string.Empty,
            MadeById = actor.UserId!.Value,
            MadeUtc = actor.NowUtc,
        };
        content.WriteTo(row);
        db.Risks.Add(row);
        db.RiskLinks.AddRange(RiskContent.Sorted(content.Ties).Select(tie => RowOf(row.Id, tie)));
        RiskTrail.For(current).Add(db, actor, RiskTrail.Added, RiskTrail.SubjectOf(row.Id, Text), content.Describe());
    }
}
