namespace Audit.Data.Database;

/// <summary>A time during which somebody is signed in at one device.</summary>
public sealed class SessionRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid UserId { get; set; }

    public DateTime MadeUtc { get; set; }

    /// <summary>Last request, to the minute.</summary>
    public DateTime SeenUtc { get; set; }

    /// <summary>When it was ended; null while it may still be used.</summary>
    public DateTime? EndedUtc { get; set; }

    /// <summary>Browser and system, as the browser calls itself.</summary>
    public required string Device { get; set; }

    /// <summary>One of <see cref="SignInWays"/>.</summary>
    public required string Way { get; set; }

    /// <summary>Whether more than a password was asked.</summary>
    public bool HasSecondFactor { get; set; }
}

/// <summary>How somebody signed in.</summary>
public static class SignInWays
{
    public const string Password = "password";
    public const string Passkey = "passkey";
    public const string Organisation = "oidc";
}

/// <summary>A link in an e-mail with which somebody takes an account into use or chooses a new password, once.</summary>
public sealed class AccountLinkRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>One of <see cref="AccountLinkKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>SHA-256 of the secret in the address, in lower-case hexadecimal; the secret itself is not kept.</summary>
    public required string Sha256 { get; set; }

    public DateTime MadeUtc { get; set; }

    public DateTime ExpiresUtc { get; set; }

    /// <summary>When it was used, or replaced by a newer one; null while it can be used.</summary>
    public DateTime? UsedUtc { get; set; }
}

/// <summary>What a link in an e-mail is for.</summary>
public static class AccountLinkKinds
{
    public const string Invitation = "invitation";
    public const string Password = "password";
}

/// <summary>Somebody who stands in for a colleague in one role of a case, until a moment.</summary>
/// <remarks>While it lasts the other one is a <see cref="MemberRow"/> with that role; when it ends, no more.</remarks>
public sealed class DelegationRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Who hands over.</summary>
    public Guid FromUserId { get; set; }

    /// <summary>Who stands in.</summary>
    public Guid ToUserId { get; set; }

    public required string Role { get; set; }

    public required string Reason { get; set; }

    public DateTime MadeUtc { get; set; }

    /// <summary>The first moment at which it no longer holds.</summary>
    public DateTime UntilUtc { get; set; }

    /// <summary>When it ended, by itself or earlier; null while it lasts.</summary>
    public DateTime? EndedUtc { get; set; }

    public Guid Version { get; set; }
}
