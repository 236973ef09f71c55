using System.Text.Json;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Jobs;

/// <summary>A job that this node is busy with.</summary>
/// <param name="Row">The job as it was claimed.</param>
/// <param name="ReportAsync">Takes how many pieces are done, and out of how many.</param>
public sealed record JobInHand(JobRow Row, Func<int, int, Task> ReportAsync)
{
    /// <summary>The case that it is about.</summary>
    /// <exception cref="InvalidOperationException">It is about none.</exception>
    public Guid CaseId => Row.AssessmentId ?? throw new InvalidOperationException($"job {Row.Id} is about no case");

    /// <summary>What was asked for.</summary>
    public T Input<T>() => JsonSerializer.Deserialize<T>(Row.InputJson!)!;

    /// <summary>Who asked for it, at a moment.</summary>
    public async Task<Actor> ActorAsync(AuditContext db, DateTime nowUtc) =>
        new(Row.UserId, await db.Users.Where(user => user.Id == Row.UserId).Select(user => user.DisplayName).SingleAsync(), nowUtc);

    /// <summary>Roles that its maker has in the case now; none when that is not a member any more.</summary>
    public async Task<IReadOnlyList<string>> RolesAsync(AuditContext db)
    {
        var (caseId, userId) = (CaseId, Row.UserId);
        return await db.Members.Where(member => member.AssessmentId == caseId && member.UserId == userId).Select(member => member.Role).ToListAsync();
    }
}
