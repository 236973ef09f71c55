using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>Somebody who takes part in a case in one role.</summary>
public sealed record TeamMember(Guid UserId, string Name, string Role);

/// <summary>The team of a case, as a member or an administrator of its body sees it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Members">Everybody, by name.</param>
/// <param name="MyRoles">Roles of the reader in the case; empty for an administrator who is no member.</param>
/// <param name="MayChange">Whether the reader may add and remove people.</param>
public sealed record TeamView(AssessmentRow Case, IReadOnlyList<TeamMember> Members, IReadOnlyCollection<string> MyRoles, bool MayChange)
{
    /// <summary>Whether the reader may open the pages of the case.</summary>
    public bool IsMember => MyRoles.Count > 0;
}

/// <summary>The only way for pages to the team of a case: for its members, and for administrators of its body, who see nothing else of it.</summary>
public sealed class TeamAccess(AuditDatabase database, AdminAccess administrators)
{
    public CurrentUser User => administrators.User;

    /// <summary>The team; null when the reader may not know of it, which a page answers with 404.</summary>
    public Task<TeamView?> FindAsync(Guid id) => ReadAsync(db => FindAsync(db, id));

    public async Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query)
    {
        await using var db = database.Read();
        return await query(db);
    }

    /// <summary>Changes the team in one transaction, if the reader may.</summary>
    /// <returns>Why it was refused; null when it was done.</returns>
    public Task<string?> ChangeAsync(Guid id, Func<AuditContext, TeamView, Task<string?>> change) => database.WriteAsync(async db =>
        await FindAsync(db, id) is { MayChange: true } view ? await change(db, view) : Tr($"U kunt het team niet (meer) wijzigen."));

    private async Task<TeamView?> FindAsync(AuditContext db, Guid id)
    {
        var (userId, bodyId) = (User.Id, User.BodyId);
        var row = await db.Assessments.SingleOrDefaultAsync(known => known.Id == id && known.BodyId == bodyId);
        if (row is null)
        {
            return null;
        }

        var members = await (
            from member in db.Members
            join user in db.Users on member.UserId equals user.Id
            where member.AssessmentId == id
            orderby user.DisplayName, user.Id
            select new TeamMember(user.Id, user.DisplayName, member.Role)).ToListAsync();
        var mine = members.Where(member => member.UserId == userId).Select(member => member.Role).ToList();
        var isAdmin = await administrators.IsAdminAsync(db);
        return mine.Count == 0 && !isAdmin ? null : new(row, members, mine, (isAdmin || Policies.ChangeTeam.Allows(mine)) && !row.IsReadOnly);
    }
}
