using Audit.Data.Database;
using Audit.Data.Templates;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>The rounds that led to a case.</summary>
public static class RoundChain
{
    /// <summary>More rounds than a body ever held; stops a chain that goes round.</summary>
    private const int MostRounds = 50;

    /// <summary>The ids of the rounds, oldest first, the case itself last.</summary>
    public static async Task<IReadOnlyList<AssessmentRow>> RowsAsync(AuditContext db, AssessmentRow current)
    {
        var rows = new List<AssessmentRow> { current };
        while (rows[0].PreviousId is { } previousId && rows.Count < MostRounds
            && await db.Assessments.SingleOrDefaultAsync(row => row.Id == previousId) is { } previous)
        {
            rows.Insert(0, previous);
        }

        return rows;
    }

    /// <summary>The rounds that somebody may see, read in full, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="contents">Instruments and profiles.</param>
    /// <param name="rows">The chain.</param>
    /// <param name="userId">The person, who must be a member of a round to see it.</param>
    public static async Task<IReadOnlyList<Case>> ReadAsync(AuditContext db, ContentStore contents, IReadOnlyList<AssessmentRow> rows, Guid userId)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var mine = await db.Members.Where(member => member.UserId == userId && ids.Contains(member.AssessmentId)).Select(member => member.AssessmentId).Distinct().ToListAsync();
        var rounds = new List<Case>();
        foreach (var row in rows.Where(row => mine.Contains(row.Id)))
        {
            rounds.Add((await Case.FindAsync(db, contents, row.Id))!);
        }

        return rounds;
    }
}
