using Audit.Data.Database;

namespace Audit.Web.Pages.Team;

/// <summary>What each role does and sees, in plain words.</summary>
public static class TeamTexts
{
    public static string WorkOf(string role) => role switch
    {
        Roles.Assessor => Tr($"Beantwoordt de vragen, zoekt uit wat nog onbekend is en maakt het actieplan mee."),
        Roles.Coach => Tr($"Leidt de werksessies, bewaakt de voortgang, beheert het team en deelt de antwoorden."),
        Roles.Auditor => Tr($"Beoordeelt de antwoorden als ze gedeeld zijn. Zit niet in het team en zat er nooit in."),
        Roles.Manager => Tr($"Voert de acties uit en vertelt hoe ver ze zijn. Ziet de antwoorden als ze gedeeld zijn."),
        Roles.Sponsor => Tr($"Stelt de uitkomst vast en besluit over risico's die blijven. Zit niet in het team."),
        Roles.Coordinator => Tr($"Krijgt een bericht als termijnen voorbij zijn."),
        Roles.Jurist => Tr($"Denkt mee over juridische vragen en kan een drempelregel opheffen, met een reden."),
        Roles.Admin => Tr($"Beheert werkstromen, vragensets en teams. Ziet geen antwoorden."),
        _ => string.Empty,
    };
}
