using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Risks;

/// <summary>Takes risks over into another task or case. Judgements and acceptances stay where they were given: they are about that moment.</summary>
public static class RiskCopies
{
    /// <summary>Id of the copy of a risk in a case: from it the earlier risk is found back.</summary>
    /// <param name="caseId">The case in which the copy is.</param>
    /// <param name="taskKey">Task of the copy.</param>
    /// <param name="sourceId">The risk that was copied.</param>
    public static Guid IdOf(Guid caseId, string taskKey, Guid sourceId) => InitialActions.RowKeyOf(caseId, taskKey, $"risk {sourceId:D}");

    /// <summary>Copies the risks of one task that stand in the register, with the links that still mean something there.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="from">Case and task whose risks are copied.</param>
    /// <param name="to">The case as it stands by now, and the task that gets them.</param>
    /// <param name="actor">Who does so.</param>
    public static async Task CopyAsync(AuditContext db, (Guid CaseId, string TaskKey) from, (Case Case, string TaskKey) to, Actor actor)
    {
        var rows = await db.Risks
            .Where(row => row.AssessmentId == from.CaseId && row.TaskKey == from.TaskKey && row.DroppedUtc == null)
            .OrderBy(row => row.Number)
            .ToListAsync();
        var ids = rows.Select(row => row.Id).ToList();
        var links = (await db.RiskLinks.Where(link => ids.Contains(link.RiskId)).ToListAsync()).ToLookup(link => link.RiskId);
        var number = await RiskRecorder.NextNumberAsync(db, to.Case.Row.Id);
        foreach (var source in rows)
        {
            var content = RiskContent.Of(source, RiskRegister.TiesOf(links[source.Id]).Where(tie => Fits(to.Case, tie)));
            var id = IdOf(to.Case.Row.Id, to.TaskKey, source.Id);
            RiskRecorder.Put(db, to.Case, (id, number++), content with { TaskKey = to.TaskKey }, actor);
            RiskTrail.For(to.Case).Add(db, actor, RiskTrail.TakenOver, RiskTrail.SubjectOf(id, "herkomst"), source.Id.ToString());
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The risk in the previous case of which a risk is the copy; null when it is none.</summary>
    public static async Task<RiskRow?> EarlierAsync(AuditContext db, Case current, RiskRow risk)
    {
        if (current.Row.PreviousId is not { } previous)
        {
            return null;
        }

        var rows = await db.Risks.Where(row => row.AssessmentId == previous).ToListAsync();
        return rows.FirstOrDefault(row => IdOf(current.Row.Id, risk.TaskKey, row.Id) == risk.Id);
    }

    /// <summary>An action belongs to the plan of its own case; a question may be gone from the instrument.</summary>
    private static bool Fits(Case to, RiskTie tie) => tie.Kind switch
    {
        RiskLinkKind.Question => to.Instrument.Value.AllQuestions.Any(question => question.Id == tie.Target),
        RiskLinkKind.Distinction or RiskLinkKind.Group => true,
        RiskLinkKind.Action => false,
    };
}
