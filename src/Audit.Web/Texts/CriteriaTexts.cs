using Audit.Workflows.Cases;

namespace Audit.Web.Texts;

/// <summary>Words about when the criteria of a case were fixed.</summary>
public static class CriteriaTexts
{
    public static string Of(CriteriaStamp? stamp) => stamp switch
    {
        null => Tr($"Niet vastgelegd: deze doorlichting begon met een eerdere versie van dit programma."),
        { Holds: false } => Tr($"Vastgelegd op {Dates.Moment(stamp.FixedUtc)}, en daarna gewijzigd"),
        { Fixed: null } => Tr($"Vastgelegd op {Dates.Moment(stamp.FixedUtc)}; wat is vastgelegd, is gewist toen de bewaartermijn voorbij was"),
        { IsFirst: true } => Tr($"Vastgelegd op {Dates.Moment(stamp.FixedUtc)}, vóór het eerste antwoord; sindsdien ongewijzigd"),
        _ => Tr($"Opnieuw vastgelegd op {Dates.Moment(stamp.FixedUtc)}, na de overgang naar een andere vragenset"),
    };
}
