using Audit.Data.Database;
using Audit.Web.Charts;
using Audit.Workflows.Reviews;

namespace Audit.Web.Texts;

/// <summary>Words of the review of a case, in plain Dutch.</summary>
public static class ReviewTexts
{
    public const string Body = "Hele organisatie";

    public static string NameOf(ReviewItemKind kind) => kind switch
    {
        ReviewItemKind.Finding => "Bevinding",
        ReviewItemKind.EvidenceRequest => "Verzoek om bewijs",
        ReviewItemKind.SentBackQuestion => "Teruggestuurde vraag",
    };

    /// <summary>What the team is asked to do.</summary>
    public static string HintOf(ReviewItemKind kind) => kind switch
    {
        ReviewItemKind.Finding => "Iets dat opvalt. Het team reageert erop.",
        ReviewItemKind.EvidenceRequest => "Het team zegt waar het bewijs te vinden is.",
        ReviewItemKind.SentBackQuestion => "Het team kijkt nog eens naar het antwoord. Kies hieronder om welke vraag het gaat.",
    };

    public static string NameOf(ReviewItemStatus status) => DutchText.Capital(ReviewWords.Of(status));

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
        ReviewMove.Respond => "Reageren",
        ReviewMove.Settle => "Afhandelen",
        ReviewMove.Reopen => "Opnieuw openen",
        ReviewMove.Withdraw => "Intrekken",
    };

    /// <summary>What a move means.</summary>
    public static string HintOf(ReviewMove move) => move switch
    {
        ReviewMove.Respond => "Daarna bekijkt de auditor uw reactie.",
        ReviewMove.Settle => "U bent het eens met de reactie. Een toelichting mag leeg blijven.",
        ReviewMove.Reopen => "Het team moet er nog eens naar kijken. Schrijf op waarom.",
        ReviewMove.Withdraw => "Het punt is niet meer aan de orde. Schrijf op waarom.",
    };

    /// <summary>What is said after a move.</summary>
    public static string DoneOf(ReviewMove move) => move switch
    {
        ReviewMove.Respond => "Uw reactie is opgeslagen. De auditor kijkt er nu naar.",
        ReviewMove.Settle => "Het punt is afgehandeld.",
        ReviewMove.Reopen => "Het punt is weer open.",
        ReviewMove.Withdraw => "Het punt is ingetrokken.",
    };

    /// <summary>A number of items, in words.</summary>
    public static string Count(int number) => number == 1 ? "1 punt" : $"{number} punten";
}
