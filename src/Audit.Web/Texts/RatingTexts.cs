using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Web.Charts;

namespace Audit.Web.Texts;

/// <summary>Words of blind double rating.</summary>
public static class RatingTexts
{
    /// <summary>Why an auditor does not get to see a page.</summary>
    public const string Hidden =
        "U beoordeelt nu vragen zonder de antwoorden van het team te zien. Die bladzijde kan antwoorden tonen en blijft daarom dicht tot u de ronde inlevert. Er is niets opgeslagen.";

    /// <summary>What every figure of a round says that was not blind.</summary>
    public const string NotBlind = "niet blind: de auditor had de antwoorden al kunnen zien";

    public const string Closed = "Alleen een auditor die niet in het team zit, kan dit doen. Er is niets opgeslagen.";

    public const string HandedIn = "Deze ronde is al ingeleverd. Uw wijzigingen zijn niet opgeslagen; hieronder staan ze nog.";

    /// <summary>Most characters of a text that somebody types.</summary>
    public const int MostCharacters = 4000;

    /// <summary>A number of questions, in words.</summary>
    public static string Questions(int number) => number == 1 ? "1 vraag" : $"{DutchText.Count(number)} vragen";

    /// <summary>How the questions of a round came about.</summary>
    public static string HowChosen(RatingRoundRow round) =>
        round.Seed is { } seed ? $"geloot met startgetal {seed}" : "met de hand gekozen";

    /// <summary>What the auditor's and the team's answer have to do with each other.</summary>
    public static string Relation(RatingRow row) =>
        row.Value is null ? "Niet beoordeeld" : row.TeamValue is null ? "Team gaf geen antwoord" : row.Value == row.TeamValue ? "Gelijk" : "Verschillend";

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(RatingRow row) =>
        row.Value is null ? "inactive" : row.Value == row.TeamValue ? "success" : "warning";

    /// <summary>The answers of a scale, which has no name that people know.</summary>
    public static string NameOf(Scale scale) => string.Join(" / ", scale.Options.Select(option => option.Label.Nl));

    /// <summary>A coefficient with its 95 % interval, or why it is not there.</summary>
    public static string Of(Coefficient coefficient) => coefficient switch
    {
        { Value: null } => coefficient.Reason is CoefficientReason.TooFewItems ? "te weinig vragen" : coefficient.Reason!.Value.Dutch(),
        { Low: { } low, High: { } high } => $"{DutchText.Number(coefficient.Value.Value)} ({DutchText.Number(low)} tot {DutchText.Number(high)})",
        _ => $"{DutchText.Number(coefficient.Value.Value)} ({coefficient.Reason!.Value.Dutch()})",
    };

    /// <summary>What became of a suggestion.</summary>
    public static string StateOf(KeeperSuggestionRow row) => row.Accepted switch
    {
        null => "Wacht op de beheerder",
        true => "Overgenomen",
        false => "Niet overgenomen",
    };

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(KeeperSuggestionRow row) => row.Accepted switch
    {
        null => "neutral",
        true => "success",
        false => "inactive",
    };
}
