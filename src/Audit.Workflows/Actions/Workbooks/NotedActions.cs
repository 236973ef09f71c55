using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>Finds the actions about which somebody wrote something down, so that they cannot simply go.</summary>
internal sealed class NotedActions(AuditContext db)
{
    public async Task<IReadOnlyList<ActionRow>> AmongAsync(IReadOnlyList<ActionRow> rows)
    {
        var noted = new List<ActionRow>();
        foreach (var row in rows)
        {
            if (await IsNotedAsync(row.RowKey))
            {
                noted.Add(row);
            }
        }

        return noted;
    }

    private async Task<bool> IsNotedAsync(Guid id)
    {
        // Risks name an action by its id as text.
        var name = id.ToString("D");
        return await db.ActionNotes.AnyAsync(row => row.ActionId == id)
            || await db.EffectMeasurements.AnyAsync(row => row.ActionId == id)
            || await db.ActionClosures.AnyAsync(row => row.ActionId == id)
            || await db.ActionDependencies.AnyAsync(row => row.ActionId == id || row.DependsOnId == id)
            || await db.RiskLinks.AnyAsync(row => row.Kind == RiskLinkKind.Action && row.Target == name)
            || await db.PlannedMeasures.AnyAsync(row => row.Id == id && (row.OwnerId != null || row.OwnerEmail != null));
    }
}
