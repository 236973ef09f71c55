using Audit.Web.Forms;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Gates;

/// <summary>What a jurist types to lift a gate, or to end that.</summary>
public sealed class LiftForm
{
    public const string ReasonField = "reden";
    public const string SourceField = "bron";
    public const string DateField = "einddatum";
    public const string EndReasonField = "intrekreden";

    private const int MostCharacters = 4000;

    /// <summary>Button: opheffen or intrekken.</summary>
    public string? Actie { get; set; }

    public string? Reden { get; set; }

    public string? Bron { get; set; }

    /// <summary>Day as typed.</summary>
    public string? Einddatum { get; set; }

    public string? Intrekreden { get; set; }

    /// <summary>The effect that the jurist was looking at.</summary>
    public string? Gezien { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    /// <summary>The lifting to end, and its version that the jurist was looking at.</summary>
    public Guid Opheffing { get; set; }

    public Guid Versie { get; set; }

    public bool Ends => Actie == "intrekken";

    public DateOnly? Day => TypedText.Day(Einddatum);

    /// <summary>Adds an error for everything that cannot be taken.</summary>
    public void Check(ModelStateDictionary state, DateOnly today)
    {
        if (Ends)
        {
            state.CheckText(EndReasonField, Intrekreden, (Tr($"Schrijf op waarom u de opheffing intrekt."), MostCharacters));
            return;
        }

        state.CheckText(ReasonField, Reden, (Tr($"Schrijf op waarom de drempelregel niet in de weg staat."), MostCharacters));
        state.CheckText(SourceField, Bron, (Tr($"Noem de wet, de uitspraak of het advies waarop u dit baseert."), MostCharacters));
        if (Day is not { } day)
        {
            state.AddModelError(DateField, Tr($"Vul de einddatum in als dag-maand-jaar, zoals 22-11-2026."));
        }
        else if (GateLiftings.RefusalOf(day, today) is { } refusal)
        {
            state.AddModelError(DateField, refusal);
        }
    }

    /// <summary>The decision, once the form was found in order.</summary>
    public NewLifting Lifting(string taskKey, string gateId) => new(Guid.TryParse(Inzending, out var known) && known != Guid.Empty ? known : Guid.CreateVersion7(), taskKey, gateId)
    {
        Reason = TypedText.Of(Reden)!,
        LegalSource = TypedText.Of(Bron)!,
        ValidUntil = Day!.Value,
        SeenEffect = Gezien ?? string.Empty,
    };
}
