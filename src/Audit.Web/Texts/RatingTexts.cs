using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Web.Charts;

namespace Audit.Web.Texts;

/// <summary>Words of blind double rating.</summary>
public static class RatingTexts
{
    /// <summary>Why an auditor does not get to see a page.</summary>
    public static string Hidden => Tr($"U beoordeelt nu vragen zonder de antwoorden van het team te zien. Die bladzijde kan antwoorden tonen en blijft daarom dicht tot u de ronde inlevert. Er is niets opgeslagen.");

    /// <summary>What every figure of a round says that was not blind.</summary>
    public static string NotBlind => Tr($"niet blind: de auditor had de antwoorden al kunnen zien");

    public static string Closed => Tr($"Alleen een auditor die niet in het team zit, kan dit doen. Er is niets opgeslagen.");

    public static string HandedIn => Tr($"Deze ronde is al ingeleverd. Uw wijzigingen zijn niet opgeslagen; hieronder staan ze nog.");

    /// <summary>Most characters of a text that somebody types.</summary>
    public const int MostCharacters = 4000;

    /// <summary>A number of questions, in words.</summary>
    public static string Questions(int number) => number == 1 ? Tr($"1 vraag") : Tr($"{DutchText.Count(number)} vragen");

    /// <summary>How the questions of a round came about.</summary>
    public static string HowChosen(RatingRoundRow round) =>
        round.Seed is { } seed ? Tr($"geloot met startgetal {seed}") : Tr($"met de hand gekozen");

    /// <summary>What the auditor's and the team's answer have to do with each other.</summary>
    public static string Relation(RatingRow row) =>
        row.Value is null ? Tr($"Niet beoordeeld") : row.TeamValue is null ? Tr($"Team gaf geen antwoord") : row.Value == row.TeamValue ? Tr($"Gelijk") : Tr($"Verschillend");

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(RatingRow row) =>
        row.Value is null ? "inactive" : row.Value == row.TeamValue ? "success" : "warning";

    /// <summary>The answers of a scale, which has no name that people know.</summary>
    public static string NameOf(Scale scale) => string.Join(" / ", scale.Options.Select(option => option.Label.Shown()));

    /// <summary>A coefficient with its 95 % interval, or why it is not there.</summary>
    public static string Of(Coefficient coefficient) => coefficient switch
    {
        { Value: null } => Of(coefficient.Reason!.Value),
        { Low: { } low, High: { } high } => Tr($"{DutchText.Number(coefficient.Value.Value)} ({DutchText.Number(low)} tot {DutchText.Number(high)})"),
        _ => $"{DutchText.Number(coefficient.Value.Value)} ({Of(coefficient.Reason!.Value)})",
    };

    private static string Of(CoefficientReason reason) => reason switch
    {
        CoefficientReason.TooFewItems => Tr($"te weinig vragen"),
        CoefficientReason.OneCategory => Tr($"alle oordelen vallen in dezelfde categorie: toeval is niet te onderscheiden van overeenstemming"),
        CoefficientReason.NotOrdered => Tr($"de antwoorden hebben geen volgorde"),
        CoefficientReason.NotTwoRaters => Tr($"deze maat is voor precies twee beoordelaars"),
        CoefficientReason.PerfectAgreement => Tr($"volledige overeenstemming: een standaardfout is niet te schatten"),
        CoefficientReason.NoSpread => Tr($"de standaardfout is niet te schatten: de oordelen laten geen spreiding zien"),
        CoefficientReason.NoFormula => Tr($"voor deze maat is geen gangbare formule voor de standaardfout"),
    };

    /// <summary>What became of a suggestion.</summary>
    public static string StateOf(KeeperSuggestionRow row) => row.Accepted switch
    {
        null => Tr($"Wacht op de beheerder"),
        true => Tr($"Overgenomen"),
        false => Tr($"Niet overgenomen"),
    };

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(KeeperSuggestionRow row) => row.Accepted switch
    {
        null => "neutral",
        true => "success",
        false => "inactive",
    };
}
