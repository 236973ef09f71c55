using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Effects;

/// <summary>The closing of an action as somebody declares it.</summary>
/// <param name="Id">Made when the form was shown: a form that is sent twice counts once.</param>
/// <param name="ActionId">The action.</param>
/// <param name="Statement">What the person declares.</param>
/// <param name="SeenId">The newest measurement that the person was looking at; null when there was none.</param>
/// <param name="AcceptsShortfall">Whether the person closes although what was promised was not reached.</param>
public sealed record ClosingEntry(Guid Id, Guid ActionId, string Statement, Guid? SeenId, bool AcceptsShortfall);

/// <summary>Closes actions on their effect and reopens them. Every method works inside the caller's transaction.</summary>
public static class ActionClosing
{
    /// <summary>Why an action is not closed that stays behind its promise.</summary>
    public static string Short => Tr($"Het beloofde antwoord is niet bereikt. Houd de actie open, of vink aan dat u haar toch afsluit.");

    /// <summary>Most characters that somebody may type; the rest of the field is for what the program adds.</summary>
    public const int LongestStatement = 3000;

    /// <summary>Closes an action whose effect was measured.</summary>
    /// <returns>Why it was not closed, in Dutch; null when it was, or was so already by the same form.</returns>
    public static async Task<string?> CloseAsync(AuditContext db, Case current, ClosingEntry entry, EffectActor by)
    {
        if (await db.ActionClosures.AnyAsync(closure => closure.Id == entry.Id && closure.ActionId == entry.ActionId))
        {
            return null;
        }

        var effects = await CaseEffects.LoadAsync(db, current, by.Actor.NowUtc);
        if (effects.Find(entry.ActionId) is not { } found)
        {
            return EffectRecorder.NotInPlan;
        }

        var effect = found.Action;
        if ((EffectRights.RefusalOf(effect.Row, by.Actor.UserId!.Value, by.Roles) ?? RefusalOf(effect, effects.NewestId, entry)) is { } refusal)
        {
            return refusal;
        }

        var closure = ClosureOf(effect, entry, by.Actor);
        db.ActionClosures.Add(closure);
        var row = await db.PlannedMeasures.AsTracking().SingleAsync(candidate => candidate.Id == entry.ActionId);
        var trail = new CaseTrail(current.Row.BodyId, current.Row.Id);
        ActionReopening.WriteStatus(db, trail, row, ActionStatus.Closed, by.Actor);
        trail.Add(db, by.Actor, "action.closed", ActionChanges.SubjectOf(row.Id, "Afgesloten"), null, closure.Statement);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Reopens an action by hand.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="reopening">The action, the version that the person was looking at, and why.</param>
    /// <param name="by">Who reopens it.</param>
    /// <returns>Why it was not reopened, in Dutch; null when it was.</returns>
    public static async Task<string?> ReopenAsync(AuditContext db, Case current, (Guid ActionId, Guid Seen, string Reason) reopening, EffectActor by)
    {
        if (await EffectRecords.NewestPlan(db, current.Row.Id).AsTracking().SingleOrDefaultAsync(row => row.Id == reopening.ActionId) is not { } action)
        {
            return EffectRecorder.NotInPlan;
        }

        if (EffectRights.ReopenRefusalOf(by.Roles) is { } refusal)
        {
            return refusal;
        }

        if ((ActionStatus)action.Status != ActionStatus.Closed || action.Version != reopening.Seen)
        {
            return Tr($"Een collega heeft deze actie intussen gewijzigd. Bekijk de stand en kies opnieuw.");
        }

        var closure = await db.ActionClosures.AsTracking().SingleOrDefaultAsync(row => row.ActionId == action.Id && row.ReopenedUtc == null);
        ActionReopening.Write(db, new CaseTrail(current.Row.BodyId, current.Row.Id), (action, closure), by.Actor, Sentence.Fixed(reopening.Reason));
        await db.SaveChangesAsync();
        return null;
    }

    private static string? RefusalOf(ActionEffect effect, Guid? newestId, ClosingEntry entry) =>
        effect.Status == ActionStatus.Closed ? Tr($"Een collega heeft deze actie intussen afgesloten.")
        : effect.Status == ActionStatus.Dropped ? Tr($"Deze actie is vervallen.")
        : newestId != entry.SeenId ? Tr($"Er is intussen opnieuw gemeten. Bekijk de uitkomst en sluit daarna af.")
        : !effect.MayClose ? EffectTexts.Lacking(effect.Needs)
        : effect.Questions.Any(question => question.IsShort) && !entry.AcceptsShortfall ? Short
        : null;

    private static ActionClosureRow ClosureOf(ActionEffect effect, ClosingEntry entry, Actor actor) => new()
    {
        Id = entry.Id,
        ActionId = entry.ActionId,
        Statement = EffectTexts.Statement(entry.Statement, effect),
        Promised = effect.Promised,
        Realised = effect.Realised?.Fall,
        UserId = actor.UserId!.Value,
        ClosedUtc = actor.NowUtc,
    };
}
