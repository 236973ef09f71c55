using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Accounts;

/// <summary>Records about an account, in the trail of its body.</summary>
public static class AccountTrail
{
    public const string Invited = "account.invited";
    public const string Accepted = "account.accepted";
    public const string Locked = "account.locked";
    public const string Unlocked = "account.unlocked";
    public const string RolesChanged = "account.roles";
    public const string SessionsEnded = "account.sessions-ended";
    public const string SecondFactorReset = "account.second-factor-reset";
    public const string PasswordChanged = "account.password-changed";
    public const string PasswordAsked = "account.password-asked";
    public const string SecondFactorOn = "account.second-factor-on";
    public const string SecondFactorOff = "account.second-factor-off";
    public const string RecoveryCodesMade = "account.recovery-codes-made";
    public const string RecoveryCodeUsed = "account.recovery-code-used";
    public const string PasskeyAdded = "account.passkey-added";
    public const string PasskeyRemoved = "account.passkey-removed";
    public const string OrganisationLinked = "account.organisation-linked";
    public const string OrganisationUnlinked = "account.organisation-unlinked";

    /// <summary>Adds a record.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="account">Whose account.</param>
    /// <param name="actor">Who did it; nobody's id when a command did.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="change">What it was and what it became.</param>
    /// <param name="reason">Why.</param>
    public static void Add(AuditContext db, UserRow account, Actor actor, string happened, (string? Before, string? After) change = default, string? reason = null) => db.Trail.Add(new()
    {
        BodyId = account.BodyId,
        UserId = actor.UserId,
        AtUtc = actor.NowUtc,
        Event = happened,
        Subject = $"account {account.Id}",
        Before = change.Before,
        After = change.After,
        Reason = reason,
    });
}
