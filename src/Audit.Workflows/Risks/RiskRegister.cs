using Audit.Core.Instruments;
using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Risks;

/// <summary>Reads the risk register of a case. Dutch: <c>risicoregister</c>.</summary>
public static class RiskRegister
{
    /// <summary>Key of the step of the work session in which risks are formulated.</summary>
    public const string SessionKey = "session-3";

    /// <summary>Every risk in the order of its number, also those that were taken out and those of dropped tasks.</summary>
    public static async Task<IReadOnlyList<RegisteredRisk>> ReadAsync(AuditContext db, Case current, RiskScale scale, DateTime nowUtc)
    {
        var caseId = current.Row.Id;
        var rows = await db.Risks.Where(row => row.AssessmentId == caseId).OrderBy(row => row.Number).ToListAsync();
        if (rows.Count == 0)
        {
            return [];
        }

        var ofCase = db.Risks.Where(risk => risk.AssessmentId == caseId).Select(risk => risk.Id);
        var links = (await db.RiskLinks.Where(row => ofCase.Contains(row.RiskId)).ToListAsync()).ToLookup(row => row.RiskId);
        var judgements = (await db.RiskJudgements.Where(row => ofCase.Contains(row.RiskId)).OrderByDescending(row => row.JudgedUtc).ThenByDescending(row => row.Sequence).ToListAsync()).ToLookup(row => row.RiskId);
        var acceptances = (await db.RiskAcceptances.Where(row => ofCase.Contains(row.RiskId)).OrderByDescending(row => row.AcceptedUtc).ToListAsync()).ToLookup(row => row.RiskId);
        var actions = (await ActionsAsync(db, caseId)).ToDictionary(action => action.Id.ToString());
        var floors = await RiskGates.FloorsAsync(db, current, scale, nowUtc);
        return [.. rows.Select(row => new RegisteredRisk(row, [.. TiesOf(links[row.Id])], floors.GetValueOrDefault(row.TaskKey, RiskFloor.None))
        {
            Judgements = [.. judgements[row.Id]],
            Acceptances = [.. acceptances[row.Id]],
            Actions = [.. links[row.Id].Where(link => link.Kind == RiskLinkKind.Action).Select(link => actions.GetValueOrDefault(link.Target)).OfType<PlannedMeasureRow>().OrderBy(action => action.Position)],
        })];
    }

    /// <summary>The actions of the newest plan; empty when there is no plan.</summary>
    public static async Task<IReadOnlyList<PlannedMeasureRow>> ActionsAsync(AuditContext db, Guid caseId)
    {
        var plan = await db.Plans.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.Sequence).Select(row => (Guid?)row.Id).FirstOrDefaultAsync();
        return plan is null ? [] : await db.PlannedMeasures.Where(row => row.PlanId == plan).OrderBy(row => row.TaskKey).ThenBy(row => row.Position).ToListAsync();
    }

    /// <summary>How many risks stand in the register.</summary>
    public static Task<int> CountAsync(AuditContext db, Guid caseId) => db.Risks.CountAsync(row => row.AssessmentId == caseId && row.DroppedUtc == null);

    /// <summary>The risks of tasks that are examined and that were not taken out.</summary>
    public static IEnumerable<RegisteredRisk> Standing(IEnumerable<RegisteredRisk> risks, Case current) =>
        risks.Where(risk => !risk.IsOut && current.Tasks.Any(task => task.Key == risk.Row.TaskKey));

    /// <summary>Parts of the instrument in which a risk can arise: those that are scored, and those that are about the whole body.</summary>
    public static IEnumerable<InstrumentComponent> ComponentsOf(Case current) =>
        current.Instrument.Value.ScoredComponents.Concat(current.Instrument.Value.CrossCutting);

    public static IEnumerable<RiskTie> TiesOf(IEnumerable<RiskLinkRow> links) => RiskContent.Sorted(links.Select(link => new RiskTie(link.Kind, link.Target)));
}
