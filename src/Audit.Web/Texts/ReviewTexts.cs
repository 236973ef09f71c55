using Audit.Data.Database;
using Audit.Workflows.Reviews;

namespace Audit.Web.Texts;

/// <summary>Words of the review of a case, in plain Dutch.</summary>
public static class ReviewTexts
{
    public static string Body => Tr($"Hele organisatie");

    public static string NameOf(ReviewItemKind kind) => kind switch
    {
        ReviewItemKind.Finding => Tr($"Bevinding"),
        ReviewItemKind.EvidenceRequest => Tr($"Verzoek om bewijs"),
        ReviewItemKind.SentBackQuestion => Tr($"Teruggestuurde vraag"),
    };

    /// <summary>What the team is asked to do.</summary>
    public static string HintOf(ReviewItemKind kind) => kind switch
    {
        ReviewItemKind.Finding => Tr($"Iets dat opvalt. Het team reageert erop."),
        ReviewItemKind.EvidenceRequest => Tr($"Het team zegt waar het bewijs te vinden is."),
        ReviewItemKind.SentBackQuestion => Tr($"Het team kijkt nog eens naar het antwoord. Kies hieronder om welke vraag het gaat."),
    };

    public static string NameOf(ReviewItemStatus status) => status switch
    {
        ReviewItemStatus.Open => Tr($"Open"),
        ReviewItemStatus.Answered => Tr($"Beantwoord"),
        ReviewItemStatus.Settled => Tr($"Afgehandeld"),
        ReviewItemStatus.Withdrawn => Tr($"Ingetrokken"),
    };

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(ReviewItemStatus status) => status switch
    {
        ReviewItemStatus.Open => "warning",
        ReviewItemStatus.Answered => "neutral",
        ReviewItemStatus.Settled => "success",
        ReviewItemStatus.Withdrawn => "inactive",
    };

    public static string NameOf(ReviewMove move) => move switch
    {
        ReviewMove.Respond => Tr($"Reageren"),
        ReviewMove.Settle => Tr($"Afhandelen"),
        ReviewMove.Reopen => Tr($"Opnieuw openen"),
        ReviewMove.Withdraw => Tr($"Intrekken"),
    };

    /// <summary>What a move means.</summary>
    public static string HintOf(ReviewMove move) => move switch
    {
        ReviewMove.Respond => Tr($"Daarna bekijkt de auditor uw reactie."),
        ReviewMove.Settle => Tr($"U bent het eens met de reactie. Een toelichting mag leeg blijven."),
        ReviewMove.Reopen => Tr($"Het team moet er nog eens naar kijken. Schrijf op waarom."),
        ReviewMove.Withdraw => Tr($"Het punt is niet meer aan de orde. Schrijf op waarom."),
    };

    /// <summary>What is said after a move.</summary>
    public static string DoneOf(ReviewMove move) => move switch
    {
        ReviewMove.Respond => Tr($"Uw reactie is opgeslagen. De auditor kijkt er nu naar."),
        ReviewMove.Settle => Tr($"Het punt is afgehandeld."),
        ReviewMove.Reopen => Tr($"Het punt is weer open."),
        ReviewMove.Withdraw => Tr($"Het punt is ingetrokken."),
    };

    /// <summary>A number of items, in words.</summary>
    public static string Count(int number) => number == 1 ? Tr($"1 punt") : Tr($"{number} punten");
}
