using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Data.Database;
using Audit.Workflows.Actions.Effects;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions;

/// <summary>Which status an action may get outside the page of its effect. An action closes on its effect, not on being carried out.</summary>
/// <remarks>Closing takes a statement with what was promised and what came true; <see cref="ActionClosing"/> writes it, and what undoes it.</remarks>
public static class StatusRule
{
    /// <summary>Why an action may not get a status, in Dutch; null when it may.</summary>
    /// <param name="db">The open transaction, or a context for reading.</param>
    /// <param name="row">The action.</param>
    /// <param name="wanted">The new status.</param>
    public static async Task<string?> RefusalAsync(AuditContext db, PlannedMeasureRow row, ActionStatus wanted)
    {
        var isClosed = row.Status == (int)ActionStatus.Closed;
        return (isClosed, wanted == ActionStatus.Closed) switch
        {
            (false, true) => await ClosingRefusalAsync(db, row),
            (true, false) when await db.ActionClosures.AnyAsync(closure => closure.ActionId == row.Id && closure.ReopenedUtc == null) =>
                Tr($"Deze actie is op haar effect afgesloten. Heropen haar op de bladzijde ‘Effect’, met een reden."),
            _ => null,
        };
    }

    /// <summary>Why an action may not begin with a status, in Dutch; null when it may. Nothing can have been measured yet, so it never begins closed.</summary>
    /// <param name="wanted">Its first status.</param>
    public static string? RefusalOfNew(ActionStatus wanted) =>
        wanted == ActionStatus.Closed ? Tr($"Een nieuwe actie kan niet meteen zijn afgesloten. Meet eerst het effect, met bewijs E2 of beter.") : null;

    private static async Task<string> ClosingRefusalAsync(AuditContext db, PlannedMeasureRow row)
    {
        var caseId = await db.Plans.Where(plan => plan.Id == row.PlanId).Select(plan => plan.AssessmentId).SingleAsync();
        var about = EffectRecords.About(row, await EffectRecords.OfCaseAsync(db, caseId));
        var needs = EffectRule.NeedsOf(new(EffectRecords.QuestionsOf(row), row.StartDate), [.. about.Select(measurement => measurement.Value)]);
        return needs.Any(need => need.IsLacking)
            ? EffectTexts.Lacking(needs)
            : Tr($"Het effect is gemeten. Sluit de actie af op de bladzijde ‘Effect’: daar staan het beloofde en het gemeten effect, met uw verklaring.");
    }
}
