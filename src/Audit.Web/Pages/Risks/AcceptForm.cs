using System.Globalization;
using Audit.Core.Risks;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Risks;

/// <summary>What stands in the fields of an acceptance.</summary>
public sealed class AcceptForm
{
    public const string ReasonField = "reden";
    public const string DayField = "tot";
    public const string HighestField = "hoogste";

    private const int TextLength = 4000;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d-M-yyyy"];

    public string? Reden { get; set; }

    /// <summary>Last day as typed.</summary>
    public string? Tot { get; set; }

    /// <summary>"ja" when who accepts says to have seen that the level is the highest.</summary>
    public string? Hoogste { get; set; }

    /// <summary>Position of the level that the person was looking at.</summary>
    public string? Gezien { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    public Guid NewId => Guid.TryParse(Inzending, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7();

    public AcceptanceWish Wish => new(
        int.TryParse(Gezien, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null,
        Reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty,
        DateOnly.TryParseExact(Tot?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Hoogste == "ja");

    /// <summary>Adds an error for everything that stands in the way.</summary>
    public void Check(ModelStateDictionary state, RiskScale scale, DateOnly today)
    {
        foreach (var objection in Wish.Objections(scale, today))
        {
            var (field, message) = MessageOf(objection, scale);
            state.AddModelError(field, message);
        }

        if (Wish.Reason.Length > TextLength)
        {
            state.AddModelError(ReasonField, Tr($"Maak de reden korter: hooguit {TextLength} tekens."));
        }
    }

    private static (string Field, string Message) MessageOf(AcceptanceObjection objection, RiskScale scale) => objection switch
    {
        AcceptanceObjection.NotJudged => (string.Empty, Tr($"Er is nog geen oordeel over het restrisico. Zonder oordeel kunt u het niet accepteren.")),
        AcceptanceObjection.NoReason => (ReasonField, Tr($"Schrijf op waarom u het restrisico accepteert.")),
        AcceptanceObjection.NoFutureDay => (DayField, Tr($"Vul een dag in de toekomst in als dag-maand-jaar, zoals 30-6-2027.")),
        AcceptanceObjection.TooLong => (DayField, Tr($"Accepteren kan voor hooguit {RiskAcceptance.MostYears} jaar. Kies een eerdere dag.")),
        AcceptanceObjection.HighestNotAcknowledged => (HighestField, Tr($"Het niveau is ‘{Texts.RiskTexts.Level(scale.Levels[scale.Highest])}’. Vink aan dat u dat weet.")),
    };
}
