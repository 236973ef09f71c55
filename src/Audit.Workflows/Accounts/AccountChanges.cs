using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Accounts;

/// <summary>What an administrator changes in an account. Every method works inside the caller's transaction; the user row is tracked.</summary>
public static class AccountChanges
{
    /// <summary>Moment until which an account is locked by an administrator; a lock after wrong passwords is shorter.</summary>
    public static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether an administrator locked the account.</summary>
    public static bool IsLocked(UserRow user) => user.LockoutEnd >= Forever;

    /// <summary>Closes an account: nobody can sign in with it, and its sessions end.</summary>
    /// <returns>Why not; null when it was done.</returns>
    public static async Task<string?> LockAsync(AuditContext db, UserRow user, Actor actor, string reason)
    {
        if (user.Id == actor.UserId)
        {
            return Tr($"U kunt uw eigen account niet blokkeren.");
        }

        if (await IsLastAdminAsync(db, user))
        {
            return Tr($"Dit is de enige beheerder. Maak eerst iemand anders beheerder.");
        }

        (user.LockoutEnd, user.LockoutEnabled, user.ConcurrencyStamp) = (Forever, true, Guid.NewGuid().ToString());
        await AccountLinks.EndAsync(db, user.Id, actor.NowUtc);
        await Sessions.EndAsync(db, user.Id, actor.NowUtc);
        AccountTrail.Add(db, user, actor, AccountTrail.Locked, reason: reason);
        return null;
    }

    /// <summary>Opens an account again, also after too many wrong passwords.</summary>
    public static void Unlock(AuditContext db, UserRow user, Actor actor)
    {
        (user.LockoutEnd, user.AccessFailedCount, user.ConcurrencyStamp) = (null, 0, Guid.NewGuid().ToString());
        AccountTrail.Add(db, user, actor, AccountTrail.Unlocked);
    }

    /// <summary>Gives somebody these roles in the body, and takes the others away.</summary>
    /// <returns>Why not; null when it was done.</returns>
    public static async Task<string?> SetRolesAsync(AuditContext db, UserRow user, IReadOnlyCollection<string> roles, Actor actor)
    {
        if (roles.Any(role => !Roles.All.Contains(role)))
        {
            return Tr($"Kies een rol uit de lijst.");
        }

        // The role over the whole installation is not for the administrator of one body to give or to take.
        var rows = await db.BodyRoles.AsTracking().Where(row => row.UserId == user.Id && row.Role != Roles.Installation).ToListAsync();
        if (rows.Exists(row => row.Role == Roles.Admin) && !roles.Contains(Roles.Admin) && await IsLastAdminAsync(db, user))
        {
            return Tr($"Dit is de enige beheerder. Maak eerst iemand anders beheerder.");
        }

        var before = rows.ConvertAll(row => row.Role);
        db.BodyRoles.RemoveRange(rows.Where(row => !roles.Contains(row.Role)));
        db.BodyRoles.AddRange(roles.Distinct().Except(before).Select(role => new BodyRoleRow { BodyId = user.BodyId, UserId = user.Id, Role = role }));
        if (!before.ToHashSet().SetEquals(roles))
        {
            AccountTrail.Add(db, user, actor, AccountTrail.RolesChanged, (Invitations.Names(before), Invitations.Names(roles)));
        }

        return null;
    }

    /// <summary>Takes away every second factor, for who lost it, and ends the sessions: the password, a new one when wanted, is then enough to set up another.</summary>
    public static async Task ResetSecondFactorAsync(AuditContext db, UserRow user, Actor actor)
    {
        (user.TwoFactorEnabled, user.ConcurrencyStamp, user.SecurityStamp) = (false, Guid.NewGuid().ToString(), Guid.NewGuid().ToString("N"));
        db.RemoveRange(await db.UserTokens.AsTracking().Where(row => row.UserId == user.Id).ToListAsync());
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().AsTracking().Where(row => row.UserId == user.Id).ToListAsync());
        await Sessions.EndAsync(db, user.Id, actor.NowUtc);
        AccountTrail.Add(db, user, actor, AccountTrail.SecondFactorReset);
    }

    private static async Task<bool> IsLastAdminAsync(AuditContext db, UserRow user)
    {
        var forever = Forever;
        var admins = await (
            from role in db.BodyRoles
            join admin in db.Users on role.UserId equals admin.Id
            where role.BodyId == user.BodyId && role.Role == Roles.Admin
            select new { admin.Id, admin.LockoutEnd }).ToListAsync();
        return admins.Exists(admin => admin.Id == user.Id) && !admins.Exists(admin => admin.Id != user.Id && !(admin.LockoutEnd >= forever));
    }
}
