namespace Audit.Core.Review;

/// <summary>The Dutch words that go with the numbers of a review.</summary>
public static class ReviewLabels
{
    /// <summary>Dutch sentence, without capital and full stop, to show in place of a missing number.</summary>
    /// <param name="reason">Why value or standard error is missing.</param>
    public static string Dutch(this CoefficientReason reason) => reason switch
    {
        CoefficientReason.TooFewItems => $"minder dan {Coefficient.MinimumItems} onderdelen zijn door ten minste twee beoordelaars beoordeeld",
        CoefficientReason.OneCategory => "alle oordelen vallen in dezelfde categorie: toeval is niet te onderscheiden van overeenstemming",
        CoefficientReason.NotOrdered => "de antwoorden hebben geen volgorde",
        CoefficientReason.NotTwoRaters => "deze maat is voor precies twee beoordelaars",
        CoefficientReason.PerfectAgreement => "volledige overeenstemming: een standaardfout is niet te schatten",
        CoefficientReason.NoSpread => "de standaardfout is niet te schatten: de oordelen laten geen spreiding zien",
        CoefficientReason.NoFormula => "voor deze maat is geen gangbare formule voor de standaardfout",
    };
}
