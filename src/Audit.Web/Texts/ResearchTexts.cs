using Audit.Core.Research;
using Audit.Data.Database;

namespace Audit.Web.Texts;

/// <summary>Words of the research plan.</summary>
public static class ResearchTexts
{
    /// <summary>What is said of a person who may not, or no longer, change the plan.</summary>
    public static string Closed => Tr($"U kunt het onderzoeksplan niet (meer) wijzigen. Uw wijziging is niet opgeslagen.");

    public static string Body => Tr($"Hele organisatie");

    public static string NameOf(ResearchStatus status) => status switch
    {
        ResearchStatus.Open => Tr($"Nog te doen"),
        ResearchStatus.Running => Tr($"Bezig"),
        ResearchStatus.Done => Tr($"Klaar"),
        ResearchStatus.NotAvailable => Tr($"Niet te beantwoorden"),
    };

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(ResearchStatus status) => status switch
    {
        ResearchStatus.Open => "inactive",
        ResearchStatus.Running => "neutral",
        ResearchStatus.Done => "success",
        ResearchStatus.NotAvailable => "warning",
    };

    public static string ReasonOf(ResearchReason reason) => reason switch
    {
        ResearchReason.Unknown => Tr($"Het antwoord is nu ‘Weet ik niet’."),
        ResearchReason.ReadByGate => Tr($"Deze vraag telt bij een drempelregel en heeft nog geen antwoord."),
        ResearchReason.WeakEvidence => Tr($"Het antwoord noemt een waarborg, maar er is nog geen bewijs bij."),
    };

    /// <summary>A number of research questions, in words.</summary>
    public static string Count(int number) => number == 1 ? Tr($"1 onderzoeksvraag") : Tr($"{number} onderzoeksvragen");
}
