using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.ActionItems;

/// <summary>What the form to escalate sends; everything may be missing or nonsense.</summary>
public sealed class EscalateInput
{
    public const string ForumField = "forum";
    public const string OtherField = "gremium";
    public const string ReasonField = "reden";

    private const int LongestForum = 200;
    private const int LongestReason = 4000;

    /// <summary>The actions, see <see cref="ChosenActions"/>.</summary>
    public string? Rijen { get; set; }

    /// <summary>A rung of the ladder, or <see cref="EscalateModel.Other"/>.</summary>
    public string? Forum { get; set; }

    /// <summary>A forum outside the ladder.</summary>
    public string? Gremium { get; set; }

    public string? Reden { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    /// <summary>The escalation; null when something is missing, with an error at its field.</summary>
    public NewEscalation? Read(EscalationLadder ladder, ModelStateDictionary state)
    {
        var other = NoteInput.Text(Gremium);
        var isOther = Forum == EscalateModel.Other;
        if (!isOther && !ladder.Rungs.Contains(Forum ?? string.Empty))
        {
            state.AddModelError(ForumField, Tr($"Kies naar wie u opschaalt."));
        }
        else if (isOther && other is not { Length: <= LongestForum })
        {
            state.AddModelError(OtherField, other is null ? Tr($"Vul in naar welk overleg u opschaalt.") : Tr($"Maak de naam korter: hooguit {LongestForum} tekens."));
        }

        var reason = NoteInput.Text(Reden);
        if (reason is not { Length: <= LongestReason })
        {
            state.AddModelError(ReasonField, reason is null ? Tr($"Vul in waarom u opschaalt.") : Tr($"Maak de reden korter: hooguit {LongestReason} tekens."));
        }

        return !state.IsValid ? null : new(
            Guid.TryParse(Inzending, out var known) && known != Guid.Empty ? known : Guid.CreateVersion7(),
            isOther ? other! : EscalationLadder.NameOf(Forum!),
            reason!)
        {
            Role = isOther ? null : EscalationLadder.RoleOf(Forum!),
        };
    }
}
