using Audit.Data.Database;
using Audit.Web.Charts;
using Audit.Workflows.Activities;

namespace Audit.Web.Texts;

/// <summary>Names of roles as screens show them.</summary>
public static class RoleTexts
{
    public static string NameOf(string role) => DutchText.Capital(RoleNames.Dutch(role));

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
