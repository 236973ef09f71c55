using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Risks;

/// <summary>Risks that follow from answers and scores, for a team to begin with.</summary>
public static class RiskDrafts
{
    /// <summary>What answers and scores suggest and does not stand in the register yet, nor did.</summary>
    public static async Task<IReadOnlyList<RiskProposal>> ProposalsAsync(AuditContext db, Case current, DateTime nowUtc)
    {
        var caseId = current.Row.Id;
        var rows = await db.Risks.Where(row => row.AssessmentId == caseId).Select(row => new { row.Id, row.TaskKey }).ToListAsync();
        var ids = rows.Select(row => row.Id).ToList();
        var links = (await db.RiskLinks.Where(link => ids.Contains(link.RiskId)).ToListAsync()).ToLookup(link => link.RiskId, link => new RiskTie(link.Kind, link.Target));
        var tasks = current.Answers.Tasks.ToDictionary(task => task.Id);
        return
        [
            .. RiskGates.ScoresOf(current, nowUtc)
                .SelectMany(score => RiskProposals.Of(current.Instrument.Value, tasks[score.TaskId], score, current.ReferenceDate(nowUtc)))
                .Where(proposal => !rows.Exists(row => row.TaskKey == proposal.TaskId && RiskContent.Of(proposal).Ties.All(links[row.Id].Contains))),
        ];
    }

    /// <summary>Adds those proposals that were chosen and that still hold.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddProposalsAsync(AuditContext db, Case current, Func<RiskProposal, bool> isChosen, Actor actor)
    {
        var proposals = (await ProposalsAsync(db, current, actor.NowUtc)).Where(isChosen).ToList();
        var next = await RiskRecorder.NextNumberAsync(db, current.Row.Id);
        foreach (var proposal in proposals)
        {
            RiskRecorder.Put(db, current, (Guid.CreateVersion7(), next++), RiskContent.Of(proposal), actor);
        }

        await db.SaveChangesAsync();
        return proposals.Count;
    }
}
