using Audit.Data.Database;
using Audit.Workflows.Activities;

namespace Audit.Web.Pages.ActionItems;

/// <summary>To whom actions are escalated, from low to high. Every body has its own ladder: setting <c>Escalation:Ladder</c> names roles of the case or bodies of consultation.</summary>
/// <param name="Rungs">The rungs: roles as <see cref="Roles"/> names them, or names as people write them.</param>
public sealed record EscalationLadder(IReadOnlyList<string> Rungs)
{
    /// <summary>Manager, coach and sponsor of the case.</summary>
    public static EscalationLadder Default { get; } = new([Roles.Manager, Roles.Coach, Roles.Sponsor]);

    public static EscalationLadder Of(IConfiguration configuration) =>
        configuration.GetSection("Escalation:Ladder").GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(rung => rung.Length > 0).ToList() is { Count: > 0 } rungs
            ? new(rungs)
            : Default;

    /// <summary>A rung in words, as it is stored: in Dutch.</summary>
    public static string NameOf(string rung) => RoleNames.Dutch(rung);

    /// <summary>The role that a rung stands for; null for a body of consultation.</summary>
    public static string? RoleOf(string rung) => Roles.All.Contains(rung) ? rung : null;

    /// <summary>The rung above those that actions were escalated to before; the first one when they were not.</summary>
    /// <param name="forums">To whom they were escalated, in words.</param>
    public string NextAfter(IEnumerable<string> forums)
    {
        var names = Rungs.Select(NameOf).ToList();
        var highest = forums.Select(forum => names.IndexOf(forum)).DefaultIfEmpty(-1).Max();
        return Rungs[Math.Min(highest + 1, Rungs.Count - 1)];
    }
}
