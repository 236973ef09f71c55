using Audit.Data.Database;
using Audit.Web.Charts;
using Audit.Workflows.Activities;

namespace Audit.Web.Texts;

/// <summary>Names of roles as screens show them.</summary>
public static class RoleTexts
{
    public static string NameOf(string role) => DutchText.Capital(RoleNames.Of(role));

    /// <summary>To whom actions were escalated, as it was stored: a role in Dutch, or a body of consultation by its own name.</summary>
    public static string ForumOf(string forum) =>
        Roles.All.FirstOrDefault(role => RoleNames.Dutch(role) == forum) is { } known ? RoleNames.Of(known) : forum;

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
