using Audit.Core.Actions;
using Audit.Web.Access;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.ActionItems;

/// <summary>The actions of the reader over all cases, overdue ones first.</summary>
public sealed class MineModel(CaseAccess access) : PageModel
{
    /// <summary>Groups that have actions, in the order in which they ask for attention.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<MyAction> Actions)> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var user = access.User;
        var mine = await access.ReadAsync(db => MyAction.ReadAsync(db, (user.Id, user.BodyId), user.NowUtc));
        var groups = mine.ToLookup(NameOf);
        Groups = [.. Order.Where(groups.Contains).Select(name => (name, (IReadOnlyList<MyAction>)[.. groups[name]]))];
    }

    private static string[] Order => [Tr($"Te laat"), Tr($"Streefdatum nadert"), Tr($"Later"), Tr($"Gereed, nog niet afgesloten"), Tr($"Afgesloten of vervallen")];

    private static string NameOf(MyAction mine) => mine switch
    {
        { Standing.IsOverdue: true } => Order[0],
        { Standing.IsDueSoon: true } => Order[1],
        _ when mine.Item.Status.IsOpen() => Order[2],
        _ when !mine.Item.Status.IsClosed() => Order[3],
        _ => Order[4],
    };
}
