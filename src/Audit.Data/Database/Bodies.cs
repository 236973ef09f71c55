using Microsoft.AspNetCore.Identity;

namespace Audit.Data.Database;

/// <summary>A public body whose data are kept apart from those of other bodies.</summary>
public sealed class BodyRow
{
    public Guid Id { get; set; }

    public required string Name
    {
        get;
        set
        {
            field = value;
            NormalizeName();
        }
    }

    /// <summary>The name as it is looked up, whatever its capitals.</summary>
    public string NormalizedName { get; private set; } = string.Empty;

    /// <summary>TOOI address; null when not known.</summary>
    public string? Identifier { get; set; }

    internal void NormalizeName() => NormalizedName = Normalize(Name);

    public static string Normalize(string name) => name.Trim().ToUpperInvariant();
}

/// <summary>A person who signs in. Scores never attach to persons.</summary>
public sealed class UserRow : IdentityUser<Guid>, IBodyOwned
{
    public Guid BodyId { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>"nl" or "en": the language that the person chose; null while nothing was chosen, which is Dutch.</summary>
    public string? Language { get; set; }

    /// <summary>When the person put away the guide for a first assessment; null while it is shown.</summary>
    public DateTime? GuideClosedUtc { get; set; }
}

/// <summary>A role that a person has in the whole body; what the person may do in a case is a <see cref="MemberRow"/>.</summary>
public sealed class BodyRoleRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>One of <see cref="Roles.All"/>, or <see cref="Roles.Installation"/>.</summary>
    public required string Role { get; set; }
}

/// <summary>Role names as they stand in workflow definitions.</summary>
public static class Roles
{
    public const string Assessor = "assessor";
    public const string Coach = "coach";
    public const string Auditor = "auditor";
    public const string Manager = "manager";
    public const string Sponsor = "sponsor";
    public const string Admin = "admin";
    public const string Coordinator = "coordinator";
    public const string Jurist = "jurist";

    /// <summary>Administrator of the whole installation: makes bodies, and publishes what holds for all of them. No role in a case or a workflow.</summary>
    public const string Installation = "installation";

    public static IReadOnlyList<string> All { get; } = [Assessor, Coach, Auditor, Manager, Sponsor, Admin, Coordinator, Jurist];
}
