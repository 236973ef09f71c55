using Audit.Data.Database;

namespace Audit.Workflows.Activities;

/// <summary>Roles as a sentence names them.</summary>
public static class RoleNames
{
    /// <summary>The role in Dutch, without a capital; a role that is not known keeps its own name.</summary>
    public static string Dutch(string role) => role switch
    {
        Roles.Assessor => "teamlid",
        Roles.Coach => "procesbegeleider",
        Roles.Auditor => "auditor",
        Roles.Manager => "manager",
        Roles.Sponsor => "opdrachtgever",
        Roles.Admin => "beheerder",
        Roles.Coordinator => "centrale coördinator",
        Roles.Jurist => "jurist",
        Roles.Installation => "beheerder van de installatie",
        _ => role,
    };

    /// <summary>The role for the reader, without a capital.</summary>
    public static string Of(string role) => role switch
    {
        Roles.Assessor => Tr($"teamlid"),
        Roles.Coach => Tr($"procesbegeleider"),
        Roles.Auditor => Tr($"auditor"),
        Roles.Manager => Tr($"manager"),
        Roles.Sponsor => Tr($"opdrachtgever"),
        Roles.Admin => Tr($"beheerder"),
        Roles.Coordinator => Tr($"centrale coördinator"),
        Roles.Jurist => Tr($"jurist"),
        Roles.Installation => Tr($"beheerder van de installatie"),
        _ => role,
    };
}
