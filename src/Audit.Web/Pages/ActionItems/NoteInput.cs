using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.ActionItems;

/// <summary>What the small forms of an action send; everything may be missing or nonsense.</summary>
public sealed class NoteInput
{
    private const int Longest = 4000;

    public string? Notitie { get; set; }

    public string? Bewijs { get; set; }

    public string? Vindplaats { get; set; }

    public string? Besluit { get; set; }

    /// <summary>Id of another action.</summary>
    public string? Wachtop { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    /// <summary>The other action; an empty id when none was chosen.</summary>
    public Guid Other => Guid.TryParse(Wachtop, out var other) ? other : Guid.Empty;

    public NewNote ToNote(ActionNoteKind kind, string? text) =>
        new(Guid.TryParse(Inzending, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7(), kind, Text(text) ?? string.Empty);

    /// <summary>Adds an error when the field that was sent cannot be stored.</summary>
    public void Check(ModelStateDictionary state, string field)
    {
        var (text, missing) = field switch
        {
            DetailsModel.NoteField => (Notitie, Tr($"Vul de notitie in.")),
            DetailsModel.EvidenceField => (Bewijs, Tr($"Beschrijf het bewijs.")),
            DetailsModel.DecisionField => (Besluit, Tr($"Vul in wat er is besloten.")),
            _ => (Wachtop, Tr($"Kies een actie uit de lijst.")),
        };
        if (Text(text) is not { } known)
        {
            state.AddModelError(field, missing);
        }
        else if (known.Length > Longest)
        {
            state.AddModelError(field, Tr($"Maak de tekst korter: hooguit {Longest} tekens, nu {known.Length}."));
        }

        if (Text(Vindplaats)?.Length > Longest)
        {
            state.AddModelError(DetailsModel.PlaceField, Tr($"Maak de vindplaats korter: hooguit {Longest} tekens."));
        }
    }

    public static string? Text(string? typed) => CellText.Normal(typed ?? string.Empty, ValueKind.Text) is { Length: > 0 } text ? text : null;
}
