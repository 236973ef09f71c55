using Audit.Data.Database;
using Audit.Web.Forms;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Reviews;

/// <summary>What somebody does with an item of the review, as typed.</summary>
public sealed class TurnForm
{
    public const string MoveField = "wat";
    public const string TextField = "tekst";
    public const string EvidenceField = "bewijs";

    private const int MostEvidence = 1000;
    private const int MostText = 2900;

    /// <summary>Name of a <see cref="ReviewMove"/>.</summary>
    public string? Wat { get; set; }

    public string? Tekst { get; set; }

    /// <summary>Where evidence is to be found.</summary>
    public string? Bewijs { get; set; }

    /// <summary>Version of the item that the person was looking at.</summary>
    public string? Gezien { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    private ReviewMove? Move => Enum.GetValues<ReviewMove>().Where(move => move.ToString() == Wat).Select(move => (ReviewMove?)move).FirstOrDefault();

    /// <summary>Adds an error for everything that cannot be taken.</summary>
    public void Check(ModelStateDictionary state, ReviewItemKind kind)
    {
        if (Move is not { } move)
        {
            state.AddModelError(MoveField, Tr($"Kies wat u met dit punt wilt doen."));
            return;
        }

        var missing = move is ReviewMove.Respond ? Tr($"Schrijf uw reactie op.") : Tr($"Schrijf op waarom. Dat is nodig bij ‘{Texts.ReviewTexts.NameOf(move)}’.");
        state.CheckText(TextField, Tekst, (move.NeedsText() ? missing : null, MostText));
        state.CheckText(EvidenceField, Bewijs, (move is ReviewMove.Respond && kind is ReviewItemKind.EvidenceRequest ? Tr($"Schrijf op waar het bewijs te vinden is, of dat het er niet is.") : null, MostEvidence));
    }

    /// <summary>The turn; null when nothing was chosen.</summary>
    public ReviewTurn? Turn(Guid itemId, Guid entryId) => Move is { } move
        ? new(itemId, move, TextOf(move), Guid.TryParse(Gezien, out var seen) ? seen : Guid.Empty, entryId)
        : null;

    private string TextOf(ReviewMove move)
    {
        var text = TypedText.Of(Tekst) ?? string.Empty;
        return move is ReviewMove.Respond && TypedText.Of(Bewijs) is { } evidence ? Tr($"{text}\nBewijs te vinden: {evidence}") : text;
    }
}
