using System.Security.Cryptography;
using System.Text;
using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>The actions of the newest plan that belong to one owner.</summary>
/// <param name="Key">Stands for the owner in addresses, which should not tell who it is.</param>
/// <param name="Name">How the owner is called: what the plan says, the name of a member, or an e-mail address.</param>
/// <param name="Email">Address of the owner; null when it is not known.</param>
/// <param name="Actions">The actions, in the order of the plan; at least one.</param>
public sealed record OwnRows(string Key, string Name, string? Email, IReadOnlyList<ActionItem> Actions)
{
    private const int KeyLetters = 16;

    /// <summary>Changes when another action comes among the rows or one goes: who sends them must have seen which ones.</summary>
    public string Fingerprint => HashOf(string.Join(' ', Actions.Select(action => action.RowKey)));

    /// <summary>Keys of the actions.</summary>
    public IReadOnlySet<Guid> RowKeys => Actions.Select(action => action.RowKey).ToHashSet();

    /// <summary>Every owner in the newest plan: by what stands as owner, by the member and by the address that were chosen. One action may be with more of them.</summary>
    public static async Task<IReadOnlyList<OwnRows>> OfAsync(AuditContext db, CaseReport report)
    {
        var actions = PlanMerge.ActionsOf(report);
        var rows = report.Measures.ToDictionary(row => row.Id);
        var ids = report.Measures.Where(row => row.OwnerId != null).Select(row => row.OwnerId!.Value).Distinct().ToList();
        var people = await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id);
        return
        [
            .. Groups(actions, "naam", action => action.Accountable.Trim(), (name, own) => (name, own.Select(action => rows[action.RowKey].OwnerEmail).Distinct().ToList() is [{ } one] ? one : null)),
            .. Groups(actions, "lid", action => rows[action.RowKey].OwnerId?.ToString("D") ?? string.Empty, (id, _) => (people[Guid.Parse(id)].DisplayName, people[Guid.Parse(id)].Email)),
            .. Groups(actions, "adres", action => rows[action.RowKey].OwnerEmail?.Trim() ?? string.Empty, (address, _) => (address, address)),
        ];
    }

    private static IEnumerable<OwnRows> Groups(
        IReadOnlyList<ActionItem> actions, string kind, Func<ActionItem, string> owner, Func<string, IReadOnlyList<ActionItem>, (string Name, string? Email)> who) =>
        actions.Where(action => owner(action).Length > 0)
            .GroupBy(owner, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.CurrentCultureIgnoreCase)
            .Select(group =>
            {
                var own = group.ToList();
                var (name, email) = who(group.Key, own);
                return new OwnRows(HashOf($"{kind}:{group.Key.ToUpperInvariant()}")[..KeyLetters], name, email, own);
            });

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
