using Audit.Data.Database;
using Audit.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Who hands over which role to whom.</summary>
/// <param name="FromUserId">Who hands over.</param>
/// <param name="ToUserId">Who stands in.</param>
/// <param name="Role">A role that the first has in the case.</param>
/// <param name="UntilUtc">The first moment at which it no longer holds.</param>
/// <param name="Reason">Why.</param>
public sealed record DelegationDraft(Guid FromUserId, Guid ToUserId, string Role, DateTime UntilUtc, string Reason);

/// <summary>Somebody stands in for a colleague in one role of a case, until a moment. Every method works inside the caller's transaction.</summary>
/// <remarks>The one who stands in is a member with that role, and so under the same rules of independence; when it ends, the membership ends.</remarks>
public static class Delegations
{
    /// <summary>Longest time that somebody stands in.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Those that last in a case.</summary>
    public static IQueryable<DelegationRow> Lasting(AuditContext db, Guid caseId) => db.Delegations.Where(row => row.AssessmentId == caseId && row.EndedUtc == null);

    /// <summary>Begins one.</summary>
    /// <returns>Why not, for the screen; null when it was done.</returns>
    public static async Task<string?> BeginAsync(AuditContext db, AssessmentRow row, DelegationDraft draft, Actor actor)
    {
        if (draft.UntilUtc <= actor.NowUtc || draft.UntilUtc > actor.NowUtc + Longest)
        {
            return Tr($"Kies een einddatum na vandaag en binnen een jaar.");
        }

        if (draft.Reason.Length is 0 or > CaseTeam.MostCharacters)
        {
            return draft.Reason.Length == 0 ? Tr($"Schrijf op waarom iemand anders het overneemt.") : Tr($"Maak de reden korter: hooguit {CaseTeam.MostCharacters} tekens.");
        }

        var (from, to, role) = (draft.FromUserId, draft.ToUserId, draft.Role);
        var has = await db.Members.AnyAsync(member => member.AssessmentId == row.Id && member.UserId == from && member.Role == role);
        if (!has || await Lasting(db, row.Id).AnyAsync(other => other.ToUserId == from && other.Role == role))
        {
            return Tr($"U kunt alleen een rol overdragen die u zelf hebt gekregen.");
        }

        if (from == to || await db.Members.AnyAsync(member => member.AssessmentId == row.Id && member.UserId == to && member.Role == role))
        {
            return Tr($"Kies een collega die deze rol nog niet heeft.");
        }

        if (await Lasting(db, row.Id).AnyAsync(other => other.FromUserId == from && other.Role == role))
        {
            return Tr($"Voor deze rol is er al een vervanger. Beëindig die vervanging eerst.");
        }

        if (await CaseTeam.AddAsync(db, row, new(to, role), actor) is { } refusal)
        {
            return refusal;
        }

        db.Delegations.Add(new()
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = row.Id,
            FromUserId = from,
            ToUserId = to,
            Role = role,
            Reason = draft.Reason,
            MadeUtc = actor.NowUtc,
            UntilUtc = draft.UntilUtc,
            Version = Guid.NewGuid(),
        });
        var names = await NamesAsync(db, from, to);
        new CaseTrail(row.BodyId, row.Id).Add(db, actor, "delegation.begun", $"{to}/{role}", $"{names[from]} → {names[to]}: {RoleNames.Dutch(role)}", draft.Reason);
        return null;
    }

    /// <summary>Ends one before its date.</summary>
    public static async Task EndAsync(AuditContext db, DelegationRow delegation, Actor actor)
    {
        var bodyId = await db.Assessments.Where(row => row.Id == delegation.AssessmentId).Select(row => row.BodyId).SingleAsync();
        var (to, role) = (delegation.ToUserId, delegation.Role);
        (delegation.EndedUtc, delegation.Version) = (actor.NowUtc, Guid.NewGuid());
        var member = await db.Members.AsTracking().SingleOrDefaultAsync(row => row.AssessmentId == delegation.AssessmentId && row.UserId == to && row.Role == role);
        if (member is not null)
        {
            db.Members.Remove(member);
        }

        var names = await NamesAsync(db, delegation.FromUserId, to);
        var trail = new CaseTrail(bodyId, delegation.AssessmentId);
        trail.Add(db, actor, CaseTeam.Removed, $"{to}/{role}", ($"{names[to]}: {RoleNames.Dutch(role)}", null), Sentence.Of($"De vervanging is voorbij.").ToString());
        trail.Add(db, actor, "delegation.ended", $"{to}/{role}", ($"{names[delegation.FromUserId]} → {names[to]}: {RoleNames.Dutch(role)}", null), null);
    }

    /// <summary>Ends those whose date has passed.</summary>
    /// <returns>How many ended.</returns>
    public static async Task<int> EndExpiredAsync(AuditContext db, DateTime nowUtc)
    {
        var rows = await db.Delegations.AsTracking().Where(row => row.EndedUtc == null && row.UntilUtc <= nowUtc).OrderBy(row => row.UntilUtc).Take(100).ToListAsync();
        foreach (var row in rows)
        {
            await EndAsync(db, row, new(null, string.Empty, nowUtc));
        }

        return rows.Count;
    }

    /// <summary>Ends those of a member who leaves a role: what one stands in for, and who stands in for one.</summary>
    public static async Task EndOfMemberAsync(AuditContext db, Guid caseId, CaseMember member, Actor actor)
    {
        var (userId, role) = (member.UserId, member.Role);
        foreach (var row in await Lasting(db, caseId).AsTracking().Where(row => row.Role == role && (row.FromUserId == userId || row.ToUserId == userId)).ToListAsync())
        {
            await EndAsync(db, row, actor);
        }
    }

    private static Task<Dictionary<Guid, string>> NamesAsync(AuditContext db, params Guid[] ids) =>
        db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName);
}
