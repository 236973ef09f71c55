using Audit.Core.Actions;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions;

/// <summary>Which status an action may get. An action closes on its effect, not on being carried out.</summary>
public static class StatusRule
{
    private const int Sampled = 2;

    /// <summary>Why an action may not get a status, in Dutch; null when it may.</summary>
    /// <param name="db">The open transaction, or a context for reading.</param>
    /// <param name="row">The action.</param>
    /// <param name="wanted">The new status.</param>
    public static async Task<string?> RefusalAsync(AuditContext db, PlannedMeasureRow row, ActionStatus wanted)
    {
        if (wanted != ActionStatus.Closed || row.Status == (int)ActionStatus.Closed)
        {
            return null;
        }

        var measured = await db.EffectMeasurements.Where(measurement => measurement.ActionId == row.Id && measurement.Evidence >= Sampled).ToListAsync();
        var since = measured.Where(measurement => row.StartDate is not { } start || measurement.MeasuredOn >= start).ToList();
        var missing = row.Because.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => !since.Exists(measurement => measurement.QuestionId == id)).ToList();
        return missing.Count > 0
            ? $"Meet eerst het effect opnieuw, met bewijs E2 of beter: {string.Join(", ", missing)}."
            : since.Count == 0 ? "Meet eerst het effect, met bewijs E2 of beter." : null;
    }
}
