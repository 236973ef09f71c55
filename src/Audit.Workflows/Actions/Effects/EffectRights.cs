using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Effects;

/// <summary>Who may measure the effect of an action and close it: never who owns it.</summary>
public static class EffectRights
{
    /// <summary>Why somebody may not measure or close, in Dutch; null when they may.</summary>
    /// <param name="action">The action.</param>
    /// <param name="userId">The person.</param>
    /// <param name="roles">Roles of the person in the case.</param>
    public static string? RefusalOf(PlannedMeasureRow action, Guid userId, IReadOnlyCollection<string> roles) =>
        !Policies.MeasureEffect.Allows(roles) ? Tr($"Alleen het team, de begeleider, de auditor en de manager leggen een effectmeting vast.")
        : action.OwnerId == userId ? Tr($"U bent eigenaar van deze actie. Een ander meet het effect en sluit de actie af: niemand beoordeelt de eigen actie.")
        : null;

    /// <summary>Why somebody may not reopen an action, in Dutch; null when they may. The owner may: it speaks against their own action.</summary>
    /// <param name="roles">Roles of the person in the case.</param>
    public static string? ReopenRefusalOf(IReadOnlyCollection<string> roles) =>
        Policies.MeasureEffect.Allows(roles) ? null : Tr($"Alleen het team, de begeleider, de auditor en de manager heropenen een actie.");
}
