using Audit.Data.Database;

namespace Audit.Web.Texts;

/// <summary>Names of roles as screens show them.</summary>
public static class RoleTexts
{
    public static string NameOf(string role) => role switch
    {
        Roles.Assessor => "Teamlid",
        Roles.Coach => "Procesbegeleider",
        Roles.Auditor => "Auditor",
        Roles.Manager => "Manager",
        Roles.Sponsor => "Opdrachtgever",
        Roles.Admin => "Beheerder",
        Roles.Coordinator => "Centrale coördinator",
        Roles.Jurist => "Jurist",
        _ => role,
    };

    /// <summary>What somebody with a role does in a case.</summary>
    public static string DutyOf(string role) => role switch
    {
        Roles.Assessor => "Beantwoordt de vragen.",
        Roles.Coach => "Leidt de werksessies en bewaakt de voortgang.",
        Roles.Auditor => "Beoordeelt de antwoorden en zat niet in het team.",
        Roles.Manager => "Voert de acties uit.",
        Roles.Sponsor => "Stelt de uitkomst vast en zat niet in het team.",
        Roles.Coordinator => "Krijgt een bericht als termijnen voorbij zijn.",
        Roles.Jurist => "Denkt mee over juridische vragen.",
        _ => string.Empty,
    };
}
