using System.Globalization;
using Audit.Data.Database;
using Audit.Web.Charts;
using Audit.Workflows.Activities;

namespace Audit.Web.Texts;

/// <summary>Names of roles as screens show them.</summary>
public static class RoleTexts
{
    public static string NameOf(string role) => role switch
    {
        Roles.Assessor => Tr($"Teamlid"),
        Roles.Coach => Tr($"Procesbegeleider"),
        Roles.Auditor => Tr($"Auditor"),
        Roles.Manager => Tr($"Manager"),
        Roles.Sponsor => Tr($"Opdrachtgever"),
        Roles.Admin => Tr($"Beheerder"),
        Roles.Coordinator => Tr($"Centrale coördinator"),
        Roles.Jurist => Tr($"Jurist"),
        _ => DutchText.Capital(role),
    };

    /// <summary>To whom actions were escalated, as it was stored: a role in Dutch, or a body of consultation by its own name.</summary>
    public static string ForumOf(string forum) =>
        Roles.All.FirstOrDefault(role => RoleNames.Dutch(role) == forum) is { } known ? NameOf(known).ToLower(CultureInfo.CurrentCulture) : forum;

    /// <summary>What somebody with a role does in a case.</summary>
    public static string DutyOf(string role) => role switch
    {
        Roles.Assessor => Tr($"Beantwoordt de vragen."),
        Roles.Coach => Tr($"Leidt de werksessies en bewaakt de voortgang."),
        Roles.Auditor => Tr($"Beoordeelt de antwoorden en zat niet in het team."),
        Roles.Manager => Tr($"Voert de acties uit."),
        Roles.Sponsor => Tr($"Stelt de uitkomst vast en zat niet in het team."),
        Roles.Coordinator => Tr($"Krijgt een bericht als termijnen voorbij zijn."),
        Roles.Jurist => Tr($"Denkt mee over juridische vragen."),
        _ => string.Empty,
    };
}
