using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Who takes part in a case, and in which role. Every method works inside the caller's transaction.</summary>
public static class CaseTeam
{
    /// <summary>Longest reason for leaving.</summary>
    public const int MostCharacters = 4000;

    internal const string Removed = "member.removed";

    /// <summary>Roles that somebody can have in a case.</summary>
    public static IReadOnlyList<string> RolesInCases { get; } =
        [Roles.Coach, Roles.Assessor, Roles.Auditor, Roles.Sponsor, Roles.Manager, Roles.Coordinator, Roles.Jurist];

    /// <summary>Adds somebody of the same body; adding what is there already changes nothing.</summary>
    /// <returns>Why not, for the screen; null when it was done.</returns>
    public static async Task<string?> AddAsync(AuditContext db, AssessmentRow row, CaseMember member, Actor actor)
    {
        if (!RolesInCases.Contains(member.Role))
        {
            return Tr($"Kies een rol uit de lijst.");
        }

        if (await db.Users.SingleOrDefaultAsync(user => user.Id == member.UserId && user.BodyId == row.BodyId) is not { } person)
        {
            return Tr($"Kies iemand van uw eigen organisatie.");
        }

        var roles = await db.Members.Where(known => known.AssessmentId == row.Id && known.UserId == member.UserId).Select(known => known.Role).ToListAsync();
        if (roles.Contains(member.Role))
        {
            return null;
        }

        if (!Independence.Allows([.. roles, .. await EarlierRolesAsync(db, row.Id, member.UserId), member.Role]))
        {
            return Tr($"{person.DisplayName} zit of zat aan de andere kant. Wie in het team zit of zat, kan niet ook auditor of opdrachtgever zijn.");
        }

        await CaseLock.TakeAsync(db, row.Id);
        db.Members.Add(new MemberRow { AssessmentId = row.Id, UserId = member.UserId, Role = member.Role });
        new CaseTrail(row.BodyId, row.Id).Add(db, actor, "member.added", SubjectOf(member), $"{person.DisplayName}: {RoleNames.Dutch(member.Role)}");
        return null;
    }

    /// <summary>Takes a role from somebody; taking what is gone already changes nothing.</summary>
    /// <returns>Why not, for the screen; null when it was done.</returns>
    public static async Task<string?> RemoveAsync(AuditContext db, AssessmentRow row, (CaseMember Member, string Reason) leaving, Actor actor)
    {
        var member = leaving.Member;
        var found = await db.Members.AsTracking().SingleOrDefaultAsync(known => known.AssessmentId == row.Id && known.UserId == member.UserId && known.Role == member.Role);
        if (found is null)
        {
            return null;
        }

        if (leaving.Reason.Length is 0 or > MostCharacters)
        {
            return leaving.Reason.Length == 0 ? Tr($"Schrijf op waarom deze rol stopt.") : Tr($"Maak de reden korter: hooguit {MostCharacters} tekens.");
        }

        await CaseLock.TakeAsync(db, row.Id);
        var standsIn = await Delegations.Lasting(db, row.Id).AnyAsync(known => known.Role == member.Role && known.ToUserId == member.UserId);
        if (!standsIn && await IsLastNeededAsync(db, row, member))
        {
            return Tr($"Deze rol is nog nodig: er staan stappen voor open en niemand anders heeft haar. Voeg eerst een ander toe.");
        }

        var name = await db.Users.Where(user => user.Id == member.UserId).Select(user => user.DisplayName).SingleAsync();
        await Delegations.EndOfMemberAsync(db, row.Id, member, actor);
        if (standsIn)
        {
            return null;
        }

        db.Members.Remove(found);
        new CaseTrail(row.BodyId, row.Id).Add(db, actor, Removed, SubjectOf(member), ($"{name}: {RoleNames.Dutch(member.Role)}", null), leaving.Reason);
        return null;
    }

    /// <summary>The members of a case with the roles that are their own; those of stand-ins end with it.</summary>
    public static Task<List<CaseMember>> WithoutStandInsAsync(AuditContext db, Guid caseId)
    {
        var standIns = Delegations.Lasting(db, caseId);
        return db.Members
            .Where(row => row.AssessmentId == caseId && !standIns.Any(other => other.ToUserId == row.UserId && other.Role == row.Role))
            .Select(row => new CaseMember(row.UserId, row.Role))
            .ToListAsync();
    }

    /// <summary>Roles that somebody had in a case and has no more, or acted in.</summary>
    private static async Task<IReadOnlyList<string>> EarlierRolesAsync(AuditContext db, Guid caseId, Guid userId)
    {
        var prefix = $"{userId}/";
        var left = await db.Trail.Where(row => row.AssessmentId == caseId && row.Event == Removed && row.Subject.StartsWith(prefix)).Select(row => row.Subject).ToListAsync();
        var acted = await OpenToMembers.Steps(db, caseId).Where(step => step.UserId == userId && step.Role != string.Empty).Select(step => step.Role).Distinct().ToListAsync();
        var answered = await CopiedAnswers.GaveAsync(db, caseId, userId);
        return [.. left.Select(subject => subject[prefix.Length..]), .. acted, .. answered ? [Roles.Assessor] : Array.Empty<string>()];
    }

    /// <summary>Whether nobody else has the role and something waits for it; a case always keeps a coach, who looks after the team.</summary>
    private static async Task<bool> IsLastNeededAsync(AuditContext db, AssessmentRow row, CaseMember member)
    {
        var (caseId, role, userId) = (row.Id, member.Role, member.UserId);
        if (await db.Members.AnyAsync(known => known.AssessmentId == caseId && known.Role == role && known.UserId != userId
            && !db.Delegations.Any(other => other.AssessmentId == caseId && other.Role == role && other.ToUserId == known.UserId && other.EndedUtc == null)))
        {
            return false;
        }

        return role == Roles.Coach || await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            where instance.AssessmentId == caseId && step.Status == StepStatus.Open && step.Role == role
            select step.Id).AnyAsync();
    }

    private static string SubjectOf(CaseMember member) => $"{member.UserId}/{member.Role}";
}
