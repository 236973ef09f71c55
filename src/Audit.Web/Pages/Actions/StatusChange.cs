using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Actions.Tracking;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Actions;

/// <summary>What the form of one measure sent; everything may be missing or nonsense.</summary>
public sealed class StatusInput
{
    [BindProperty(Name = "maatregel")]
    public string? MeasureId { get; init; }

    [BindProperty(Name = "versie")]
    public string? Version { get; init; }

    [BindProperty(Name = "status")]
    public string? Status { get; init; }

    /// <summary>The change that is asked for; null when the form is not in order.</summary>
    public StatusChange? Read()
    {
        var isStatus = Enum.TryParse<ActionStatus>(Status, out var status) && Enum.IsDefined(status);
        return isStatus && Guid.TryParse(MeasureId, out var row) && Guid.TryParse(Version, out var seen) ? new(row, seen, status) : null;
    }
}

/// <summary>A new status for one measure of a plan.</summary>
/// <param name="RowId">The row of the plan.</param>
/// <param name="Seen">Version that the person was looking at.</param>
/// <param name="Status">The new status.</param>
public sealed record StatusChange(Guid RowId, Guid Seen, ActionStatus Status)
{
    /// <summary>Whether somebody with these roles may change the status of measures.</summary>
    public static bool MayChange(IReadOnlyCollection<string> roles) => Policies.ManageActions.Allows(roles);

    /// <summary>Writes the status with its record in the trail.</summary>
    /// <returns>Why it was refused, in Dutch; empty when it was written.</returns>
    public async Task<string> WriteAsync(AuditContext db, CaseView view, CurrentUser user)
    {
        if (!MayChange(view.MyRoles))
        {
            return Tr($"Alleen de manager of de begeleider van deze doorlichting kan de status wijzigen.");
        }

        var desk = new ActionDesk(db, view.Case, user.Actor);
        if (await desk.BookAsync() is not { } book || book.Find(RowId) is not { } action)
        {
            return Tr($"Deze maatregel staat niet in het nieuwste actieplan.");
        }

        if (action.Item.Status == Status)
        {
            return string.Empty;
        }

        if (action.Row.Version != Seen)
        {
            return Tr($"Een collega heeft deze actie intussen gewijzigd; de status is nu ‘{Texts.ActionTexts.NameOf(action.Item.Status)}’. Controleer uw keuze en sla opnieuw op.");
        }

        var draft = ActionDraft.Of(action) with { Item = action.Item with { Status = Status } };
        return await ActionEdits.ApplyAsync(desk, book, action, draft) is [var refusal, ..] ? Tr(refusal.Text) : string.Empty;
    }
}
