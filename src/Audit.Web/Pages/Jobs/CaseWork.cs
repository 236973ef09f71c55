using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Jobs;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Jobs;

/// <summary>Which long work a member may begin in a case.</summary>
public static class CaseWork
{
    public static async Task<IReadOnlyList<string>> ForAsync(AuditContext db, CaseView view)
    {
        var id = view.Id;
        var kinds = new List<string>();
        if (await db.Plans.AnyAsync(plan => plan.AssessmentId == id))
        {
            kinds.Add(JobKinds.PlanWorkbook);
        }

        if (Policies.Recalculate.Allows(view.MyRoles) && RecalculationJob.IsOpen(view.Case.Row) && view.Case.Tasks.Count > 0)
        {
            kinds.Add(JobKinds.Recalculation);
        }

        kinds.Add(JobKinds.CaseRecord);
        return kinds;
    }

    /// <summary>What the work does and for what.</summary>
    public static string MeaningOf(string kind) => kind switch
    {
        JobKinds.PlanWorkbook => Tr($"Een Excel-werkboek met alle acties. Bij een groot plan duurt dat even."),
        JobKinds.Recalculation => Tr($"Berekent de score van elke taak uit de antwoorden van dit moment en legt die vast naast de eerdere scores. Antwoorden veranderen niet."),
        _ => Tr($"Eén ZIP-bestand met alle antwoorden, de rekenbewijzen en het actieplan. Vermoedens van discriminatie zitten er niet in."),
    };
}
