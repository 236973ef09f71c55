using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>Somebody who takes part in a case.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">Name as screens show it.</param>
/// <param name="MayOwn">Whether actions may be theirs: who judges the case owns none of it.</param>
public sealed record CasePerson(Guid Id, string Name, bool MayOwn)
{
    /// <summary>What stands in the place of somebody who no longer takes part.</summary>
    public static readonly Sentence Left = Sentence.Of($"Iemand die niet meer meedoet");

    /// <summary>Everybody who takes part, by name.</summary>
    public static async Task<IReadOnlyList<CasePerson>> AllAsync(AuditContext db, Guid assessmentId)
    {
        var rows = await (
            from member in db.Members
            join user in db.Users on member.UserId equals user.Id
            where member.AssessmentId == assessmentId
            select new { user.Id, user.DisplayName, member.Role }).ToListAsync();
        return
        [
            .. rows.GroupBy(row => (row.Id, row.DisplayName))
                .Select(person => new CasePerson(person.Key.Id, person.Key.DisplayName, person.All(row => row.Role != Roles.Auditor)))
                .OrderBy(person => person.Name, StringComparer.CurrentCulture).ThenBy(person => person.Id),
        ];
    }
}
